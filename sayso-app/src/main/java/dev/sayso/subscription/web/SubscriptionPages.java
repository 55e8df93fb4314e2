package dev.sayso.subscription.web;

import dev.sayso.account.Account;
import dev.sayso.event.Field;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;
import dev.sayso.subscription.Change;
import dev.sayso.subscription.Edits;
import dev.sayso.subscription.History;
import dev.sayso.subscription.Subscriptions;
import dev.sayso.subscription.Unfit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A subscription's own page, and the plain forms on it. */
@Controller
class SubscriptionPages {
    private final Subscriptions subscriptions;
    private final Edits edits;
    private final History history;
    private final Wording wording;
    private final Assets assets;
    private final Clock clock;

    SubscriptionPages(
            Subscriptions subscriptions,
            Edits edits,
            History history,
            Wording wording,
            Assets assets,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.edits = edits;
        this.history = history;
        this.wording = wording;
        this.assets = assets;
        this.clock = clock;
    }

    @GetMapping("/subscriptions/{id}")
    ModelAndView show(Account account, @PathVariable String id, HttpServletRequest request) {
        return show(account, new SubscriptionId(id), null, request);
    }

    @PostMapping("/subscriptions/{id}")
    ModelAndView edit(
            Account account,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var subscription = new SubscriptionId(id);
        var it = subscriptions.get(account.id(), subscription);
        return done(
                account,
                subscription,
                request,
                response,
                () ->
                        edits.change(
                                account,
                                subscription,
                                EditForm.read(form, it, account.today(clock))));
    }

    /** The one press: pause, resume, cancel, keep. */
    @PostMapping("/subscriptions/{id}/{verb}")
    ModelAndView act(
            Account account,
            @PathVariable String id,
            @PathVariable String verb,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var subscription = new SubscriptionId(id);
        return done(
                account,
                subscription,
                request,
                response,
                () -> edits.change(account, subscription, List.of(change(verb, form))));
    }

    private static Change change(String verb, Map<String, String> form) {
        return switch (verb) {
            case "pause" -> new Change.Pause(day(form, Field.RESUMES_ON));
            case "resume" -> new Change.Resume();
            case "cancel" -> new Change.Cancel(day(form, Field.EFFECTIVE_ON));
            case "keep" -> new Change.Keep();
            default -> throw new NoSuchPart("nothing of that name can be done");
        };
    }

    private static @Nullable LocalDate day(Map<String, String> form, Field field) {
        var text = form.getOrDefault(field.wire(), "").strip();
        return text.isEmpty() ? null : (LocalDate) field.parse(text);
    }

    @PostMapping("/subscriptions/{id}/history/{event}/undo")
    ModelAndView undo(
            Account account,
            @PathVariable String id,
            @PathVariable String event,
            HttpServletRequest request,
            HttpServletResponse response) {
        var subscription = new SubscriptionId(id);
        return done(
                account,
                subscription,
                request,
                response,
                () -> edits.takeBack(account, subscription, new EventId(event)));
    }

    @PostMapping("/subscriptions/{id}/history/{event}/restore")
    ModelAndView restore(
            Account account,
            @PathVariable String id,
            @PathVariable String event,
            HttpServletRequest request,
            HttpServletResponse response) {
        var subscription = new SubscriptionId(id);
        return done(
                account,
                subscription,
                request,
                response,
                () -> edits.putBack(account, subscription, new EventId(event)));
    }

    /** Does it and shows the page anew, or says on the page why it cannot be done. */
    private ModelAndView done(
            Account account,
            SubscriptionId id,
            HttpServletRequest request,
            HttpServletResponse response,
            Runnable doing) {
        String problem;
        try {
            doing.run();
            var view = new RedirectView("/subscriptions/" + id.value());
            view.setStatusCode(HttpStatus.SEE_OTHER);
            return new ModelAndView(view);
        } catch (Unfit e) {
            problem = wording.of(request).say(e.key());
        } catch (IllegalArgumentException e) {
            problem = wording.of(request).say("unfit");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(account, id, problem, request);
    }

    private ModelAndView show(
            Account account,
            SubscriptionId id,
            @Nullable String problem,
            HttpServletRequest request) {
        var words = wording.of(request);
        var told = history.of(account.id(), id);
        var detail = new Detail(words);
        var found = subscriptions.find(account.id(), id);
        var name = found.map(it -> it.name()).orElseGet(() -> words.say("page.title"));
        var page = new Page(words, assets, words.say("detail.title", name));
        return Page.view(
                "subscription/detail",
                found.map(it -> detail.of(page, it, told, problem))
                        .orElseGet(() -> detail.gone(page, id, told, problem)));
    }
}
