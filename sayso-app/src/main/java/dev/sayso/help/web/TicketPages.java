package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.Ticket;
import dev.sayso.help.Tickets;
import dev.sayso.help.Tickets.Act;
import dev.sayso.help.Tickets.Done;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The inbox of those who answer. */
@Controller
@RequestMapping("/help/tickets")
class TicketPages {
    private static final List<String> STATES = List.of("open", "taken", "closed");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Tickets tickets;
    private final Wording wording;
    private final Assets assets;

    TicketPages(Tickets tickets, Wording wording, Assets assets) {
        this.tickets = tickets;
        this.wording = wording;
        this.assets = assets;
    }

    @GetMapping
    ModelAndView list(
            Account agent,
            @RequestParam(defaultValue = "open") String state,
            HttpServletRequest request) {
        var words = wording.of(request);
        var shown = STATES.contains(state) ? state : "open";
        return Page.view(
                "help/tickets",
                new TicketsView(
                        new Page(words, assets, words.say("tickets.title")),
                        STATES.stream()
                                .map(
                                        each ->
                                                new TicketsView.Tab(
                                                        each,
                                                        words.say(
                                                                "tickets." + each,
                                                                tickets.count(each)),
                                                        each.equals(shown)))
                                .toList(),
                        tickets.in(shown).stream().map(it -> row(agent, it, words)).toList()));
    }

    private static TicketsView.Row row(Account agent, Ticket ticket, Words words) {
        return new TicketsView.Row(
                ticket.number(),
                words.say(
                        ticket.urgent() ? "tickets.urgent" : "tickets.row",
                        Long.toString(ticket.number()),
                        ticket.queue()),
                words.say(
                        "tickets.what",
                        words.say("ticket.reason." + ticket.reason()),
                        when(agent, ticket.openedAt(), words)),
                ticket.urgent());
    }

    @GetMapping("/{number}")
    ModelAndView show(Account agent, @PathVariable long number, HttpServletRequest request) {
        return ticket(agent, number, false, Map.of(), request);
    }

    @PostMapping("/{number}/take")
    ModelAndView take(
            Account agent,
            @PathVariable long number,
            @RequestParam long revision,
            HttpServletRequest request) {
        return acted(agent, number, revision, new Act.Take(), Map.of(), request);
    }

    @PostMapping("/{number}/note")
    ModelAndView note(
            Account agent,
            @PathVariable long number,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        return written(
                agent, number, revision, text, new Act.Note(text), Map.of("note", text), request);
    }

    @PostMapping("/{number}/reply")
    ModelAndView reply(
            Account agent,
            @PathVariable long number,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        return written(
                agent, number, revision, text, new Act.Reply(text), Map.of("reply", text), request);
    }

    @PostMapping("/{number}/close")
    ModelAndView close(
            Account agent,
            @PathVariable long number,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String cause,
            HttpServletRequest request) {
        return written(
                agent, number, revision, cause, new Act.Close(cause, null), Map.of(), request);
    }

    private ModelAndView written(
            Account agent,
            long number,
            long revision,
            String text,
            Act act,
            Map<String, String> drafts,
            HttpServletRequest request) {
        return text.isBlank() || text.length() > Tickets.LONGEST
                ? ticket(agent, number, false, drafts, request)
                : acted(agent, number, revision, act, drafts, request);
    }

    private ModelAndView acted(
            Account agent,
            long number,
            long revision,
            Act act,
            Map<String, String> drafts,
            HttpServletRequest request) {
        return switch (tickets.act(agent, number, revision, act)) {
            case Done.Now _ -> redirect("/help/tickets/" + number);
            case Done.Meanwhile _ -> ticket(agent, number, true, drafts, request);
            case Done.Unknown _ -> unknown(agent, request);
        };
    }

    private ModelAndView ticket(
            Account agent,
            long number,
            boolean meanwhile,
            Map<String, String> drafts,
            HttpServletRequest request) {
        var found = tickets.find(number);
        if (found.isEmpty()) {
            return unknown(agent, request);
        }
        var words = wording.of(request);
        var ticket = found.get().ticket();
        var facts = new TreeMap<>(found.get().facts());
        facts.values().removeIf(String::isEmpty);
        facts.putAll(found.get().context());
        var view =
                Page.view(
                        "help/ticket",
                        new TicketView(
                                new Page(
                                        words,
                                        assets,
                                        words.say("ticket.title", Long.toString(number))),
                                number,
                                ticket.revision(),
                                words.say(
                                        ticket.urgent() ? "tickets.urgent" : "tickets.row",
                                        Long.toString(number),
                                        ticket.queue()),
                                stands(agent, ticket, words),
                                !ticket.isClosed(),
                                agent.name().equals(ticket.takenBy()),
                                meanwhile,
                                ticket.lines().stream()
                                        .map(line -> line(agent, line, words))
                                        .toList(),
                                found.get().transcript().stream()
                                        .map(line -> event(agent, line, words))
                                        .toList(),
                                facts.entrySet().stream()
                                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                                        .toList(),
                                drafts));
        if (meanwhile) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        return view;
    }

    /** The list of those that there are. */
    private ModelAndView unknown(Account agent, HttpServletRequest request) {
        var list = list(agent, "open", request);
        list.setStatus(HttpStatus.NOT_FOUND);
        return list;
    }

    private static String stands(Account agent, Ticket ticket, Words words) {
        var by = ticket.takenBy();
        return ticket.isClosed()
                ? words.say("ticket.closed", when(agent, String.valueOf(ticket.closedAt()), words))
                : by == null
                        ? words.say("ticket.open", words.say("ticket.reason." + ticket.reason()))
                        : words.say(
                                agent.name().equals(by) ? "ticket.mine" : "ticket.taken",
                                by,
                                words.say("ticket.reason." + ticket.reason()));
    }

    private static TicketView.Line line(Account agent, Ticket.Line line, Words words) {
        return new TicketView.Line(
                line.kind().wire(),
                words.say(
                        "ticket.line." + line.kind().wire(),
                        line.by(),
                        when(agent, line.at(), words)),
                line.kind() == Ticket.Kind.PERSON,
                line.text());
    }

    private static TicketView.Event event(Account agent, Tickets.Line line, Words words) {
        var what = JsonMapper.shared().readTree(line.what());
        return new TicketView.Event(
                when(agent, line.at(), words), sentence(what, words), line.shown());
    }

    private static String sentence(JsonNode what, Words words) {
        var key = new StringBuilder("ticket.event.").append(what.path("type").asString());
        for (var yesOrNo : List.of("accepted", "solved", "succeeded")) {
            if (what.has(yesOrNo)) {
                key.append('.').append(what.path(yesOrNo).asBoolean());
            }
        }
        return words.say(
                key.toString(),
                what.path("node").asString(what.path("entry").asString("")),
                what.path("option").asString(what.path("action").asString("")),
                what.path("result")
                        .asString(what.path("reason").asString(""))
                        .toLowerCase(java.util.Locale.ROOT),
                what.path("rating").asInt(0));
    }

    static String when(Account account, String at, Words words) {
        var there = Instant.parse(at).atZone(account.zone());
        return words.say("help.at", words.day(there.toLocalDate()), TIME.format(there));
    }

    static ModelAndView redirect(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
