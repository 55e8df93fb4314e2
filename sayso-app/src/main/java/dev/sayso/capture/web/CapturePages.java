package dev.sayso.capture.web;

import dev.sayso.account.Account;
import dev.sayso.capture.Answers;
import dev.sayso.capture.Captures;
import dev.sayso.capture.Incoming;
import dev.sayso.capture.NotAnswered;
import dev.sayso.capture.Undo;
import dev.sayso.event.Field;
import dev.sayso.language.Source;
import dev.sayso.ledger.CaptureId;
import dev.sayso.platform.web.Htmx;
import dev.sayso.platform.web.Idempotency;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;
import dev.sayso.platform.web.Words;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.io.IOException;
import java.util.Map;

/**
 * What the page's forms send. The page's script gets the notes anew and is told that the list
 * changed; without it the browser is sent to the page.
 */
@Controller
class CapturePages {
    static final String CHANGED = "subscriptions-changed";

    private final Captures captures;
    private final Answers answers;
    private final Undo undo;
    private final Saying saying;
    private final Wording wording;

    CapturePages(Captures captures, Answers answers, Undo undo, Saying saying, Wording wording) {
        this.captures = captures;
        this.answers = answers;
        this.undo = undo;
        this.saying = saying;
        this.wording = wording;
    }

    @PostMapping("/captures")
    @Nullable ModelAndView take(
            Account account,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        var words = wording.of(request);
        var problem = problem(words, text);
        if (problem != null) {
            return refuse(text, problem, request, response);
        }
        var reply = take(account, key, new Incoming(text, Source.TYPED, null, null));
        return Htmx.asks(request)
                ? understood(account, reply.reply().id(), words, response)
                : redirect("/");
    }

    @PostMapping("/captures/{id}/draft")
    @Nullable ModelAndView answer(
            Account account,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        return done(
                account,
                id,
                request,
                response,
                capture -> answers.answer(account, capture, AnswerForm.read(form)),
                form.containsKey(Field.NEXT_RENEWAL_ON.wire()) ? "unclear.day" : "unclear");
    }

    @PostMapping("/captures/{id}/undo")
    @Nullable ModelAndView undo(
            Account account,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        return done(
                account, id, request, response, capture -> undo.undo(account, capture), "unclear");
    }

    @PostMapping("/captures/{id}/restore")
    @Nullable ModelAndView restore(
            Account account,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        return done(
                account,
                id,
                request,
                response,
                capture -> undo.restore(account, capture),
                "unclear");
    }

    private interface Doing {
        Object with(CaptureId capture);
    }

    private @Nullable ModelAndView done(
            Account account,
            String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Doing doing,
            String unclear)
            throws ServletException, IOException {
        var capture = new CaptureId(id);
        var words = wording.of(request);
        String problem;
        try {
            doing.with(capture);
            return Htmx.asks(request)
                    ? understood(account, capture, words, response)
                    : redirect("/?capture=" + captures.get(account.id(), capture).reply().id());
        } catch (NotAnswered e) {
            problem = e.isUnclear() ? unclear : "late";
        } catch (IllegalArgumentException e) {
            problem = unclear;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var kept = Saying.Kept.capture(capture, problem);
        if (Htmx.asks(request)) {
            return Page.view("capture/understood", saying.first(account, words, kept));
        }
        return page(kept, request, response);
    }

    private ModelAndView understood(
            Account account, CaptureId id, Words words, HttpServletResponse response) {
        response.setHeader(Htmx.TRIGGER, CHANGED);
        return Page.view("capture/understood", saying.after(account, words, id));
    }

    private Captures.Taken take(Account account, String key, Incoming incoming) {
        try {
            return captures.take(account, key(account, key, incoming), incoming);
        } catch (Idempotency.KeyReused e) {
            // the browser went back to an older page: this is a new message all the same
            return captures.take(account, null, incoming);
        }
    }

    private static Idempotency.@Nullable Key key(Account account, String key, Incoming incoming) {
        return key.isBlank()
                ? null
                : Idempotency.Key.of(account.id().value(), "POST /captures", key, incoming.text());
    }

    /** Why the text cannot be taken, as the page says it. */
    private static @Nullable String problem(Words words, String text) {
        if (text.isBlank()) {
            return words.say("box.problem.empty");
        }
        if (text.length() > Incoming.MAX_TEXT) {
            return words.say("box.problem.long", text.length(), Incoming.MAX_TEXT);
        }
        try {
            new Incoming(text, Source.TYPED, null, null);
            return null;
        } catch (IllegalArgumentException e) {
            return words.say("box.problem.character");
        }
    }

    static @Nullable ModelAndView refuse(
            String text, String problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        if (Htmx.asks(request)) {
            response.setHeader("HX-Retarget", "#problem");
            response.setHeader("HX-Reswap", "outerHTML");
            return Page.view("capture/refused", new RefusedView(problem));
        }
        return page(Saying.Kept.text(text, problem), request, response);
    }

    /** Answers with the whole page, for a browser without its script. */
    static @Nullable ModelAndView page(
            Saying.Kept kept, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        SayRegion.keep(request, kept);
        request.getRequestDispatcher("/").forward(asked(request), response);
        return null;
    }

    /** The request as one for the page that it is answered with. */
    private static HttpServletRequest asked(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getMethod() {
                return "GET";
            }
        };
    }

    static ModelAndView redirect(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
