package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Typed reading of a map of fields, and its writing by an event. */
record Fields(Map<Field, Object> values) {
    static Fields of() {
        return new Fields(new EnumMap<>(Field.class));
    }

    boolean has(Field field) {
        return values.containsKey(field);
    }

    <T> T get(Field field, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(field), field.wire()));
    }

    <T> @Nullable T find(Field field, Class<T> type) {
        return type.cast(values.get(field));
    }

    String name() {
        return get(Field.NAME, String.class);
    }

    Money money() {
        return new Money(get(Field.COST, BigDecimal.class), get(Field.CURRENCY, Currency.class));
    }

    BillingCycle cycle() {
        return get(Field.BILLING_CYCLE, BillingCycle.class);
    }

    @Nullable LocalDate day(Field field) {
        return (LocalDate) values.get(field);
    }

    Fields with(Field field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
        return this;
    }

    Fields with(@Nullable Money cost) {
        return cost == null
                ? this
                : with(Field.COST, cost.amount()).with(Field.CURRENCY, cost.currency());
    }

    Map<Field, Object> unmodifiable() {
        return Collections.unmodifiableMap(values);
    }
}
