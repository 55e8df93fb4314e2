package dev.sayso.subscription.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;
import dev.sayso.platform.web.Fragment;
import dev.sayso.platform.web.Htmx;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Region;
import dev.sayso.platform.web.Spotlight;
import dev.sayso.platform.web.Wording;
import dev.sayso.subscription.Subscriptions;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The list as a region of the home page. */
@Controller
class ListRegion implements Region {
    private static final String TEMPLATE = "subscription/list";

    private final Subscriptions subscriptions;
    private final Wording wording;

    ListRegion(Subscriptions subscriptions, Wording wording) {
        this.subscriptions = subscriptions;
        this.wording = wording;
    }

    @Override
    public Place place() {
        return Place.LIST;
    }

    @Override
    public Fragment first(HttpServletRequest request) {
        return new Fragment(TEMPLATE, view(Visitor.of(request).account(), request));
    }

    /** The region anew; as an address of its own it is the home page. */
    @GetMapping("/subscriptions")
    ModelAndView refresh(Account account, HttpServletRequest request) {
        return Htmx.asks(request)
                ? Page.view(TEMPLATE, view(account, request))
                : new ModelAndView(new RedirectView("/"));
    }

    private ListView view(Account account, HttpServletRequest request) {
        return new Listing(wording.of(request), account.currency(), Spotlight.of(request))
                .of(subscriptions.all(account.id()));
    }
}
