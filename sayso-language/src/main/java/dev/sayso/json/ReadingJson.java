package dev.sayso.json;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.language.Draft;
import dev.sayso.language.Origin;
import dev.sayso.language.Reading;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/** Readings and drafts: an event's fields with where each comes from. */
final class ReadingJson {
    /** The rule that supplies the currency of a cost that names none. */
    private static final Origin DEFAULT_CURRENCY = new Origin.Implied("default_currency");

    private ReadingJson() {}

    static void write(JsonGenerator to, Reading reading) {
        to.writeStringProperty("type", reading.event().type().wire());
        EventJson.writeFields(to, reading.event().fields());
        writeOrigins(to, reading.origins(), reading.sure());
        if (reading.replaces() != null) {
            to.writeNumberProperty("replaces", reading.replaces());
        }
    }

    static void write(JsonGenerator to, Draft draft) {
        if (draft.type() != null) {
            to.writeStringProperty("type", draft.type().wire());
        }
        EventJson.writeFields(to, draft.values());
        writeOrigins(to, draft.origins(), draft.sure());
    }

    private static void writeOrigins(JsonGenerator to, Map<Field, Origin> origins, boolean sure) {
        to.writeObjectPropertyStart("origins");
        for (var entry : origins.entrySet()) {
            to.writeObjectPropertyStart(entry.getKey().wire());
            switch (entry.getValue()) {
                case Origin.Said(int start, int end) -> {
                    to.writeNumberProperty("start", start);
                    to.writeNumberProperty("end", end);
                }
                case Origin.Implied(String rule) -> to.writeStringProperty("rule", rule);
            }
            to.writeEndObject();
        }
        to.writeEndObject();
        to.writeBooleanProperty("sure", sure);
    }

    static Reading reading(Json json, @Nullable Currency currency) {
        var object = JsonObject.of("an event", json);
        var type = type(object);
        var replaces = object.<Integer>optional("replaces", ReadingJson::index);
        if (type == null) {
            object.refuse("type is missing");
        }
        var draft = draft(object, type, currency);
        var reading =
                draft.complete()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "a recorded event lacks "
                                                        + OutcomeJson.wires(draft.missing())));
        return new Reading(reading.event(), reading.origins(), reading.sure(), replaces);
    }

    static Draft draft(Json json, @Nullable Currency currency) {
        var object = JsonObject.of("a draft", json);
        return draft(object, type(object), currency);
    }

    private static Draft draft(
            JsonObject object, @Nullable EventType type, @Nullable Currency currency) {
        var values = EventJson.readFields(object, EventJson.fieldsOf(type));
        var origins = object.optional("origins", Map.<Field, Origin>of(), ReadingJson::origins);
        boolean sure = object.optional("sure", true, Values::truth);
        object.finish();
        if (currency == null
                || !values.containsKey(Field.COST)
                || values.containsKey(Field.CURRENCY)) {
            return new Draft(type, values, origins, sure);
        }
        // an event always has its currency; the contract's short form leaves the person's own out
        return new Draft(type, values, origins, sure)
                .with(Field.CURRENCY, currency, DEFAULT_CURRENCY);
    }

    private static @Nullable EventType type(JsonObject object) {
        return object.optional("type", Values.oneOf(EventType.values(), EventType::wire));
    }

    private static Map<Field, Origin> origins(String name, Json json) {
        var object = JsonObject.of(name, json);
        var origins = new EnumMap<Field, Origin>(Field.class);
        for (var field : Field.values()) {
            var origin = object.<Origin>optional(field.wire(), ReadingJson::origin);
            if (origin != null) {
                origins.put(field, origin);
            }
        }
        object.finish();
        return origins;
    }

    private static Origin origin(String name, Json json) {
        var object = JsonObject.of("the origin of " + name, json);
        if (object.has("rule")) {
            var rule = object.<String>required("rule", null, Values::token);
            object.finish();
            return new Origin.Implied(rule.get());
        }
        var start = object.<Integer>required("start", null, ReadingJson::index);
        var end = object.<Integer>required("end", null, ReadingJson::index);
        object.finish();
        return new Origin.Said(start.get(), end.get());
    }

    private static int index(String name, Json json) {
        int index = Values.whole(name, json);
        if (index < 0) {
            throw new IllegalArgumentException(name + " is " + index + "; give zero or more");
        }
        return index;
    }
}
