package dev.sayso.notification;

import dev.sayso.account.AccountId;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of notices. */
@Component
final class SqlNotices {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS =
            """
            position, id, account_id, key, kind, subscription_id, title, body, data, acts,
                   created_at, read_at, dismissed_at, acted
            """;

    private final Clock clock;
    private final Ids ids;

    SqlNotices(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** Its id when it is new. */
    Optional<String> insert(JdbcClient db, Notice notice) {
        return db.sql(
                        """
                        INSERT INTO notifications (id, account_id, key, kind, subscription_id, title, body, data,
                                                   acts, created_at)
                        VALUES (:id, :account, :key, :kind, :subscription, :title, :body, :data, :acts, :now)
                        ON CONFLICT (account_id, key) DO NOTHING
                        RETURNING id
                        """)
                .param("id", ids.next())
                .param("account", notice.account().value())
                .param("key", notice.key())
                .param("kind", notice.kind().wire())
                .param("subscription", notice.subscription())
                .param("title", notice.title())
                .param("body", notice.body())
                .param("data", JsonMapper.shared().writeValueAsString(notice.data()))
                .param("acts", String.join(" ", notice.acts()))
                .param("now", Moments.text(clock.instant()))
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /** The latest first, from before the position on; what was dismissed is not among them. */
    List<StoredNotice> before(JdbcClient db, AccountId account, long position, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM   notifications
                                WHERE  account_id = :account
                                  AND  position < :position
                                  AND  dismissed_at IS NULL
                                ORDER BY position DESC
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("position", position)
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    Optional<StoredNotice> find(JdbcClient db, AccountId account, String id) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + "FROM notifications WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> notice(row))
                .optional();
    }

    /** How many are unread, counted up to a limit. */
    int unread(JdbcClient db, AccountId account, int limit) {
        return db.sql(
                        """
                        SELECT count(*)
                        FROM   (SELECT 1 FROM notifications
                                WHERE  account_id = :account AND read_at IS NULL AND dismissed_at IS NULL
                                LIMIT  :limit) AS unread
                        """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    /** Whether there is one that is not dismissed. */
    boolean read(JdbcClient db, AccountId account, String id) {
        return db.sql(
                                """
                                UPDATE notifications SET read_at = coalesce(read_at, :now)
                                WHERE  account_id = :account AND id = :id AND dismissed_at IS NULL
                                """)
                        .param("now", Moments.text(clock.instant()))
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Reads all up to the position, so that what came since stays unread. */
    void readAll(JdbcClient db, AccountId account, long upTo) {
        db.sql(
                        """
                        UPDATE notifications SET read_at = :now
                        WHERE  account_id = :account AND position <= :upTo
                          AND  read_at IS NULL AND dismissed_at IS NULL
                        """)
                .param("now", Moments.text(clock.instant()))
                .param("account", account.value())
                .param("upTo", upTo)
                .update();
    }

    boolean dismiss(JdbcClient db, AccountId account, String id) {
        return dismissWhere("id", db, account, id);
    }

    boolean dismissByKey(JdbcClient db, AccountId account, String key) {
        return dismissWhere("key", db, account, key);
    }

    private boolean dismissWhere(String column, JdbcClient db, AccountId account, String value) {
        return db.sql(
                                "UPDATE notifications SET dismissed_at = coalesce(dismissed_at,"
                                        + " :now) WHERE account_id = :account AND "
                                        + column
                                        + " = :value")
                        .param("now", Moments.text(clock.instant()))
                        .param("account", account.value())
                        .param("value", value)
                        .update()
                > 0;
    }

    /** Whether this is the one that does it: an act is done once for a notice. */
    boolean act(JdbcClient db, AccountId account, String id, String act) {
        return db.sql(
                                """
                                UPDATE notifications SET acted = :act, read_at = coalesce(read_at, :now)
                                WHERE  account_id = :account AND id = :id
                                  AND  acted IS NULL AND dismissed_at IS NULL
                                """)
                        .param("act", act)
                        .param("now", Moments.text(clock.instant()))
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    private static StoredNotice notice(ResultSet row) throws SQLException {
        var acts = row.getString("acts");
        return new StoredNotice(
                row.getLong("position"),
                row.getString("id"),
                new Notice(
                        new AccountId(row.getString("account_id")),
                        row.getString("key"),
                        Kind.of(row.getString("kind")),
                        row.getString("subscription_id"),
                        row.getString("title"),
                        row.getString("body"),
                        JsonMapper.shared().readValue(row.getString("data"), TEXTS),
                        acts.isEmpty() ? List.of() : List.of(acts.split(" "))),
                Instant.parse(row.getString("created_at")),
                moment(row.getString("read_at")),
                moment(row.getString("dismissed_at")),
                row.getString("acted"));
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
