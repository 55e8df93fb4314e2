package dev.sayso.event;

import java.util.Map;

/** It is called something else now. Written only by the product. */
public record SubscriptionRenamed(String name, String newName) implements SubscriptionEvent {
    public SubscriptionRenamed {
        name = Names.checked("name", name);
        newName = Names.checked("new_name", newName);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_RENAMED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of().with(Field.NAME, name).with(Field.NEW_NAME, newName).unmodifiable();
    }
}
