package dev.sayso.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are made from the log and can be thrown away. What was done (raised, sent, dismissed)
 * is in tables of its own, which no rebuild touches.
 */
public interface Projection {
    /**
     * The follower that makes these rows one by one, which need not go through what a rebuild went
     * through; null where they are made in the unit of the event.
     */
    default @Nullable String follower() {
        return null;
    }

    /**
     * Throws the rows of one subscription away and makes them anew, in the unit: the same ones that
     * its events made one by one.
     */
    void rebuild(JdbcClient db, History history);

    /**
     * Ends a rebuild, in a unit: throws the rows away that belong to nothing in the log, and makes
     * what is of no single subscription.
     */
    void finish(JdbcClient db);
}
