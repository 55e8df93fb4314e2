package dev.sayso.cli;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A reply, or an outcome, in words for the terminal. Signs are those of the page's margin. */
final class Understood {
    private final JsonNode reply;
    private final Wording wording;
    private final StringBuilder lines = new StringBuilder();

    private Understood(JsonNode reply, Wording wording) {
        this.reply = reply;
        this.wording = wording;
    }

    static String text(JsonNode reply, Wording wording) {
        return new Understood(reply, wording).text();
    }

    private String text() {
        switch (reply.path("status").asString("")) {
            case "recorded" -> recorded();
            case "needs_input" -> needsInput();
            case "query" -> answer();
            case "help" -> line("“", "This asks for help" + topic() + ".");
            case "ignored" -> {
                line("–", letGo(reply.path("reason").asString("")));
                ask();
            }
            case "refused" -> refused();
            case "pending" -> line("…", "Saved. Still reading this one. You can go on.");
            case "failed" ->
                    line(
                            "!",
                            "Saved, but it could not be read" + reason() + ". Say it another way.");
            default -> line("!", "The server answered something that this version does not know.");
        }
        return lines.toString();
    }

    private void answer() {
        var answer = reply.path("answer");
        if (!answer.hasNonNull("text")) { // only read, not asked: there is nothing to look in
            line("“", "A question about what you have.");
            return;
        }
        line("“", answer.path("text").asString());
        var rows = answer.path("rows");
        if (rows.size() > 1) {
            rows.valueStream().map(this::counted).forEach(this::more);
        }
        int left = answer.path("count").asInt(0) - rows.size();
        if (left > 0) {
            more("and " + left + " more");
        }
    }

    private String counted(JsonNode row) {
        var cycle = row.path("billing_cycle").asString("");
        var day = row.path("on").asString("");
        var on = day.isEmpty() ? "" : wording.day(day);
        return row.path("name").asString("")
                + " · "
                + wording.money(row.path("cost").asString(""), row.path("currency").asString(""))
                + (cycle.isEmpty() ? "" : " " + Wording.every(cycle))
                + (on.isEmpty()
                        ? ""
                        : " · "
                                + (row.path("assumed").asBoolean(false)
                                        ? "about " + on + "?"
                                        : on));
    }

    private void recorded() {
        for (var event : reply.path("events")) {
            line("✓", EventText.sentence(event, wording));
            remarks(event);
        }
        for (var draft : reply.path("drafts")) {
            line("?", EventText.sentence(draft, wording) + " · left open");
        }
        ask();
    }

    private void needsInput() {
        for (var draft : drafts()) {
            line("?", EventText.sentence(draft, wording));
            remarks(draft);
        }
        if (reply.hasNonNull("ask")) {
            ask();
        } else {
            more("Missing: " + words(reply.path("missing")));
        }
    }

    /** By the contract the drafts of a question are its events. */
    private JsonNode drafts() {
        return reply.path("events").isEmpty() ? reply.path("drafts") : reply.path("events");
    }

    private void refused() {
        var events = drafts();
        var of = events.isEmpty() ? "This" : EventText.name(events.get(0));
        line(
                "=",
                switch (reply.path("reason").asString("")) {
                    case "duplicate" -> of + " is in your list already, at this price.";
                    case "already_cancelled" -> of + " is cancelled already.";
                    case "unknown_subscription" -> of + " is not in your list.";
                    default -> "It does not fit what is there" + reason() + ".";
                });
        ask();
        choices(reply.path("choices"));
    }

    private void remarks(JsonNode event) {
        EventText.remarks(event, wording).forEach(this::more);
    }

    private void ask() {
        var ask = reply.path("ask");
        if (ask.hasNonNull("text")) {
            more(ask.path("text").asString());
            choices(ask.path("choices"));
        }
    }

    private void choices(JsonNode choices) {
        if (!choices.isEmpty()) {
            more("→ " + texts(choices));
        }
    }

    private static String texts(JsonNode choices) {
        return choices.valueStream()
                .map(choice -> choice.path("text").asString(""))
                .collect(Collectors.joining(" · "));
    }

    private static String words(JsonNode fields) {
        List<String> words = new ArrayList<>();
        fields.forEach(field -> words.add(field.asString().replace('_', ' ')));
        return String.join(", ", words);
    }

    private static String letGo(String reason) {
        return switch (reason) {
            case "not_a_fact" ->
                    "Left out: this is a plan or a thought, not something that happened.";
            case "one_off" -> "This looks like a single purchase, so it was left out.";
            case "money_in" -> "Left out: this is about money that came in or did not go out.";
            case "secret" -> "Left out: this looks like a password or a code. It was not kept.";
            case "advert" -> "Left out: this looks like an advert.";
            default ->
                    "Nothing about a subscription was found in this. Try a name, a price and how"
                            + " often.";
        };
    }

    private String topic() {
        var topic = reply.path("topic").asString("");
        return topic.isEmpty() ? "" : " (" + topic.replace('_', ' ') + ")";
    }

    private String reason() {
        var reason = reply.path("reason").asString("");
        return reason.isEmpty() ? "" : " (" + reason.replace('_', ' ') + ")";
    }

    private void line(String sign, String text) {
        lines.append(sign).append(' ').append(Wording.plain(text)).append('\n');
    }

    private void more(String text) {
        lines.append("  ").append(Wording.plain(text)).append('\n');
    }
}
