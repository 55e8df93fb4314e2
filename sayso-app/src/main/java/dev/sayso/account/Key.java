package dev.sayso.account;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something that lets its holder in, as a list shows it: never the secret itself.
 *
 * @param until the moment from which it opens nothing; null: it has no end
 * @param usedAt when it opened something last, to the hour; null: never
 */
public record Key(
        String id,
        Kind kind,
        Instant createdAt,
        @Nullable Instant until,
        @Nullable Instant usedAt) {
    /** What it opens, and how. */
    public enum Kind {
        /** A program's, sent with each request. */
        TOKEN,
        /** A browser's, kept in its cookie. */
        SESSION,
        /** Turns into a session, once. */
        LINK;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
