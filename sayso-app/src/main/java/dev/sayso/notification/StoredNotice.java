package dev.sayso.notification;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A notice as it stands in the inbox.
 *
 * @param position its place there; later ones have greater ones
 * @param acted the name of the act that was done, if one was
 */
public record StoredNotice(
        long position,
        String id,
        Notice notice,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable Instant dismissedAt,
        @Nullable String acted) {
    /** Whether its acts can still be done. */
    public boolean isOpen() {
        return acted == null && dismissedAt == null;
    }
}
