package dev.sayso.capture;

import dev.sayso.insight.AnswerJson;
import dev.sayso.json.ContractJson;
import dev.sayso.language.Outcome;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.subscription.Fit.Refusal;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The contract's reply of a capture, to and from JSON. What it stores is what it answers. */
public final class ReplyJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonMapper MAPPER = new JsonMapper();

    private ReplyJson() {}

    /** The contract's {@code status}. */
    public static String status(Reply reply) {
        return switch (reply) {
            case Reply.Recorded _ -> "recorded";
            case Reply.Asks _ -> "needs_input";
            case Reply.Refused _ -> "refused";
            case Reply.Answer _ -> "query";
            case Reply.Guide _ -> "help";
            case Reply.LetGo _ -> "ignored";
        };
    }

    /** As below, and whether it was taken back since. */
    public static String write(Stored stored) {
        var reply = (ObjectNode) MAPPER.readTree(write(stored.reply()));
        if (stored.undoneAt() != null) {
            reply.put("undone_at", stored.undoneAt());
        }
        return reply.toString();
    }

    public static String write(Reply reply) {
        var text = new StringWriter(512);
        try (var to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            to.writeStringProperty("id", reply.id().value());
            to.writeNumberProperty("position", reply.position());
            switch (reply) {
                case Reply.Recorded r -> writeRecorded(to, r);
                case Reply.Refused r -> writeRefused(to, r);
                case Reply.Asks a -> {
                    ContractJson.writeMembers(to, a.outcome());
                    writeAsk(to, a.ask());
                }
                case Reply.LetGo l -> {
                    ContractJson.writeMembers(to, l.outcome());
                    writeAsk(to, l.ask());
                }
                case Reply.Answer a -> {
                    ContractJson.writeMembers(to, a.outcome());
                    if (a.answer() != null) {
                        to.writeObjectPropertyStart("answer");
                        AnswerJson.writeMembers(to, a.answer());
                        to.writeEndObject();
                    }
                }
                case Reply.Guide g -> ContractJson.writeMembers(to, g.outcome());
            }
            to.writeEndObject();
        }
        return text.toString();
    }

    private static void writeRecorded(JsonGenerator to, Reply.Recorded reply) {
        to.writeStringProperty("status", "recorded");
        to.writeArrayPropertyStart("events");
        for (var noted : reply.noted()) {
            to.writeStartObject();
            ContractJson.writeMembers(to, noted.reading());
            to.writeStringProperty("id", noted.eventId().value());
            if (noted.subscriptionId() != null) {
                to.writeStringProperty("subscription_id", noted.subscriptionId().value());
            }
            if (noted.replaced() != null) {
                to.writeStringProperty("replaced", noted.replaced().value());
            }
            to.writeEndObject();
        }
        to.writeEndArray();
        if (!reply.drafts().isEmpty()) {
            to.writeArrayPropertyStart("drafts");
            for (var draft : reply.drafts()) {
                to.writeStartObject();
                ContractJson.writeMembers(to, draft);
                to.writeEndObject();
            }
            to.writeEndArray();
        }
        switch (reply.turn()) {
            case NEW -> {}
            case CORRECTS -> to.writeBooleanProperty("corrects", true);
            case ANSWERS -> to.writeBooleanProperty("answers", true);
        }
        writeAsk(to, reply.ask());
    }

    private static void writeRefused(JsonGenerator to, Reply.Refused reply) {
        to.writeStringProperty("status", "refused");
        to.writeArrayPropertyStart("events");
        to.writeStartObject();
        ContractJson.writeMembers(to, reply.draft());
        to.writeEndObject();
        to.writeEndArray();
        to.writeStringProperty("reason", reply.reason().wire());
        writeChoices(to, reply.choices());
    }

    private static void writeAsk(JsonGenerator to, @Nullable Ask ask) {
        if (ask == null) {
            return;
        }
        to.writeObjectPropertyStart("ask");
        to.writeStringProperty("field", ask.field());
        to.writeStringProperty("text", ask.text());
        writeChoices(to, ask.choices());
        to.writeEndObject();
    }

    private static void writeChoices(JsonGenerator to, List<Ask.Option> choices) {
        to.writeArrayPropertyStart("choices");
        for (var choice : choices) {
            to.writeStartObject();
            to.writeStringProperty("text", choice.text());
            to.writeObjectPropertyStart("answer");
            choice.answer().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(field -> writeAnswer(to, field.getKey(), field.getValue()));
            to.writeEndObject();
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void writeAnswer(JsonGenerator to, String field, String value) {
        switch (field) {
            case "leave", "confirm" -> to.writeBooleanProperty(field, Boolean.parseBoolean(value));
            case "days_before" -> to.writeNumberProperty(field, Integer.parseInt(value));
            default -> to.writeStringProperty(field, value);
        }
    }

    /** Reads what {@link #write} gave. */
    static Reply read(String json) {
        var reply = (ObjectNode) MAPPER.readTree(json);
        var id = new CaptureId(reply.remove("id").asString());
        long position = reply.remove("position").asLong();
        var ask = ask(reply.remove("ask"));
        var answer = reply.remove("answer");
        if (reply.get("status").asString().equals("refused")) {
            return refused(id, position, reply);
        }
        var envelopes = new ArrayList<Map<String, String>>();
        for (var event : reply.get("events")) {
            envelopes.add(envelope((ObjectNode) event));
        }
        return switch (ContractJson.readOutcome(reply.toString())) {
            case Outcome.Recorded(var readings, var drafts, var turn) -> {
                var noted = new ArrayList<Reply.Noted>();
                for (int i = 0; i < readings.size(); i++) {
                    var envelope = envelopes.get(i);
                    var subscription = envelope.get("subscription_id");
                    var replaced = envelope.get("replaced");
                    noted.add(
                            new Reply.Noted(
                                    readings.get(i),
                                    new EventId(Objects.requireNonNull(envelope.get("id"))),
                                    subscription == null ? null : new SubscriptionId(subscription),
                                    replaced == null ? null : new EventId(replaced)));
                }
                yield new Reply.Recorded(id, position, noted, drafts, turn, ask);
            }
            case Outcome.NeedsInput(var drafts, var turn) -> {
                if (ask == null) {
                    throw new IllegalStateException("a stored reply needs input and asks nothing");
                }
                yield new Reply.Asks(id, position, drafts, turn, ask);
            }
            case Outcome.Query(var question) ->
                    new Reply.Answer(
                            id,
                            position,
                            question,
                            answer == null ? null : AnswerJson.read(answer));
            case Outcome.Help(var topic) -> new Reply.Guide(id, position, topic);
            case Outcome.Ignored(var reason, var drafts) ->
                    new Reply.LetGo(id, position, reason, drafts, ask);
        };
    }

    private static Reply refused(CaptureId id, long position, ObjectNode reply) {
        var reason = Refusal.valueOf(reply.get("reason").asString().toUpperCase(Locale.ROOT));
        var draft = ContractJson.readDraft(reply.get("events").get(0).toString());
        return new Reply.Refused(id, position, reason, draft, choices(reply.get("choices")));
    }

    private static Map<String, String> envelope(ObjectNode event) {
        var envelope = new HashMap<String, String>();
        for (var key : List.of("id", "subscription_id", "replaced")) {
            var value = event.remove(key);
            if (value != null) {
                envelope.put(key, value.asString());
            }
        }
        return envelope;
    }

    private static @Nullable Ask ask(@Nullable JsonNode ask) {
        return ask == null
                ? null
                : new Ask(
                        ask.get("field").asString(),
                        ask.get("text").asString(),
                        choices(ask.get("choices")));
    }

    private static List<Ask.Option> choices(JsonNode choices) {
        var options = new ArrayList<Ask.Option>();
        for (var choice : choices) {
            var answer = new HashMap<String, String>();
            choice.get("answer")
                    .properties()
                    .forEach(field -> answer.put(field.getKey(), field.getValue().asString()));
            options.add(new Ask.Option(choice.get("text").asString(), answer));
        }
        return options;
    }
}
