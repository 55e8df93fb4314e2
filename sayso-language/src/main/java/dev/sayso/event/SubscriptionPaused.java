package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;

/** It rests, until a day where it is given. */
public record SubscriptionPaused(String name, @Nullable LocalDate resumesOn)
        implements SubscriptionEvent {
    public SubscriptionPaused {
        name = Names.checked("name", name);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_PAUSED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of().with(Field.NAME, name).with(Field.RESUMES_ON, resumesOn).unmodifiable();
    }
}
