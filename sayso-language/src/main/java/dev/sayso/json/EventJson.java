package dev.sayso.json;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.event.Tags;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The fields of an event, and the payload of the log, which is nothing but them. */
final class EventJson {
    /** The only shape of a payload so far; an older one will be read here, too. */
    private static final int SCHEMA_VERSION = 1;

    private EventJson() {}

    static void writeFields(JsonGenerator to, Map<Field, Object> fields) {
        for (var entry : fields.entrySet()) {
            var field = entry.getKey();
            switch (entry.getValue()) {
                case Integer number -> to.writeNumberProperty(field.wire(), number);
                case Tags(var words) -> {
                    to.writeArrayPropertyStart(field.wire());
                    words.forEach(to::writeString);
                    to.writeEndArray();
                }
                case Object value -> to.writeStringProperty(field.wire(), field.format(value));
            }
        }
    }

    /** Those of the type, or all that a person can say where the type is still open. */
    static Set<Field> fieldsOf(@Nullable EventType type) {
        if (type == null) {
            var said = EnumSet.allOf(Field.class);
            said.removeIf(field -> field == Field.TYPE || field.isOfTheProduct());
            return said;
        }
        var fields = EnumSet.noneOf(Field.class);
        fields.addAll(type.required());
        fields.addAll(type.optional());
        return fields;
    }

    /** Asks the object for the fields; what is wrong with one the object reports. */
    static Map<Field, Object> readFields(JsonObject object, Set<Field> allowed) {
        var fields = new EnumMap<Field, Object>(Field.class);
        for (var field : Field.values()) {
            if (allowed.contains(field)) {
                var value =
                        object.<Object>optional(field.wire(), (name, json) -> value(field, json));
                if (value != null) {
                    fields.put(field, value);
                }
            }
        }
        return fields;
    }

    static SubscriptionEvent readPayload(EventType type, int schemaVersion, Json json) {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException(
                    "schema version "
                            + schemaVersion
                            + " is not known, only "
                            + SCHEMA_VERSION
                            + "; a newer Sayso wrote this: run that one");
        }
        var object = JsonObject.of("a payload of " + type.wire(), json);
        var fields = readFields(object, fieldsOf(type));
        object.finish();
        return type.build(fields);
    }

    private static Object value(Field field, Json json) {
        return switch (field) {
            case DAYS_BEFORE ->
                    // by its own reader, which knows the range
                    field.parse(String.valueOf(Values.whole(field.wire(), json)));
            case NAME, EVENT_ID, NEW_NAME, PAYMENT_METHOD ->
                    field.parse(Values.serviceName(field.wire(), json));
            case NOTE -> field.parse(Values.text(field.wire(), json));
            case TAGS -> new Tags(Values.list(field.wire(), json, Values::token));
            default -> field.parse(Values.token(field.wire(), json));
        };
    }
}
