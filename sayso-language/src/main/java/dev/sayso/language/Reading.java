package dev.sayso.language;

import dev.sayso.event.Field;
import dev.sayso.event.SubscriptionEvent;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A complete event as it was read.
 *
 * @param origins where each field comes from
 * @param sure whether it may be recorded unasked
 * @param replaces of a correction: the index of the previous outcome's event that it takes the
 *     place of
 */
public record Reading(
        SubscriptionEvent event,
        Map<Field, Origin> origins,
        boolean sure,
        @Nullable Integer replaces) {
    public Reading {
        Objects.requireNonNull(event);
        origins =
                Collections.unmodifiableMap(
                        origins.isEmpty() ? new EnumMap<>(Field.class) : new EnumMap<>(origins));
    }

    public Reading(SubscriptionEvent event, Map<Field, Origin> origins, boolean sure) {
        this(event, origins, sure, null);
    }

    /** This reading, about which a person is asked first. */
    public Reading unsure() {
        return new Reading(event, origins, false, replaces);
    }
}
