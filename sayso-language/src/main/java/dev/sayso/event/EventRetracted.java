package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * An earlier event counts no more: what Undo and a correction append. Written only by the product.
 */
public record EventRetracted(String eventId) implements SubscriptionEvent {
    public EventRetracted {
        eventId = Names.checked("event_id", eventId);
    }

    @Override
    public EventType type() {
        return EventType.EVENT_RETRACTED;
    }

    @Override
    public @Nullable String name() {
        return null;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of().with(Field.EVENT_ID, eventId).unmodifiable();
    }
}
