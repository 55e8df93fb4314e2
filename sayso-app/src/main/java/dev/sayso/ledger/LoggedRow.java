package dev.sayso.ledger;

import dev.sayso.account.AccountId;
import dev.sayso.event.EventType;
import dev.sayso.json.ContractJson;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A row of the log as it stands there. What it says is read only when it is asked for, so that one
 * that cannot be read harms no other.
 */
record LoggedRow(
        long position,
        String id,
        AccountId account,
        @Nullable SubscriptionId subscription,
        @Nullable Long version,
        String type,
        int schemaVersion,
        String recordedAt,
        String occurredOn,
        String cause,
        @Nullable String replaces,
        String payload) {
    static final String COLUMNS =
            """
            position, id, account_id, subscription_id, version, type, schema_version, recorded_at, occurred_on, cause, replaces, payload
            """;

    static LoggedRow of(ResultSet row) throws SQLException {
        var subscription = row.getString("subscription_id");
        return new LoggedRow(
                row.getLong("position"),
                row.getString("id"),
                new AccountId(row.getString("account_id")),
                subscription == null ? null : new SubscriptionId(subscription),
                subscription == null ? null : row.getLong("version"),
                row.getString("type"),
                row.getInt("schema_version"),
                row.getString("recorded_at"),
                row.getString("occurred_on"),
                row.getString("cause"),
                row.getString("replaces"),
                row.getString("payload"));
    }

    /** What it says. Throws where this version cannot read it. */
    StoredEvent read() {
        return new StoredEvent(
                position,
                new EventId(id),
                account,
                subscription,
                version,
                ContractJson.readEvent(EventType.ofWire(type), schemaVersion, payload),
                recordedAt,
                LocalDate.parse(occurredOn),
                new CaptureId(cause),
                replaces == null ? null : new EventId(replaces));
    }

    Lane lane() {
        return new Lane(account, subscription);
    }
}
