package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.HelpReports;
import dev.sayso.help.Publications;
import dev.sayso.help.Publications.Outcome;
import dev.sayso.help.Published;
import dev.sayso.help.ShippedHelp;
import dev.sayso.help.Trees;
import dev.sayso.help.figures.Figures;
import dev.sayso.help.figures.Rate;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** How well help helps, and which of its versions serves. */
@Controller
@RequestMapping("/help/trees")
class TreePages {
    private final Trees trees;
    private final Publications publications;
    private final HelpReports reports;
    private final Wording wording;
    private final Assets assets;

    TreePages(
            Trees trees,
            Publications publications,
            HelpReports reports,
            Wording wording,
            Assets assets) {
        this.trees = trees;
        this.publications = publications;
        this.reports = reports;
        this.wording = wording;
        this.assets = assets;
    }

    @GetMapping
    ModelAndView show(Account author, HttpServletRequest request) {
        var words = wording.of(request);
        var serving = trees.sayso();
        var figures = reports.lastMonth(author);
        var history = publications.history(ShippedHelp.SAYSO);
        return Page.view(
                "help/trees",
                new TreesView(
                        new Page(words, assets, words.say("trees.title")),
                        serving.version(),
                        words.say(
                                "trees.serving",
                                serving.version().substring(0, 12),
                                Integer.toString(serving.revision())),
                        history.stream()
                                .anyMatch(
                                        it ->
                                                !it.withdrawn()
                                                        && !it.version().equals(serving.version())),
                        figures(figures, words),
                        figures.nodes().entrySet().stream()
                                .map(
                                        node ->
                                                new TreesView.NodeRow(
                                                        node.getKey(),
                                                        node.getValue().seen(),
                                                        share(node.getValue().left(), words),
                                                        node.getValue().exits(),
                                                        node.getValue().skipped()))
                                .toList(),
                        entries(author, serving, history, words)));
    }

    @PostMapping("/{version}/serve")
    ModelAndView serve(Account author, @PathVariable String version, HttpServletRequest request) {
        return changed(publications.serve(author, version, null), author, request);
    }

    @PostMapping("/{version}/withdraw")
    ModelAndView withdraw(
            Account author, @PathVariable String version, HttpServletRequest request) {
        return changed(publications.withdraw(author, version), author, request);
    }

    /** Where nothing could be changed, the page shows what serves as before. */
    private ModelAndView changed(Outcome outcome, Account author, HttpServletRequest request) {
        if (outcome instanceof Outcome.Serves) {
            return TicketPages.redirect("/help/trees");
        }
        var page = show(author, request);
        page.setStatus(
                outcome instanceof Outcome.Unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
        return page;
    }

    private static List<TreesView.Entry> entries(
            Account author, Published serving, List<Publications.Entry> history, Words words) {
        var offered = new HashSet<String>();
        var entries = new ArrayList<TreesView.Entry>();
        for (var entry : history) {
            var by = entry.by();
            entries.add(
                    new TreesView.Entry(
                            entry.version(),
                            words.say("trees.act." + entry.act()),
                            by == null
                                    ? words.say(
                                            "trees.shipped",
                                            TicketPages.when(author, entry.at(), words))
                                    : words.say(
                                            "trees.by",
                                            TicketPages.when(author, entry.at(), words),
                                            by),
                            !entry.withdrawn()
                                    && !entry.version().equals(serving.version())
                                    && offered.add(entry.version())));
        }
        return entries;
    }

    private static List<TreesView.Figure> figures(Figures figures, Words words) {
        var counts = figures.counts();
        return List.of(
                new TreesView.Figure(
                        words.say("trees.started"), Integer.toString(counts.started()), null),
                figure("trees.handled", figures.handled(), words),
                figure("trees.best_case", figures.bestCase(), words),
                figure("trees.bounces", figures.bounces(), words),
                figure("trees.satisfied", figures.satisfied(), words),
                figure("trees.objections", figures.objections(), words),
                new TreesView.Figure(
                        words.say("trees.escalated"),
                        Integer.toString(counts.escalated()),
                        figures.escalations().isEmpty()
                                ? null
                                : String.join(
                                        ", ",
                                        figures.escalations().entrySet().stream()
                                                .map(
                                                        reason ->
                                                                words.say(
                                                                                "ticket.reason."
                                                                                        + reason.getKey()
                                                                                                .wire())
                                                                        + " "
                                                                        + reason.getValue())
                                                .toList())));
    }

    private static TreesView.Figure figure(String key, Rate rate, Words words) {
        var why =
                rate.value().isEmpty()
                        ? words.say("trees.few")
                        : words.say(
                                rate.provisional() ? "trees.of.provisional" : "trees.of",
                                rate.numerator(),
                                rate.denominator(),
                                words.day(rate.finalOn()));
        return new TreesView.Figure(words.say(key), share(rate, words), why);
    }

    /** A share in per cent, or two numbers where it is none. */
    private static String share(Rate rate, Words words) {
        return rate.value()
                .map(value -> words.say("trees.percent", value))
                .orElseGet(() -> words.say("trees.numbers", rate.numerator(), rate.denominator()));
    }
}
