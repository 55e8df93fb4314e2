package dev.sayso.subscription.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;
import dev.sayso.platform.web.Fragment;
import dev.sayso.platform.web.Htmx;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Region;
import dev.sayso.platform.web.Spotlight;
import dev.sayso.platform.web.Wording;
import dev.sayso.subscription.Payment;
import dev.sayso.subscription.Payments;
import dev.sayso.subscription.Period;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The list as a region of the home page. */
@Controller
class ListRegion implements Region {
    private static final String TEMPLATE = "subscription/list";

    private static final int WATCHED = 62;
    private static final int SOON = 31;
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final Subscriptions subscriptions;
    private final Payments payments;
    private final Wording wording;

    ListRegion(Subscriptions subscriptions, Payments payments, Wording wording) {
        this.payments = payments;
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
        var words = wording.of(request);
        // who notes no payments is not asked for any
        var watched = payments.between(account.id(), words.today().minusDays(WATCHED), LAST);
        return new Listing(
                        words,
                        account.currency(),
                        Spotlight.of(request),
                        (it, day) -> paid(account, it, day, watched, words.today()))
                .of(subscriptions.all(account.id()));
    }

    /** When the period of that day was paid, where it falls due so soon that it may have been. */
    private @Nullable LocalDate paid(
            Account account,
            Subscription it,
            LocalDate day,
            List<Payment> watched,
            LocalDate today) {
        if (!day.isBefore(today.plusDays(SOON))
                || watched.stream().noneMatch(one -> one.subscriptionId().equals(it.id()))) {
            return null;
        }
        return payments.periods(account, it.id()).stream()
                .filter(period -> period.dueOn().equals(day))
                .map(Period::paid)
                .filter(Objects::nonNull)
                .map(Payment::paidOn)
                .findFirst()
                .orElse(null);
    }
}
