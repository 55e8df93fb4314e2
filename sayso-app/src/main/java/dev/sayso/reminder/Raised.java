package dev.sayso.reminder;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A reminder that was raised.
 *
 * @param times how often, with those after it was put off
 * @param againAt when it comes again, where it was put off
 */
public record Raised(
        String id,
        AccountId account,
        @Nullable SubscriptionId subscription,
        Kind kind,
        int daysBefore,
        LocalDate aboutOn,
        Instant dueAt,
        State state,
        int times,
        @Nullable Instant againAt) {
    /** What became of it. */
    public enum State {
        RAISED,
        SNOOZED,
        DONE,
        /** It holds no more: what it was about was cancelled, paused or moved. */
        VOID,
        /** The day had passed when it came to it; not told yet. */
        MISSED,
        /** Told together with others that were missed. */
        TOLD;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether a person may still do something with it. */
    public boolean isOpen() {
        return state == State.RAISED || state == State.SNOOZED;
    }

    /** Under which it is told, once; again after it was put off. */
    String key() {
        return key(times);
    }

    String key(int time) {
        return "reminder:" + id + (time == 1 ? "" : ":" + time);
    }
}
