package dev.sayso.event;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** The day of the next renewal was given. */
public record SubscriptionRenewalSet(String name, LocalDate nextRenewalOn)
        implements SubscriptionEvent {
    public SubscriptionRenewalSet {
        name = Names.checked("name", name);
        Objects.requireNonNull(nextRenewalOn);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_RENEWAL_SET;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(Field.NEXT_RENEWAL_ON, nextRenewalOn)
                .unmodifiable();
    }
}
