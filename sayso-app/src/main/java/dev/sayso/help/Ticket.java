package dev.sayso.help;

import org.jspecify.annotations.Nullable;

/**
 * A session that reached a person, and what the person did about it.
 *
 * @param state {@code open}, {@code taken} or {@code closed}
 * @param queue which people it is for
 * @param reason why the guide handed it over
 */
public record Ticket(
        long number,
        String session,
        String state,
        String queue,
        boolean urgent,
        String reason,
        @Nullable String note,
        String openedAt,
        @Nullable String reply,
        @Nullable String repliedAt,
        @Nullable String cause,
        @Nullable String closedAt) {}
