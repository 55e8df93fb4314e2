package dev.sayso.notification;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.notification.Delivery.Attempt;
import dev.sayso.notification.Delivery.State;
import dev.sayso.platform.time.Moments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The tables of deliveries. */
@Component
final class SqlDeliveries {
    /** Longer than any call may take; what is not settled by then is another's to send. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String COLUMNS =
            "position, id, channel_id, notification_id, event_id, subscription_id, kind, state,"
                    + " created_at, next_try_at, ended_at";

    private final Clock clock;

    SqlDeliveries(Clock clock) {
        this.clock = clock;
    }

    /** One to each confirmed channel that is to have notices of its kind. */
    void fanOut(JdbcClient db, String id, Notice notice) {
        db.sql(
                        """
                        INSERT INTO deliveries (id, account_id, channel_id, notification_id, subscription_id, kind,
                                                state, attempts, next_try_at, created_at)
                        SELECT CAST(:notice AS TEXT) || '.' || id, account_id, id, CAST(:notice AS TEXT),
                               CAST(:subscription AS TEXT), CAST(:kind AS TEXT), 'pending', 0,
                               CAST(:now AS TEXT), CAST(:now AS TEXT)
                        FROM   channels
                        WHERE  account_id = :account AND confirmed_at IS NOT NULL AND kinds LIKE :chosen
                        """)
                .param("notice", id)
                .param("subscription", notice.subscription())
                .param("kind", notice.kind().wire())
                .param("now", now())
                .param("account", notice.account().value())
                .param("chosen", "% " + notice.kind().wire() + " %")
                .update();
    }

    /** One to each webhook that was there when the event was noted and is to have events. */
    void fanOut(JdbcClient db, StoredEvent event) {
        var subscription = event.subscriptionId();
        db.sql(
                        """
                        INSERT INTO deliveries (id, account_id, channel_id, event_id, event_position, subscription_id,
                                                kind, state, attempts, next_try_at, created_at)
                        SELECT CAST(:event AS TEXT) || '.' || id, account_id, id, CAST(:event AS TEXT),
                               CAST(:position AS BIGINT), CAST(:subscription AS TEXT), 'event', 'pending', 0,
                               CAST(:now AS TEXT), CAST(:now AS TEXT)
                        FROM   channels
                        WHERE  account_id = :account AND confirmed_at IS NOT NULL AND confirmed_at <= :recorded
                          AND  kinds LIKE '% event %'
                        """)
                .param("event", event.id().value())
                .param("position", event.position())
                .param("subscription", subscription == null ? null : subscription.value())
                .param("now", now())
                .param("account", event.accountId().value())
                .param("recorded", event.recordedAt())
                .update();
    }

    void insertTest(JdbcClient db, AccountId account, String channel, String id) {
        db.sql(
                        """
                        INSERT INTO deliveries (id, account_id, channel_id, kind, state, attempts, next_try_at, created_at)
                        VALUES (:id, :account, :channel, 'test', 'pending', 0, :now, :now)
                        """)
                .param("id", id)
                .param("account", account.value())
                .param("channel", channel)
                .param("now", now())
                .update();
    }

    /** What is on its way to the channel goes there no more. */
    void drop(JdbcClient db, AccountId account, String channel) {
        db.sql(
                        """
                        UPDATE deliveries SET state = 'dropped', ended_at = :now, lease_until = NULL
                        WHERE  account_id = :account AND channel_id = :channel AND state IN ('pending', 'dead')
                        """)
                .param("now", now())
                .param("account", account.value())
                .param("channel", channel)
                .update();
    }

    /** Whether something may be due, so that a sweep that finds nothing writes nothing. */
    boolean isAnyDue(JdbcClient db) {
        return db.sql(
                        """
                        SELECT 1 FROM deliveries WHERE state = 'pending' AND next_try_at <= :now LIMIT 1
                        """)
                .param("now", now())
                .query((row, _) -> row.getInt(1))
                .optional()
                .isPresent();
    }

    // over all accounts: this is the one sweep for all of them
    List<Claimed> claim(JdbcClient db, int batch) {
        var at =
                db.sql("SELECT now FROM database_clock")
                        .query((row, _) -> row.getString(1))
                        .single();
        var lease = Moments.text(Instant.parse(at).plus(LEASE));
        return db.sql(
                        """
                        UPDATE deliveries SET lease_until = :lease, attempts = attempts + 1
                        WHERE  state = 'pending'     -- again here: of two sweeps only one may win
                          AND  (lease_until IS NULL OR lease_until <= :at)
                          AND  id IN (SELECT d.id
                                      FROM   deliveries d
                                      WHERE  d.state = 'pending' AND d.next_try_at <= :now
                                        AND  (d.lease_until IS NULL OR d.lease_until <= :at)
                                        AND  (d.event_position IS NULL OR NOT EXISTS (
                                                 SELECT 1 FROM deliveries e
                                                 WHERE  e.channel_id = d.channel_id AND e.state = 'pending'
                                                   AND  e.subscription_id = d.subscription_id
                                                   AND  e.event_position < d.event_position))
                                      ORDER BY d.next_try_at, d.position
                                      LIMIT  :batch)
                        RETURNING id, account_id, channel_id, notification_id, event_id, kind, attempts, revived, created_at
                        """)
                .param("lease", lease)
                .param("at", at)
                .param("now", now())
                .param("batch", batch)
                .query(
                        (row, _) ->
                                new Claimed(
                                        row.getString("id"),
                                        new AccountId(row.getString("account_id")),
                                        row.getString("channel_id"),
                                        row.getString("notification_id"),
                                        row.getString("event_id"),
                                        row.getString("kind"),
                                        row.getInt("attempts"),
                                        row.getInt("attempts") - row.getInt("revived"),
                                        row.getString("created_at"),
                                        lease))
                .list();
    }

