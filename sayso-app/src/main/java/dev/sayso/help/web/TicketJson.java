package dev.sayso.help.web;

import dev.sayso.help.Ticket;
import dev.sayso.help.Tickets;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tickets as JSON: the agents' whole, the person's own without what agents note. */
final class TicketJson {
    private TicketJson() {}

    static Map<String, Object> ofAgent(Tickets.Opened opened) {
        var json = ofAgent(opened.ticket());
        json.put("tree_version", opened.treeVersion());
        json.put("context", opened.context());
        json.put("facts", opened.facts());
        json.put("transcript", opened.transcript().stream().map(TicketJson::of).toList());
        return json;
    }

    static Map<String, Object> ofAgent(Ticket ticket) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", ticket.number());
        json.put("session", ticket.session());
        json.put("state", ticket.state());
        json.put("revision", ticket.revision());
        json.put("queue", ticket.queue());
        json.put("priority", ticket.urgent() ? "high" : "normal");
        json.put("reason", ticket.reason());
        json.put("opened_at", ticket.openedAt());
        put(json, "taken_by", ticket.takenBy());
        put(json, "taken_at", ticket.takenAt());
        put(json, "replied_at", ticket.repliedAt());
        put(json, "cause", ticket.cause());
        put(json, "closed_at", ticket.closedAt());
        json.put("lines", lines(ticket.lines()));
        return json;
    }

    static Map<String, Object> ofPerson(Ticket ticket) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", ticket.number());
        json.put("state", ticket.state());
        json.put("opened_at", ticket.openedAt());
        put(json, "replied_at", ticket.repliedAt());
        put(json, "closed_at", ticket.closedAt());
        json.put("lines", lines(ticket.conversation()));
        return json;
    }

    private static List<Map<String, String>> lines(List<Ticket.Line> lines) {
        return lines.stream()
                .map(
                        line ->
                                Map.of(
                                        "at", line.at(),
                                        "kind", line.kind().wire(),
                                        "by", line.by(),
                                        "text", line.text()))
                .toList();
    }

    private static Map<String, Object> of(Tickets.Line line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", line.at());
        json.put("what", JsonMapper.shared().readTree(line.what()));
        put(json, "shown", line.shown());
        return json;
    }

    private static void put(Map<String, Object> json, String key, @Nullable String value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
