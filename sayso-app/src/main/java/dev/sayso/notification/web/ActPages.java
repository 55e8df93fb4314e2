package dev.sayso.notification.web;

import dev.sayso.notification.Inbox.Acted;
import dev.sayso.notification.Links;
import dev.sayso.notification.Links.Led;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import java.time.Clock;

/**
 * Links from mails and buttons of ntfy. To open one changes nothing, since mail programs look into
 * links by themselves; the button on the page, and a button of ntfy, send.
 */
@Controller
class ActPages {
    private final Links links;
    private final Wording wording;
    private final Assets assets;
    private final Clock clock;

    ActPages(Links links, Wording wording, Assets assets, Clock clock) {
        this.links = links;
        this.wording = wording;
        this.assets = assets;
        this.clock = clock;
    }

    @GetMapping("/acts/{id}")
    ModelAndView show(@PathVariable String id, HttpServletRequest request) {
        var led = links.find(id);
        if (led.isEmpty()) {
            return none(request);
        }
        var words = words(led.get());
        var notice = led.get().notice();
        return notice.isOpen()
                ? view(
                        words,
                        words.say("act.heading", label(words, led.get())),
                        notice.notice().title(),
                        "/acts/" + id,
                        label(words, led.get()))
                : over(words);
    }

    @PostMapping("/acts/{id}")
    ModelAndView act(@PathVariable String id, HttpServletRequest request) {
        var led = links.find(id);
        if (led.isEmpty()) {
            return none(request);
        }
        var words = words(led.get());
        return links.follow(led.get()) == Acted.DONE
                ? view(
                        words,
                        words.say("act.done.heading"),
                        words.say("notice.acted." + led.get().act()),
                        "",
                        "")
                : over(words);
    }

    private Words words(Led led) {
        return new Words(led.account().locale(), led.account().today(clock));
    }

    private static String label(Words words, Led led) {
        return words.say("notice.act." + led.act());
    }

    private ModelAndView over(Words words) {
        var view = view(words, words.say("act.over.heading"), words.say("act.over.next"), "", "");
        view.setStatus(HttpStatus.GONE);
        return view;
    }

    private ModelAndView none(HttpServletRequest request) {
        var words = wording.of(request);
        var view = view(words, words.say("act.none.heading"), words.say("act.none.next"), "", "");
        view.setStatus(HttpStatus.NOT_FOUND);
        return view;
    }

    private ModelAndView view(
            Words words, String heading, String text, String address, String act) {
        return Page.view(
                "notification/act",
                new ActView(
                        new Page(words, assets, words.say("page.title")),
                        heading,
                        text,
                        address.isEmpty() ? null : address,
                        act));
    }
}
