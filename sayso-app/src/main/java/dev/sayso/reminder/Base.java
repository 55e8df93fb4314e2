package dev.sayso.reminder;

import dev.sayso.event.EventRetracted;
import dev.sayso.event.EventType;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.ledger.StoredEvent;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * From when on a subscription's days are what they are: when the last event was noted that could
 * move them.
 *
 * @param pays whether payments of it are noted, so that one can be missed
 */
record Base(String since, boolean pays) {
    private static final Set<EventType> MOVE_NOTHING =
            EnumSet.of(
                    EventType.PAYMENT_RECORDED,
                    EventType.REMINDER_SET,
                    EventType.REMINDER_REMOVED,
                    EventType.SUBSCRIPTION_RENAMED,
                    EventType.SUBSCRIPTION_DETAILS_SET,
                    EventType.SUBSCRIPTION_PRICE_CHANGED);

    /**
     * @param all events of the subscription, whether they stand or not
     */
    static Base of(List<StoredEvent> all, List<StoredEvent> standing) {
        var since = "";
        for (var stored : all) {
            if (moves(stored)) {
                since = stored.recordedAt();
            }
        }
        return new Base(
                since, standing.stream().anyMatch(it -> it.event() instanceof PaymentRecorded));
    }

    /** Whether a day may be another after the event; a retraction may move all. */
    static boolean moves(StoredEvent stored) {
        return stored.event() instanceof EventRetracted
                || !MOVE_NOTHING.contains(stored.event().type());
    }
}
