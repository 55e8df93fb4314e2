package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.HelpReports;
import dev.sayso.help.Ticket;
import dev.sayso.help.Tickets;
import dev.sayso.help.figures.Figures;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.JsonBody;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What agents answer, and the figures, as JSON. */
@RestController
@RequestMapping(path = "/api/help", produces = MediaType.APPLICATION_JSON_VALUE)
class TicketApi {
    private static final Set<String> STATES = Set.of("open", "taken", "closed");

    private final Tickets tickets;
    private final HelpReports reports;
    private final Clock clock;

    TicketApi(Tickets tickets, HelpReports reports, Clock clock) {
        this.tickets = tickets;
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping("/tickets")
    String tickets(@RequestParam(defaultValue = "open") String state) {
        if (!STATES.contains(state)) {
            throw new BadRequest("state is not known; give open, taken or closed");
        }
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("items", tickets.in(state).stream().map(TicketApi::json).toList()));
    }

    @GetMapping("/tickets/{number}")
    ResponseEntity<String> ticket(@PathVariable long number) {
        return tickets.find(number)
                .map(
                        opened -> {
                            var json = json(opened.ticket());
                            json.put("tree_version", opened.treeVersion());
                            json.put("context", opened.context());
                            json.put(
                                    "transcript",
                                    opened.transcript().stream().map(TicketApi::json).toList());
                            return ResponseEntity.ok(JsonMapper.shared().writeValueAsString(json));
                        })
                .orElseGet(TicketApi::unknown);
    }

    @PostMapping("/tickets/{number}/reply")
    ResponseEntity<String> reply(@PathVariable long number, @RequestBody byte[] bytes) {
        var text = text(bytes, "text");
        return tickets.reply(number, text)
                ? ticket(number)
                : taken(number, "somebody else has replied to it already; its reply comes along");
    }

    @PostMapping("/tickets/{number}/close")
    ResponseEntity<String> close(@PathVariable long number, @RequestBody byte[] bytes) {
        var cause = text(bytes, "cause");
        return tickets.close(number, cause)
                ? ticket(number)
                : taken(number, "it is closed already");
    }

    @GetMapping("/analytics/funnel")
    String funnel(
            Account account,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String locale) {
        var today = account.today(clock);
        var last = to == null ? today : day("to", to);
        var first = from == null ? last.minusDays(29) : day("from", from);
        if (first.isAfter(last) || first.plusYears(2).isBefore(last)) {
            throw new BadRequest("from is after to, or more than two years before it");
        }
        return JsonMapper.shared()
                .writeValueAsString(
                        FigureJson.of(
                                reports.of(
                                        account,
                                        new Figures.Selection(
                                                first, last, version, entry, locale))));
    }

    private static String text(byte[] bytes, String field) {
        var body = JsonBody.read(bytes);
        var text = body.required(field);
        body.tried(
                () -> {
                    if (text.isBlank() || text.length() > 4_000) {
                        throw new IllegalArgumentException(
                                field + " may have 1 to 4,000 characters");
                    }
                    return true;
                });
        body.done();
        return text;
    }

    private ResponseEntity<String> taken(long number, String message) {
        var found = tickets.find(number);
        if (found.isEmpty()) {
            return unknown();
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("error", "stale");
        json.put("message", message);
        json.put("ticket", json(found.get().ticket()));
        return HelpProblems.answer(
                HttpStatus.CONFLICT, JsonMapper.shared().writeValueAsString(json));
    }

    private static ResponseEntity<String> unknown() {
        return HelpProblems.answer(
                HttpStatus.NOT_FOUND,
                HelpProblems.json(
                        "not_found",
                        "there is no such ticket; GET /api/help/tickets?state=open lists them",
                        null));
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest(name + " is no day; give one such as 2026-11-24");
        }
    }

    private static Map<String, Object> json(Tickets.Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", line.at());
        json.put("what", JsonMapper.shared().readTree(line.what()));
        if (line.shown() != null) {
            json.put("shown", line.shown());
        }
        return json;
    }

    private static Map<String, Object> json(Ticket ticket) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", ticket.number());
        json.put("session", ticket.session());
        json.put("state", ticket.state());
        json.put("queue", ticket.queue());
        json.put("priority", ticket.urgent() ? "high" : "normal");
        json.put("reason", ticket.reason());
        put(json, "note", ticket.note());
        json.put("opened_at", ticket.openedAt());
        put(json, "reply", ticket.reply());
        put(json, "replied_at", ticket.repliedAt());
        put(json, "cause", ticket.cause());
        put(json, "closed_at", ticket.closedAt());
        return json;
    }

    private static void put(Map<String, Object> json, String key, @Nullable String value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
