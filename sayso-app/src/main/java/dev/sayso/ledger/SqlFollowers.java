package dev.sayso.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Optional;

/** The cursors of followers, and what they set aside. */
final class SqlFollowers {
    private SqlFollowers() {}

    static void register(JdbcClient db, Follower follower) {
        var first =
                switch (follower.start()) {
                    case FIRST_EVENT -> "0";
                    case NOW -> "(SELECT coalesce(max(position), 0) FROM events)";
                };
        db.sql(
                        "INSERT INTO followers (name, position) VALUES (:name, "
                                + first
                                + ") ON CONFLICT (name) DO NOTHING")
                .param("name", follower.name())
                .update();
    }

    /** Its cursor, locked until the unit ends, so that no other instance moves it. */
    static long lock(JdbcClient db, String follower) {
        return db.sql(
                        """
                        UPDATE followers SET position = position
                        WHERE  name = :follower
                        RETURNING position
                        """)
                .param("follower", follower)
                .query(Long.class)
                .single();
    }

    static void move(JdbcClient db, String follower, long position) {
        db.sql("UPDATE followers SET position = :position WHERE name = :follower")
                .param("follower", follower)
                .param("position", position)
                .update();
    }

    /** A rebuild made all that events up to the position make. */
    static void advance(JdbcClient db, String follower, long position) {
        db.sql(
                        """
                        INSERT INTO followers (name, position) VALUES (:follower, :position)
                        ON CONFLICT (name) DO UPDATE SET position = excluded.position
                        WHERE followers.position < excluded.position
                        """)
                .param("follower", follower)
                .param("position", position)
                .update();
        db.sql("DELETE FROM parked_events WHERE follower = :follower AND position <= :position")
                .param("follower", follower)
                .param("position", position)
                .update();
    }

    /** An event that is due for a follower. */
    record Due(LoggedRow row, boolean parked) {}

    static List<Due> after(JdbcClient db, String follower, long position, int limit) {
        return db.sql(
                        "SELECT "
                                + LoggedRow.COLUMNS
                                + """
                                , EXISTS (SELECT 1 FROM parked_events p
                                          WHERE  p.follower = :follower
                                            AND  p.account_id = e.account_id
                                            AND  p.subscription_id = coalesce(e.subscription_id, '')) AS parked
                                FROM   events e
                                WHERE  position > :position
                                ORDER BY position
                                LIMIT  :limit
                                """)
                .param("follower", follower)
                .param("position", position)
                .param("limit", limit)
                .query((row, _) -> new Due(LoggedRow.of(row), row.getBoolean("parked")))
                .list();
    }

    /** What there is for it to do. */
    record Work(boolean events, boolean parked) {
        boolean any() {
            return events || parked;
        }
    }

