package dev.sayso.language;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.SubscriptionEvent;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event of which something is still missing. A draft without a type is a known name and a price
 * with no word that decides between a new price and a payment (rule 2 of the contract).
 *
 * @param values each of its field's {@link Field#valueType()}
 * @param sure whether it may be recorded unasked once it is complete
 */
public record Draft(
        @Nullable EventType type,
        Map<Field, Object> values,
        Map<Field, Origin> origins,
        boolean sure) {
    public Draft {
        var checked = new EnumMap<Field, Object>(Field.class);
        for (var value : values.entrySet()) {
            var field = value.getKey();
            if (!field.valueType().isInstance(value.getValue())) {
                throw new IllegalArgumentException(
                        field.wire()
                                + " takes a "
                                + field.valueType().getSimpleName()
                                + ", not a "
                                + value.getValue().getClass().getSimpleName());
            }
            checked.put(field, value.getValue());
        }
        values = Collections.unmodifiableMap(checked);
        var from = new EnumMap<Field, Origin>(Field.class);
        from.putAll(origins);
        origins = Collections.unmodifiableMap(from);
    }

    public Draft(@Nullable EventType type, Map<Field, Object> values, Map<Field, Origin> origins) {
        this(type, values, origins, true);
    }

    /** The draft that the reading is, complete. */
    public static Draft of(Reading reading) {
        return new Draft(
                reading.event().type(),
                reading.event().fields(),
                reading.origins(),
                reading.sure());
    }

    /** The required fields that it lacks; {@code TYPE} alone where even the type is open. */
    public Set<Field> missing() {
        return type == null
                ? Collections.unmodifiableSet(EnumSet.of(Field.TYPE))
                : type.missing(values);
    }

    public @Nullable String name() {
        return (String) values.get(Field.NAME);
    }

    /** This draft with the field set, or set anew. */
    public Draft with(Field field, Object value, Origin origin) {
        if (field == Field.TYPE) {
            return new Draft((EventType) value, values, origins, sure);
        }
        var newValues = new EnumMap<Field, Object>(Field.class);
        newValues.putAll(values);
        newValues.put(field, value);
        var newOrigins = new EnumMap<Field, Origin>(Field.class);
        newOrigins.putAll(origins);
        newOrigins.put(field, origin);
        return new Draft(type, newValues, newOrigins, sure);
    }

    /** This draft without the field. */
    public Draft without(Field field) {
        var newValues = new EnumMap<Field, Object>(Field.class);
        newValues.putAll(values);
        newValues.remove(field);
        var newOrigins = new EnumMap<Field, Origin>(Field.class);
        newOrigins.putAll(origins);
        newOrigins.remove(field);
        return new Draft(type, newValues, newOrigins, sure);
    }

    /** This draft, about which a person is asked first. */
    public Draft unsure() {
        return new Draft(type, values, origins, false);
    }

    /** The reading that it is, when nothing is missing. */
    public Optional<Reading> complete() {
        if (type == null || !missing().isEmpty()) {
            return Optional.empty();
        }
        SubscriptionEvent event = type.build(values);
        return Optional.of(new Reading(event, origins, sure));
    }
}
