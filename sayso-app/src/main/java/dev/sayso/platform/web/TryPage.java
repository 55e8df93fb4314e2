package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page on which one tries the API: Swagger UI, from here. It writes styles into its own
 * elements, so it has a policy of its own; no other page has.
 */
@Controller
class TryPage {
    static final String POLICY =
            SecurityHeaders.POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private final Wording wording;
    private final Assets assets;

    TryPage(Wording wording, Assets assets) {
        this.wording = wording;
        this.assets = assets;
    }

    @GetMapping("/try")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        var words = wording.of(request);
        return Page.view("platform/try", new Page(words, assets, words.say("try.title")));
    }
}
