package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A reminder was asked for, so many days before a renewal: of one subscription, or of all without a
 * name.
 */
public record ReminderSet(int daysBefore, @Nullable String name) implements SubscriptionEvent {
    /** The longest lead: a year and a day. */
    public static final int MAX_DAYS_BEFORE = 366;

    public ReminderSet {
        checkedDays(daysBefore);
        name = name == null ? null : Names.checked("name", name);
    }

    static int checkedDays(int days) {
        if (days < 0 || days > MAX_DAYS_BEFORE) {
            throw new IllegalArgumentException(
                    "days_before " + days + " is out of range; give 0 to " + MAX_DAYS_BEFORE);
        }
        return days;
    }

    @Override
    public EventType type() {
        return EventType.REMINDER_SET;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(Field.DAYS_BEFORE, daysBefore)
                .unmodifiable();
    }
}
