package dev.sayso.notification;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * What is on its way to a channel, or was.
 *
 * @param notificationId of the notice that it carries
 * @param eventId of the event that it carries
 * @param nextTryAt of what is pending
 */
public record Delivery(
        long position,
        String id,
        String channelId,
        @Nullable String notificationId,
        @Nullable String eventId,
        @Nullable String subscriptionId,
        String kind,
        State state,
        String createdAt,
        @Nullable String nextTryAt,
        @Nullable String endedAt,
        List<Attempt> attempts) {
    /** How it stands. */
    public enum State {
        PENDING,
        SENT,
        /** It was tried as often as it is, or was refused for good. */
        DEAD,
        /** What it carried is no longer so, or its channel is gone. */
        DROPPED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One try.
     *
     * @param result {@code sent}, or why not
     */
    public record Attempt(int number, String at, String result) {}

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    Delivery with(List<Attempt> attempts) {
        return new Delivery(
                position,
                id,
                channelId,
                notificationId,
                eventId,
                subscriptionId,
                kind,
                state,
                createdAt,
                nextTryAt,
                endedAt,
                attempts);
    }
}
