package dev.sayso.ledger;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.event.EventRetracted;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.json.ContractJson;
import dev.sayso.platform.signals.Traces;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Component
final class SqlEventLog implements EventLog {
    private static final int SCHEMA_VERSION = 1;
    private final Readers readers;
    private final Clock clock;
    private final Ids ids;
    private final Traces traces;
    private final Writer writer;
    private final Bell bell;

    SqlEventLog(Readers readers, Clock clock, Ids ids, Traces traces, Writer writer, Bell bell) {
        this.readers = readers;
        this.clock = clock;
        this.ids = ids;
        this.traces = traces;
        this.writer = writer;
        this.bell = bell;
    }

    @Override
    public StoredEvent append(
            JdbcClient db,
            Account account,
            @Nullable SubscriptionId subscription,
            SubscriptionEvent event,
            CaptureId cause,
            @Nullable EventId replaces) {
        var id = new EventId(ids.next());
        var recordedAt = Moments.text(clock.instant());
        var occurredOn = account.today(clock);
        writer.afterCommit(bell::ring);
        return db.sql(
                        """
                        INSERT INTO events (id, account_id, subscription_id, version, type, schema_version,
                                            recorded_at, occurred_on, cause, trace_parent, retracts, replaces, payload)
                        VALUES (:id, :account, :subscription,
                                CASE WHEN CAST(:subscription AS TEXT) IS NULL THEN NULL
                                     ELSE (SELECT coalesce(max(version), 0) + 1 FROM events WHERE account_id = :account AND subscription_id = :subscription)
                                END, :type, :schemaVersion,
                                :recordedAt, :occurredOn, :cause, :traceParent, :retracts, :replaces, :payload)
                        RETURNING position, version
                        """)
                .param("id", id.value())
                .param("account", account.id().value())
                .param("subscription", subscription == null ? null : subscription.value())
                .param("type", event.type().wire())
                .param("schemaVersion", SCHEMA_VERSION)
                .param("recordedAt", recordedAt)
                .param("occurredOn", occurredOn.toString())
                .param("cause", cause.value())
                .param("traceParent", traces.current())
                .param(
                        "retracts",
                        event instanceof EventRetracted(var retracted) ? retracted : null)
                .param("replaces", replaces == null ? null : replaces.value())
                .param("payload", ContractJson.writeEvent(event))
                .query(
                        (row, _) ->
                                new StoredEvent(
                                        row.getLong("position"),
                                        id,
                                        account.id(),
                                        subscription,
                                        subscription == null ? null : row.getLong("version"),
                                        event,
                                        recordedAt,
                                        occurredOn,
                                        cause,
                                        replaces))
                .single();
    }

    @Override
    public List<StoredEvent> of(JdbcClient db, AccountId account, SubscriptionId subscription) {
        return Standing.of(all(db, account, subscription));
    }

    @Override
    public List<Told> history(AccountId account, SubscriptionId subscription) {
        return Standing.told(readers.read(db -> all(db, account, subscription)));
    }

    // without a limit: a subscription is folded from all that was said of it, or wrongly
    private static List<StoredEvent> all(
            JdbcClient db, AccountId account, SubscriptionId subscription) {
        return db.sql(
                        "SELECT "
                                + LoggedRow.COLUMNS
                                + """
                                FROM   events
                                WHERE  account_id = :account
                                  AND  subscription_id = :subscription
                                ORDER BY version
                                """)
                .param("account", account.value())
                .param("subscription", subscription.value())
                .query((row, _) -> event(row))
                .list();
    }

    @Override
    public List<StoredEvent> ofNone(JdbcClient db, AccountId account) {
        return Standing.of(
                db.sql(
                                "SELECT "
                                        + LoggedRow.COLUMNS
                                        + """
                                        FROM   events
                                        WHERE  account_id = :account
                                          AND  subscription_id IS NULL
                                        ORDER BY position
                                        """)
                        .param("account", account.value())
                        .query((row, _) -> event(row))
                        .list());
    }

    @Override
    public Optional<StoredEvent> find(JdbcClient db, AccountId account, EventId event) {
        return db.sql(
                        "SELECT "
                                + LoggedRow.COLUMNS
                                + " FROM events WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", event.value())
                .query((row, _) -> event(row))
                .optional();
    }

    @Override
    public Optional<StoredEvent> standing(JdbcClient db, AccountId account, EventId event) {
        for (var it = find(db, account, event); it.isPresent(); ) {
            if (turns(db, account, it.get().id()).size() % 2 == 0) {
                return it;
            }
            it = by("replaces", db, account, it.get().id());
        }
        return Optional.empty();
    }

    @Override
    public StoredEvent turn(JdbcClient db, Account account, StoredEvent event, CaptureId cause) {
        var turns = turns(db, account.id(), event.id());
        var last = turns.isEmpty() ? event.id() : turns.getLast();
        return append(db, account, event.subscriptionId(), new EventRetracted(last.value()), cause);
    }

    /**
     * The retraction of an event, the retraction of that, and so on; an even number lets it stand.
     */
    private static List<EventId> turns(JdbcClient db, AccountId account, EventId event) {
        var turns = new ArrayList<EventId>();
        for (var it = by("retracts", db, account, event);
                it.isPresent();
                it = by("retracts", db, account, it.get().id())) {
            turns.add(it.get().id());
        }
        return turns;
    }

    /** The last event that retracts, or replaces, the given one. */
    private static Optional<StoredEvent> by(
            String column, JdbcClient db, AccountId account, EventId event) {
        return db.sql(
                        "SELECT "
                                + LoggedRow.COLUMNS
                                + " FROM events WHERE account_id = :account AND "
                                + column
                                + " = :id ORDER BY position DESC LIMIT 1")
                .param("account", account.value())
                .param("id", event.value())
                .query((row, _) -> event(row))
                .optional();
    }

    @Override
    public long position(JdbcClient db, AccountId account) {
        return db.sql("SELECT coalesce(max(position), 0) FROM events WHERE account_id = :account")
                .param("account", account.value())
                .query(Long.class)
                .single();
    }

    @Override
    public List<StoredEvent> after(AccountId account, long position, int limit) {
        return readers.read(
                db ->
                        db.sql(
                                        "SELECT "
                                                + LoggedRow.COLUMNS
                                                + """
                                                FROM   events
                                                WHERE  account_id = :account
                                                  AND  position > :position
                                                ORDER BY position
                                                LIMIT  :limit
                                                """)
                                .param("account", account.value())
                                .param("position", position)
                                .param("limit", Math.min(limit, MAX_PAGE + 1))
                                .query((row, _) -> event(row))
                                .list());
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return LoggedRow.of(row).read();
    }
}
