package dev.sayso.notification;

import dev.sayso.account.AccountId;
import dev.sayso.notification.Channel.Quiet;
import dev.sayso.notification.Channel.Type;
import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of channels. */
final class SqlChannels {
    private static final String COLUMNS =
            "id, account_id, kind, target, topic, kinds, quiet_from, quiet_until, created_at,"
                    + " confirmed_at";

    private SqlChannels() {}

    static void insert(JdbcClient db, Channel channel, @Nullable String secret) {
        db.sql(
                        """
                        INSERT INTO channels (id, account_id, kind, target, topic, secret, kinds, created_at, confirmed_at)
                        VALUES (:id, :account, :kind, :target, :topic, :secret, :kinds, :createdAt, :confirmedAt)
                        """)
                .param("id", channel.id())
                .param("account", channel.account().value())
                .param("kind", channel.type().wire())
                .param("target", channel.target())
                .param("topic", channel.topic())
                .param("secret", secret)
                .param("kinds", text(channel.kinds()))
                .param("createdAt", Moments.text(channel.createdAt()))
                .param(
                        "confirmedAt",
                        channel.confirmedAt() == null ? null : Moments.text(channel.confirmedAt()))
                .update();
    }

    static int count(JdbcClient db, AccountId account) {
        return db.sql("SELECT count(*) FROM channels WHERE account_id = :account")
                .param("account", account.value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    static List<Channel> of(JdbcClient db, AccountId account, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM channels WHERE account_id = :account ORDER BY id LIMIT"
                                + " :limit")
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> channel(row))
                .list();
    }

    static Optional<Channel> find(JdbcClient db, AccountId account, String id) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM channels WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> channel(row))
                .optional();
    }

    static Optional<String> secret(JdbcClient db, AccountId account, String id) {
        return db.sql("SELECT secret FROM channels WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(it -> it);
    }

    static boolean remove(JdbcClient db, AccountId account, String id) {
        return db.sql("DELETE FROM channels WHERE account_id = :account AND id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    static void choose(
            JdbcClient db, AccountId account, String id, Set<String> kinds, @Nullable Quiet quiet) {
        db.sql(
                        """
                        UPDATE channels SET kinds = :kinds, quiet_from = :from, quiet_until = :until
                        WHERE  account_id = :account AND id = :id
                        """)
                .param("kinds", text(kinds))
                .param("from", quiet == null ? null : quiet.from().toString())
                .param("until", quiet == null ? null : quiet.until().toString())
                .param("account", account.value())
                .param("id", id)
                .update();
    }

    /**
     * Whether a code may go to whom the digest stands for: none did since, from any account, and
     * the account has not sent so many; if so, it counts as sent.
     */
    static boolean mayWriteTo(
            JdbcClient db, AccountId account, String digest, int most, Instant now, Instant since) {
        int sent =
                db.sql(
                                """
                                SELECT count(*) FROM channel_codes
                                WHERE  account_id = :account AND sent_at > :since
                                """)
                        .param("account", account.value())
                        .param("since", Moments.text(since))
                        .query((row, _) -> row.getInt(1))
                        .single();
        return sent < most
                && db.sql(
                                        """
                                        INSERT INTO channel_codes (digest, account_id, sent_at)
                                        VALUES (:digest, :account, :now)
                                        ON CONFLICT (digest) DO UPDATE SET
                                            account_id = excluded.account_id, sent_at = excluded.sent_at
                                        WHERE  channel_codes.sent_at <= :since
                                        """)
                                .param("digest", digest)
                                .param("account", account.value())
                                .param("now", Moments.text(now))
                                .param("since", Moments.text(since))
                                .update()
                        > 0;
    }

    /** Keeps the code that goes out, unless one did since; whether it was kept. */
    static boolean sendCode(
            JdbcClient db, AccountId account, String id, String code, Instant now, Instant since) {
        return db.sql(
                                """
                                UPDATE channels SET code = :code, code_tries = 0, code_sent_at = :now
                                WHERE  account_id = :account AND id = :id AND confirmed_at IS NULL
                                  AND  (code_sent_at IS NULL OR code_sent_at <= :since)
                                """)
                        .param("code", code)
                        .param("now", Moments.text(now))
                        .param("since", Moments.text(since))
                        .param("account", account.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Counts a try; empty when there were too many, or the code is too old, or there is none. */
    static Optional<String> tryCode(
            JdbcClient db, AccountId account, String id, int tries, Instant since) {
        return db.sql(
                        """
                        UPDATE channels SET code_tries = code_tries + 1
                        WHERE  account_id = :account AND id = :id AND code IS NOT NULL
                          AND  code_tries < :tries AND code_sent_at > :since
                        RETURNING code
                        """)
                .param("account", account.value())
                .param("id", id)
                .param("tries", tries)
                .param("since", Moments.text(since))
                .query((row, _) -> row.getString(1))
                .optional();
    }

    static Optional<String> code(JdbcClient db, AccountId account, String id) {
        return db.sql("SELECT code FROM channels WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(it -> it);
    }

    static void confirm(JdbcClient db, AccountId account, String id, Instant now) {
        db.sql(
                        """
                        UPDATE channels SET confirmed_at = coalesce(confirmed_at, :now), code = NULL
                        WHERE  account_id = :account AND id = :id
                        """)
                .param("now", Moments.text(now))
                .param("account", account.value())
                .param("id", id)
                .update();
    }

    private static String text(Set<String> kinds) {
        return " " + String.join(" ", kinds) + " ";
    }

    private static Channel channel(ResultSet row) throws SQLException {
        var from = row.getString("quiet_from");
        var until = row.getString("quiet_until");
        var confirmed = row.getString("confirmed_at");
        var kinds = row.getString("kinds").strip();
        return new Channel(
                row.getString("id"),
                new AccountId(row.getString("account_id")),
                Type.of(row.getString("kind")),
                row.getString("target"),
                row.getString("topic"),
                kinds.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(kinds.split(" "))),
                from == null || until == null
                        ? null
                        : new Quiet(LocalTime.parse(from), LocalTime.parse(until)),
                Instant.parse(row.getString("created_at")),
                confirmed == null ? null : Instant.parse(confirmed));
    }
}
