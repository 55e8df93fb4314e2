package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;
import dev.sayso.help.HelpRefused;
import dev.sayso.help.HelpSessions;
import dev.sayso.help.HelpSessions.Begin;
import dev.sayso.help.HelpView;
import dev.sayso.help.Tickets;
import dev.sayso.help.tree.Act;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.BarPlace;
import dev.sayso.platform.web.Idempotency;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Wording;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import java.util.List;
import java.util.Map;

/**
 * Help as pages of plain forms. Each act leads to the page of the session, so that a reload asks
 * for nothing twice; an act that came too late leads there as well.
 */
@Controller
class HelpPages implements BarPlace {
    private static final int LONGEST = 2_000;

    private final HelpSessions sessions;
    private final Tickets tickets;
    private final FirstViews firsts;
    private final Endings endings;
    private final Wording wording;
    private final Assets assets;
    private final Ids ids;

    HelpPages(
            HelpSessions sessions,
            Tickets tickets,
            FirstViews firsts,
            Endings endings,
            Wording wording,
            Assets assets,
            Ids ids) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.firsts = firsts;
        this.endings = endings;
        this.wording = wording;
        this.assets = assets;
        this.ids = ids;
    }

    @Override
    public Slot slot() {
        return Slot.HELP;
    }

    @Override
    public String path() {
        return "/help";
    }

    @GetMapping("/help")
    ModelAndView first(
            Account account,
            @RequestParam(defaultValue = "") String screen,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String subscription,
            HttpServletRequest request) {
        return first(account, screen, topic, subscription, false, request);
    }

    @PostMapping("/help")
    ModelAndView begin(
            Account account,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String screen,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String subscription,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String person,
            HttpServletRequest request) {
        var begun =
                sessions.start(
                        account,
                        key(account, key, screen, topic, subscription, option, text, person),
                        new Begin(
                                        null,
                                        given(screen),
                                        given(topic),
                                        null,
                                        subscription.isEmpty()
                                                ? Map.of()
                                                : Map.of(
                                                        "subscription_id",
                                                        shortened(subscription, 200)),
                                        false)
                                .by(Visitor.of(request)));
        if (begun.step() == 1 && !person.isEmpty()) {
            act(account, begun.session(), 1, new Act.Escalate());
        } else if (begun.step() == 1 && begun.node().equals(node)) {
            // where a fact has answered it meanwhile, what was chosen is asked no more
            answered(account, begun.session(), 1, node, option, text);
        }
        return redirect("/help/" + begun.session());
    }

    /** A double press is one session; another answer from the same page is another. */
    private static Idempotency.@Nullable Key key(Account account, String key, String... body) {
        return key.matches("[\\w-]{1,64}")
                ? Idempotency.Key.of(
                        account.id().value(),
                        "POST /help",
                        key + "-" + Integer.toHexString(List.of(body).hashCode()),
                        body)
                : null;
    }

    @GetMapping("/help/{id}")
    ModelAndView show(Account account, @PathVariable String id, HttpServletRequest request) {
        HelpView step;
        try {
            step = sessions.view(account, id);
        } catch (HelpRefused over) {
            return first(account, "", "", "", true, request);
        }
        var page = page(request);
        return Page.view(
                "help/step",
                new StepView(
                        page,
                        step,
                        step.end() == null ? null : endings.of(account, step, page.words()),
                        FirstView.NONE,
                        "",
                        "",
                        "",
                        "",
                        false,
                        List.of()));
    }

    @PostMapping("/help/{id}/answers")
    ModelAndView answer(
            Account account,
            @PathVariable String id,
            @RequestParam int step,
            @RequestParam String node,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String text) {
        answered(account, id, step, node, option, text);
        return redirect("/help/" + id);
    }

    private void answered(
            Account account, String id, int step, String node, String option, String text) {
        if (!option.isEmpty()) {
            act(account, id, step, new Act.Choose(node, option));
        } else if (!text.isBlank()) {
            act(account, id, step, new Act.Say(node, shortened(text, LONGEST)));
        }
    }

    @PostMapping("/help/{id}/back")
    ModelAndView back(Account account, @PathVariable String id, @RequestParam int step) {
        return acted(account, id, step, new Act.Back());
    }

    @PostMapping("/help/{id}/restart")
    ModelAndView restart(Account account, @PathVariable String id, @RequestParam int step) {
        return acted(account, id, step, new Act.Restart());
    }

    @PostMapping("/help/{id}/contest")
    ModelAndView contest(
            Account account,
            @PathVariable String id,
            @RequestParam int step,
            @RequestParam String node) {
        return acted(account, id, step, new Act.Contest(node));
    }

    @PostMapping("/help/{id}/escalate")
    ModelAndView escalate(Account account, @PathVariable String id, @RequestParam int step) {
        return acted(account, id, step, new Act.Escalate());
    }

    /** What the person adds for the one who answers. */
    @PostMapping("/help/{id}/ticket")
    ModelAndView add(
            Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text) {
        if (!text.isBlank()) {
            tickets.add(account, id, shortened(text, LONGEST));
        }
        return redirect("/help/" + id);
    }

    @PostMapping("/help/{id}/feedback")
    ModelAndView rate(Account account, @PathVariable String id, @RequestParam int rating) {
        try {
            if (rating >= 1 && rating <= 5 && sessions.view(account, id).rating() == null) {
                sessions.rate(account, id, rating, null);
            }
        } catch (HelpRefused late) {
            // the page that follows asks no more
        }
        return redirect("/help/" + id);
    }

    private ModelAndView acted(Account account, String id, int step, Act act) {
        act(account, id, step, act);
        return redirect("/help/" + id);
    }

    private void act(Account account, String id, int step, Act act) {
        try {
            sessions.act(account, id, step, act.toString(), act);
        } catch (HelpRefused stale) {
            // the page that follows shows where it stands now, or that it is over
        }
    }

    private ModelAndView first(
            Account account,
            String screen,
            String topic,
            String subscription,
            boolean over,
            HttpServletRequest request) {
        var page = page(request);
        return Page.view(
                "help/step",
                new StepView(
                        page,
                        null,
                        null,
                        firsts.of(account, given(screen), given(topic)),
                        screen,
                        topic,
                        subscription,
                        ids.next(),
                        over,
                        tickets.of(account).stream()
                                .map(
                                        ticket ->
                                                new StepView.TicketLine(
                                                        ticket.session(),
                                                        Endings.stands(
                                                                account, ticket, page.words())))
                                .toList()));
    }

    private Page page(HttpServletRequest request) {
        var words = wording.of(request);
        return new Page(words, assets, words.say("help.title"));
    }

    private static @Nullable String given(String parameter) {
        return parameter.isEmpty() ? null : parameter;
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static ModelAndView redirect(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
