package dev.sayso.account.web;

import dev.sayso.account.Keys;
import dev.sayso.account.Secret;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Signs a browser in by a link. To open it is a press of a button: whatever only looks at links, as
 * messengers do for a preview, must not use it up.
 */
@Controller
class LinkPages {
    private final Keys keys;
    private final Wording wording;
    private final Assets assets;

    LinkPages(Keys keys, Wording wording, Assets assets) {
        this.keys = keys;
        this.wording = wording;
        this.assets = assets;
    }

    @GetMapping("/link")
    ModelAndView show(@RequestParam(defaultValue = "") String key, HttpServletRequest request) {
        return Secret.find(key).isPresent()
                ? page("link.open", key, request)
                : page("link.none", "", request);
    }

    @PostMapping("/link")
    @Nullable ModelAndView open(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = Secret.find(key).flatMap(keys::open);
        if (session.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            return page("link.over", "", request);
        }
        Cookies.set(request, response, session.get());
        var home = new RedirectView("/");
        home.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(home);
    }

    private ModelAndView page(String what, String key, HttpServletRequest request) {
        var words = wording.of(request);
        return Page.view(
                "account/link",
                new LinkView(
                        new Page(words, assets, words.say("page.title")),
                        words.say(what + ".heading"),
                        words.say(what + ".next"),
                        key));
    }
}
