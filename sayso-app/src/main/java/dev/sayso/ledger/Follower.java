package dev.sayso.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Follows the log: each event once and only once, in order, by one instance at a time, whatever
 * crashes. What it makes of an event and how far it has come are written in one unit, so it writes
 * through the unit's client and has no effect outside. Positions may have gaps.
 *
 * <p>When an event fails, that follower sets the events of that subscription aside, goes on with
 * the others, and tries again by itself, at the next start at the latest.
 */
public interface Follower {
    /** Its name in the table of cursors, in metrics and for the operator; it never changes. */
    String name();

    /** Where it begins when it is new. */
    Start start();

    /** Takes the next event, in the writer's unit: no parsing of text, no network. */
    void on(JdbcClient db, StoredEvent event);

    /** Where a new follower begins. */
    enum Start {
        FIRST_EVENT,
        /** With what is noted from now on. */
        NOW
    }
}