    static Work work(JdbcClient db, String follower, String now) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM events e
                                       WHERE  e.position > (SELECT position FROM followers WHERE name = :follower)) AS events,
                               EXISTS (SELECT 1 FROM parked_events p
                                       WHERE  p.follower = :follower AND p.next_try_at <= :now) AS parked
                        """)
                .param("follower", follower)
                .param("now", now)
                .query((row, _) -> new Work(row.getBoolean("events"), row.getBoolean("parked")))
                .single();
    }

    /** What was set aside of one lane, from the position on. */
    record Parked(
            Lane lane,
            long position,
            String failure,
            int attempts,
            String parkedAt,
            String nextTryAt) {}

    static void park(JdbcClient db, String follower, Parked it) {
        db.sql(
                        """
                        INSERT INTO parked_events (follower, account_id, subscription_id, position, failure, attempts, parked_at, next_try_at)
                        VALUES (:follower, :account, :subscription, :position, :failure, :attempts, :parkedAt, :nextTryAt)
                        ON CONFLICT (follower, account_id, subscription_id) DO UPDATE SET
                            position = excluded.position, failure = excluded.failure,
                            attempts = excluded.attempts, next_try_at = excluded.next_try_at
                        """)
                .param("follower", follower)
                .param("account", it.lane.account().value())
                .param("subscription", it.lane.subscriptionText())
                .param("position", it.position)
                .param("failure", it.failure)
                .param("attempts", it.attempts)
                .param("parkedAt", it.parkedAt)
                .param("nextTryAt", it.nextTryAt)
                .update();
    }

    static void release(JdbcClient db, String follower, Lane lane) {
        db.sql(
                        """
                        DELETE FROM parked_events
                        WHERE  follower = :follower AND account_id = :account AND subscription_id = :subscription
                        """)
                .param("follower", follower)
                .param("account", lane.account().value())
                .param("subscription", lane.subscriptionText())
                .update();
    }

    /** What is due to be tried again, the longest due first. */
    static Optional<Parked> due(JdbcClient db, String follower, String now) {
        return db.sql(
                        """
                        SELECT account_id, subscription_id, position, failure, attempts, parked_at, next_try_at
                        FROM   parked_events
                        WHERE  follower = :follower AND next_try_at <= :now
                        ORDER BY next_try_at, account_id, subscription_id
                        LIMIT  1
                        """)
                .param("follower", follower)
                .param("now", now)
                .query((row, _) -> parked(row))
                .optional();
    }

    static List<Parked> parked(JdbcClient db, String follower, int limit) {
        return db.sql(
                        """
                        SELECT account_id, subscription_id, position, failure, attempts, parked_at, next_try_at
                        FROM   parked_events
                        WHERE  follower = :follower
                        ORDER BY parked_at, account_id, subscription_id
                        LIMIT  :limit
                        """)
                .param("follower", follower)
                .param("limit", limit)
                .query((row, _) -> parked(row))
                .list();
    }

    private static Parked parked(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Parked(
                Lane.of(row.getString("account_id"), row.getString("subscription_id")),
                row.getLong("position"),
                row.getString("failure"),
                row.getInt("attempts"),
                row.getString("parked_at"),
                row.getString("next_try_at"));
    }

    /** Lets all that it set aside be tried again at once. */
    static int hasten(JdbcClient db, String follower, String now) {
        return db.sql(
                        """
                        UPDATE parked_events SET next_try_at = :now, attempts = 0
                        WHERE  follower = :follower
                        """)
                .param("follower", follower)
                .param("now", now)
                .update();
    }

    /** The events of a lane from one position to another, both inclusive. */
    static List<LoggedRow> between(JdbcClient db, Lane lane, long first, long last, int limit) {
        return db.sql(
                        "SELECT "
                                + LoggedRow.COLUMNS
                                + """
                                FROM   events
                                WHERE  account_id = :account
                                  AND  coalesce(subscription_id, '') = :subscription
                                  AND  position BETWEEN :first AND :last
                                ORDER BY position
                                LIMIT  :limit
                                """)
                .param("account", lane.account().value())
                .param("subscription", lane.subscriptionText())
                .param("first", first)
                .param("last", last)
                .param("limit", limit)
                .query((row, _) -> LoggedRow.of(row))
                .list();
    }

    /**
     * How far a follower has come.
     *
     * @param oldest when the first event that it has not taken was noted
     */
    record Standing(String name, long position, long head, @Nullable String oldest, long parked) {}

    static List<Standing> standings(JdbcClient db) {
        return db.sql(
                        """
                        SELECT f.name, f.position,
                               coalesce((SELECT max(e.position) FROM events e), 0) AS head,
                               (SELECT e.recorded_at FROM events e WHERE e.position > f.position ORDER BY e.position LIMIT 1) AS oldest,
                               (SELECT count(*) FROM parked_events p WHERE p.follower = f.name) AS parked
                        FROM   followers f
                        ORDER BY f.name
                        LIMIT  100
                        """)
                .query(
                        (row, _) ->
                                new Standing(
                                        row.getString("name"),
                                        row.getLong("position"),
                                        row.getLong("head"),
                                        row.getString("oldest"),
                                        row.getLong("parked")))
                .list();
    }
}
