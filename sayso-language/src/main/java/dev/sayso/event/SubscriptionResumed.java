package dev.sayso.event;

import java.util.Map;

/** It goes on after a pause. */
public record SubscriptionResumed(String name) implements SubscriptionEvent {
    public SubscriptionResumed {
        name = Names.checked("name", name);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_RESUMED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of().with(Field.NAME, name).unmodifiable();
    }
}
