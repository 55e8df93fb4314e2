package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.Ticket;
import dev.sayso.help.Tickets;
import dev.sayso.help.Tickets.Act;
import dev.sayso.help.Tickets.Done;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;

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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What agents see and answer, as JSON. */
@RestController
@RequestMapping(path = "/api/help/tickets", produces = MediaType.APPLICATION_JSON_VALUE)
class TicketApi {
    private static final Set<String> STATES = Set.of("open", "taken", "closed");

    private final Tickets tickets;

    TicketApi(Tickets tickets) {
        this.tickets = tickets;
    }

    @GetMapping
    @Bodies(gives = "HelpTicketPage")
    String tickets(@RequestParam(defaultValue = "open") String state) {
        if (!STATES.contains(state)) {
            throw new BadRequest("state is not known; give open, taken or closed");
        }
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "items",
                                tickets.in(state).stream().map(TicketJson::ofAgent).toList()));
    }

    @GetMapping("/{number}")
    @Bodies(gives = "HelpTicket")
    ResponseEntity<String> ticket(@PathVariable long number) {
        return tickets.find(number)
                .map(
                        opened ->
                                ResponseEntity.ok(
                                        JsonMapper.shared()
                                                .writeValueAsString(TicketJson.ofAgent(opened))))
                .orElseGet(TicketApi::unknown);
    }

    @PostMapping("/{number}/take")
    @Bodies(takes = "HelpSeen", gives = "HelpTicket")
    ResponseEntity<String> take(
            Account agent,
            @PathVariable long number,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        return act(agent, number, bytes, _ -> new Act.Take());
    }

    @PostMapping("/{number}/note")
    @Bodies(takes = "HelpWords", gives = "HelpTicket")
    ResponseEntity<String> note(
            Account agent, @PathVariable long number, @RequestBody byte[] bytes) {
        return act(agent, number, bytes, body -> new Act.Note(text(body, "text")));
    }

    @PostMapping("/{number}/reply")
    @Bodies(takes = "HelpWords", gives = "HelpTicket")
    ResponseEntity<String> reply(
            Account agent, @PathVariable long number, @RequestBody byte[] bytes) {
        return act(agent, number, bytes, body -> new Act.Reply(text(body, "text")));
    }

    @PostMapping("/{number}/close")
    @Bodies(takes = "HelpClose", gives = "HelpTicket")
    ResponseEntity<String> close(
            Account agent, @PathVariable long number, @RequestBody byte[] bytes) {
        return act(
                agent,
                number,
                bytes,
                body -> {
                    var cause = text(body, "cause");
                    var last = body.text("reply");
                    if (last != null) {
                        body.tried(() -> Texts.within("reply", last, Tickets.LONGEST));
                    }
                    return new Act.Close(cause, last);
                });
    }

    private ResponseEntity<String> act(
            Account agent, long number, byte @Nullable [] bytes, Function<JsonBody, Act> read) {
        var body = JsonBody.read(bytes == null ? new byte[] {'{', '}'} : bytes);
        var seen = body.whole("revision");
        var act = read.apply(body);
        body.done();
        return switch (tickets.act(agent, number, seen == null ? null : seen.longValue(), act)) {
            case Done.Now(var ticket) ->
                    ResponseEntity.ok(
                            JsonMapper.shared().writeValueAsString(TicketJson.ofAgent(ticket)));
            case Done.Meanwhile(var ticket) -> meanwhile(ticket);
            case Done.Unknown _ -> unknown();
        };
    }

    private static String text(JsonBody body, String field) {
        var text = body.required(field);
        body.tried(() -> Texts.within(field, text, Tickets.LONGEST));
        return text;
    }

    private static ResponseEntity<String> meanwhile(Ticket ticket) {
        var json = new LinkedHashMap<String, Object>();
        json.put("error", "stale");
        json.put(
                "message",
                ticket.isClosed()
                        ? "it is closed; as it stands it comes along"
                        : "somebody else acted on it meanwhile; it comes along as it stands now,"
                                + " with its revision to act on");
        json.put("ticket", TicketJson.ofAgent(ticket));
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
}
