package dev.sayso.json;

import dev.sayso.event.EventType;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.language.Draft;
import dev.sayso.language.Message;
import dev.sayso.language.Outcome;
import dev.sayso.language.Reading;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.StringWriter;
import java.util.Currency;
import java.util.function.Consumer;

/**
 * The one codec of the contract: messages, outcomes, events and drafts to and from JSON.
 * Thread-safe. Reading is strict: an unknown field, a wrong type, a key given twice, half a
 * character, a value out of range or beyond a limit is an {@link IllegalArgumentException}, never
 * another one, whose text says what came and what was expected, with at most 40 characters of it.
 * An optional field that is null counts as absent.
 */
public final class ContractJson {
    /** How long a message's {@code text} may be here; a caller may well allow less. */
    public static final int MAX_TEXT = MessageJson.MAX_TEXT;

    private ContractJson() {}

    /**
     * Reads a message that says all that it needs: {@code locale}, {@code currency}, {@code now}.
     */
    public static Message readMessage(String json) {
        return MessageJson.read(JsonText.read(json), null, false);
    }

    /** Reads a message that takes from the defaults what it does not say. */
    public static Message readMessage(String json, Defaults defaults) {
        return MessageJson.read(JsonText.read(json), defaults, false);
    }

    /** As {@link #readMessage(String)}, of UTF-8. */
    public static Message readMessage(byte[] json) {
        return readMessage(JsonText.utf8(json));
    }

    /** As {@link #readMessage(String, Defaults)}, of UTF-8. */
    public static Message readMessage(byte[] json, Defaults defaults) {
        return readMessage(JsonText.utf8(json), defaults);
    }

    /**
     * Reads the message of a row of labelled data: the labels beside it ({@code id}, {@code
     * expect}, {@code tags} and the like) are passed over, whatever they hold.
     */
    public static Message readLabelled(String json) {
        return MessageJson.read(JsonText.read(json), null, true);
    }

    /** As {@link #readLabelled(String)}, with defaults. */
    public static Message readLabelled(String json, Defaults defaults) {
        return MessageJson.read(JsonText.read(json), defaults, true);
    }

    public static String write(Outcome outcome) {
        return object(to -> OutcomeJson.write(to, outcome));
    }

    public static void write(JsonGenerator to, Outcome outcome) {
        to.writeStartObject();
        OutcomeJson.write(to, outcome);
        to.writeEndObject();
    }

    /** Writes what an outcome has into an object that is open, so that more can stand beside it. */
    public static void writeMembers(JsonGenerator to, Outcome outcome) {
        OutcomeJson.write(to, outcome);
    }

    /** Writes type, fields, origins and the rest of a reading into an object that is open. */
    public static void writeMembers(JsonGenerator to, Reading reading) {
        ReadingJson.write(to, reading);
    }

    /** As {@link #writeMembers(JsonGenerator, Reading)}, of what is not complete yet. */
    public static void writeMembers(JsonGenerator to, Draft draft) {
        ReadingJson.write(to, draft);
    }

    /** Writes an event's fields, without its type, into an object that is open. */
    public static void writeFields(JsonGenerator to, SubscriptionEvent event) {
        EventJson.writeFields(to, event.fields());
    }

    /**
     * Reads an outcome as {@link #write(Outcome)} gives it; origins and the like may be left out.
     */
    public static Outcome readOutcome(String json) {
        return OutcomeJson.read(JsonText.read(json), null);
    }

    /** As {@link #readOutcome(String)}; a cost that names no currency is in the given one. */
    public static Outcome readOutcome(String json, Currency currency) {
        return OutcomeJson.read(JsonText.read(json), currency);
    }

    /** The payload of the log: the event's fields, without its type. */
    public static String writeEvent(SubscriptionEvent event) {
        return object(to -> EventJson.writeFields(to, event.fields()));
    }

    /** Reads a payload of the log that was written in the given shape. */
    public static SubscriptionEvent readEvent(EventType type, int schemaVersion, String payload) {
        return EventJson.readPayload(type, schemaVersion, JsonText.read(payload));
    }

    public static String writeDraft(Draft draft) {
        return object(to -> ReadingJson.write(to, draft));
    }

    public static Draft readDraft(String json) {
        return ReadingJson.draft(JsonText.read(json), null);
    }

    private static String object(Consumer<JsonGenerator> members) {
        var text = new StringWriter(256);
        try (var to = JsonText.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            members.accept(to);
            to.writeEndObject();
        }
        return text.toString();
    }
}
