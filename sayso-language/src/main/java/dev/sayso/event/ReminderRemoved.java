package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** A reminder so many days before is not wanted: of one subscription, or of all without a name. */
public record ReminderRemoved(int daysBefore, @Nullable String name) implements SubscriptionEvent {
    public ReminderRemoved {
        ReminderSet.checkedDays(daysBefore);
        name = name == null ? null : Names.checked("name", name);
    }

    @Override
    public EventType type() {
        return EventType.REMINDER_REMOVED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(Field.DAYS_BEFORE, daysBefore)
                .unmodifiable();
    }
}
