package dev.sayso.help;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A session that reached a person, and what people did about it.
 *
 * @param state {@code open}, {@code taken} or {@code closed}
 * @param revision counts the acts of agents; an act names the one that the agent saw
 * @param queue which people it is for
 * @param reason why the guide handed it over
 * @param takenBy the name of the agent
 * @param lines what was said about it, the oldest first
 */
public record Ticket(
        long number,
        String session,
        String state,
        long revision,
        String queue,
        boolean urgent,
        String reason,
        String openedAt,
        @Nullable String takenBy,
        @Nullable String takenAt,
        @Nullable String repliedAt,
        @Nullable String cause,
        @Nullable String closedAt,
        List<Line> lines) {
    public Ticket {
        lines = List.copyOf(lines);
    }

    /** Who speaks in a line. */
    public enum Kind {
        /** The person who asked. */
        PERSON,
        /** An agent, to the person. */
        REPLY,
        /** An agent, to agents alone. */
        NOTE;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param by the name of the account that wrote it
     */
    public record Line(Kind kind, String by, String text, String at) {}

    public boolean isClosed() {
        return state.equals("closed");
    }

    /** What the person may read. */
    public List<Line> conversation() {
        return lines.stream().filter(line -> line.kind() != Kind.NOTE).toList();
    }

    Ticket with(List<Line> said) {
        return new Ticket(
                number, session, state, revision, queue, urgent, reason, openedAt, takenBy, takenAt,
                repliedAt, cause, closedAt, said);
    }
}
