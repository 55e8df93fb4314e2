package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;

/**
 * It was cancelled; the day is the end of access where the text gives it, else the day of the act.
 */
public record SubscriptionCancelled(String name, @Nullable LocalDate effectiveOn)
        implements SubscriptionEvent {
    public SubscriptionCancelled {
        name = Names.checked("name", name);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_CANCELLED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(Field.EFFECTIVE_ON, effectiveOn)
                .unmodifiable();
    }
}
