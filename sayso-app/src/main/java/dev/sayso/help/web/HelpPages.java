package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.HelpRefused;
import dev.sayso.help.HelpSessions;
import dev.sayso.help.HelpSessions.Begin;
import dev.sayso.help.HelpView;
import dev.sayso.help.ShippedHelp;
import dev.sayso.help.Trees;
import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.Node;
import dev.sayso.platform.web.Assets;
import dev.sayso.platform.web.BarPlace;
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

import java.util.Map;

/**
 * Help as pages of plain forms. Each act leads to the page of the session, so that a reload asks
 * for nothing twice; an act that came too late leads there as well.
 */
@Controller
class HelpPages implements BarPlace {
    private final HelpSessions sessions;
    private final Trees trees;
    private final Wording wording;
    private final Assets assets;

    HelpPages(HelpSessions sessions, Trees trees, Wording wording, Assets assets) {
        this.sessions = sessions;
        this.trees = trees;
        this.wording = wording;
        this.assets = assets;
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
            @RequestParam(defaultValue = "") String screen,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String subscription,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "") String option) {
        var begun =
                sessions.start(
                        account,
                        null,
                        new Begin(
                                given(screen),
                                given(topic),
                                null,
                                subscription.isEmpty()
                                        ? Map.of()
                                        : Map.of("subscription_id", subscription),
                                false));
        // where a fact has answered it meanwhile, what was chosen is asked no more
        if (begun.node().equals(node) && !option.isEmpty()) {
            act(account, begun.session(), begun.step(), new Act.Choose(node, option));
        }
        return redirect("/help/" + begun.session());
    }

    @GetMapping("/help/{id}")
    ModelAndView step(Account account, @PathVariable String id, HttpServletRequest request) {
        try {
            var view = sessions.view(account, id);
            return Page.view(
                    "help/step",
                    new StepView(
                            pageOf(request), view, question(account, "", ""), "", "", "", false));
        } catch (HelpRefused gone) {
            return first(account, "", "", "", true, request);
        }
    }

    @PostMapping("/help/{id}/answers")
    ModelAndView answer(
            Account account,
            @PathVariable String id,
            @RequestParam int step,
            @RequestParam String node,
            @RequestParam String option) {
        return acted(account, id, step, new Act.Choose(node, option));
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
        return Page.view(
                "help/step",
                new StepView(
                        pageOf(request),
                        null,
                        question(account, screen, topic),
                        screen,
                        topic,
                        subscription,
                        over));
    }

    private Page pageOf(HttpServletRequest request) {
        var words = wording.of(request);
        return new Page(words, assets, words.say("help.title"));
    }

    /** The question that a session from there would begin with, were no fact to answer it. */
    private FirstView question(Account account, String screen, String topic) {
        var published = trees.find(ShippedHelp.SAYSO).orElseThrow();
        var tree = published.tree();
        var entry = tree.entries().of(given(screen), given(topic));
        var node =
                tree.node(entry) instanceof Node.Ask ask
                        ? ask
                        : (Node.Ask) tree.node(tree.entries().start());
        var text = published.wordings().of(node.id(), account.locale(), Map.of());
        return new FirstView(
                node.id(),
                text.text(),
                text.lang(),
                node.options().stream()
                        .map(
                                option ->
                                        new HelpView.Option(
                                                option.id(),
                                                published
                                                        .wordings()
                                                        .of(
                                                                node.id() + "/" + option.id(),
                                                                account.locale(),
                                                                Map.of())
                                                        .text()))
                        .toList());
    }

    private static @Nullable String given(String parameter) {
        return parameter.isEmpty() ? null : parameter;
    }

    private static ModelAndView redirect(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
