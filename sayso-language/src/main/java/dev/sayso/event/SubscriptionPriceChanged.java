package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** The price of one cycle became another, from a day on where it is given. */
public record SubscriptionPriceChanged(String name, Money cost, @Nullable LocalDate effectiveOn)
        implements SubscriptionEvent {
    public SubscriptionPriceChanged {
        name = Names.checked("name", name);
        Objects.requireNonNull(cost);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_PRICE_CHANGED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(cost)
                .with(Field.EFFECTIVE_ON, effectiveOn)
                .unmodifiable();
    }
}