    /** Writes how the attempt ended; nothing when the lease has gone to another. */
    boolean settle(JdbcClient db, Claimed claimed, State state, Instant nextTry, String result) {
        int settled =
                db.sql(
                                """
                                UPDATE deliveries
                                SET    state = :state, next_try_at = :next, lease_until = NULL, ended_at = :ended
                                WHERE  account_id = :account AND id = :id AND state = 'pending' AND lease_until = :lease
                                """)
                        .param("state", state.wire())
                        .param("next", Moments.text(nextTry))
                        .param("ended", state == State.PENDING ? null : now())
                        .param("account", claimed.account().value())
                        .param("id", claimed.id())
                        .param("lease", claimed.lease())
                        .update();
        if (settled > 0) {
            db.sql(
                            """
                            INSERT INTO delivery_attempts (delivery_id, account_id, number, at, result)
                            VALUES (:id, :account, :number, :at, :result)
                            ON CONFLICT (delivery_id, number) DO NOTHING
                            """)
                    .param("id", claimed.id())
                    .param("account", claimed.account().value())
                    .param("number", claimed.attempt())
                    .param("at", now())
                    .param("result", result)
                    .update();
        }
        return settled > 0;
    }

    /** Gives it back untried, for later. */
    void postpone(JdbcClient db, Claimed claimed, Instant until) {
        db.sql(
                        """
                        UPDATE deliveries SET attempts = attempts - 1, next_try_at = :until, lease_until = NULL
                        WHERE  account_id = :account AND id = :id AND state = 'pending' AND lease_until = :lease
                        """)
                .param("until", Moments.text(until))
                .param("account", claimed.account().value())
                .param("id", claimed.id())
                .param("lease", claimed.lease())
                .update();
    }

    /** Lets a dead one be tried anew, from the beginning; false when there is none of that id. */
    boolean revive(JdbcClient db, AccountId account, String id) {
        return db.sql(
                                """
                                UPDATE deliveries SET state = 'pending', next_try_at = :now, ended_at = NULL, revived = attempts
                                WHERE  account_id = :account AND id = :id AND state = 'dead'
                                """)
                        .param("now", now())
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    List<Delivery> before(
            JdbcClient db, AccountId account, Optional<State> state, long position, int limit) {
        var found =
                db.sql(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                         FROM  deliveries
                                        WHERE  account_id = :account AND position < :position
                                          AND  (:state = '' OR state = :state)
                                        ORDER BY position DESC
                                        LIMIT  :limit
                                        """)
                        .param("account", account.value())
                        .param("position", position)
                        .param("state", state.map(State::wire).orElse(""))
                        .param("limit", limit)
                        .query((row, _) -> delivery(row))
                        .list();
        if (found.isEmpty()) {
            return found;
        }
        var attempts = new HashMap<String, List<Attempt>>();
        db.sql(
                        """
                        SELECT delivery_id, number, at, result
                        FROM   delivery_attempts
                        WHERE  account_id = :account AND delivery_id IN (:ids)
                        ORDER BY delivery_id, number
                        LIMIT  5000
                        """)
                .param("account", account.value())
                .param("ids", found.stream().map(Delivery::id).toList())
                .query(
                        (row, _) ->
                                attempts.computeIfAbsent(
                                                row.getString("delivery_id"),
                                                _ -> new ArrayList<>())
                                        .add(
                                                new Attempt(
                                                        row.getInt("number"),
                                                        row.getString("at"),
                                                        row.getString("result"))))
                .list();
        return found.stream()
                .map(it -> it.with(attempts.getOrDefault(it.id(), List.of())))
                .toList();
    }

    /** How many are pending and dead, over all accounts, for the operator's meters. */
    long count(JdbcClient db, State state) {
        return db.sql("SELECT count(*) FROM deliveries WHERE state = :state")
                .param("state", state.wire())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private String now() {
        return Moments.text(clock.instant());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var state = State.of(row.getString("state"));
        return new Delivery(
                row.getLong("position"),
                row.getString("id"),
                row.getString("channel_id"),
                row.getString("notification_id"),
                row.getString("event_id"),
                row.getString("subscription_id"),
                row.getString("kind"),
                state,
                row.getString("created_at"),
                state == State.PENDING ? row.getString("next_try_at") : null,
                row.getString("ended_at"),
                List.of());
    }
}
