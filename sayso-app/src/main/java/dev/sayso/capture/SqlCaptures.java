package dev.sayso.capture;

import dev.sayso.account.AccountId;
import dev.sayso.language.Message;
import dev.sayso.language.Source;
import dev.sayso.ledger.CaptureId;
import dev.sayso.subscription.Sayings.Saying;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code captures}. */
final class SqlCaptures {
    private static final String COLUMNS =
            "said, source, received_at, open, undone_at, undone, reply";

    private SqlCaptures() {}

    static void add(
            JdbcClient db,
            AccountId account,
            Message message,
            String receivedAt,
            Reply reply,
            String json) {
        db.sql(
                        """
                        INSERT INTO captures (id, account_id, said, source, locale, currency, received_at, status, open, reply)
                        VALUES (:id, :account, :said, :source, :locale, :currency, :receivedAt, :status, :open, :reply)
                        """)
                .param("id", reply.id().value())
                .param("account", account.value())
                .param("said", message.text())
                .param("source", message.source().wire())
                .param("locale", message.locale().toLanguageTag())
                .param("currency", message.currency().getCurrencyCode())
                .param("receivedAt", receivedAt)
                .param("status", ReplyJson.status(reply))
                .param("open", reply.isOpen() ? 1 : 0)
                .param("reply", json)
                .update();
    }

    static void change(JdbcClient db, AccountId account, Reply reply) {
        db.sql(
                        """
                        UPDATE captures
                        SET    status = :status, open = :open, reply = :reply
                        WHERE  account_id = :account
                          AND  id = :id
                        """)
                .param("status", ReplyJson.status(reply))
                .param("open", reply.isOpen() ? 1 : 0)
                .param("reply", ReplyJson.write(reply))
                .param("account", account.value())
                .param("id", reply.id().value())
                .update();
    }

    /** Closes it, so that nothing of it is asked any more. */
    static void close(JdbcClient db, AccountId account, CaptureId id) {
        db.sql("UPDATE captures SET open = 0 WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    /** Marks it as taken back, with what that did; without a moment it was put back. */
    static void undo(
            JdbcClient db,
            AccountId account,
            CaptureId id,
            @Nullable String undoneAt,
            @Nullable String undone) {
        db.sql(
                        """
                        UPDATE captures
                        SET    open = 0, undone_at = :undoneAt, undone = :undone
                        WHERE  account_id = :account
                          AND  id = :id
                        """)
                .param("undoneAt", undoneAt)
                .param("undone", undone)
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    static Optional<Stored> find(JdbcClient db, AccountId account, CaptureId id) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM captures WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query((row, _) -> stored(row))
                .optional();
    }

    static Optional<Stored> latest(JdbcClient db, AccountId account) {
        return recent(db, account, 1).stream().findFirst();
    }

    /** The last ones, newest first. */
    static List<Stored> recent(JdbcClient db, AccountId account, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                 FROM   captures
                                WHERE  account_id = :account
                                ORDER BY id DESC
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> stored(row))
                .list();
    }

    /** The captures with an open question, newest first. */
    /** The words of those captures. */
    static Map<CaptureId, Saying> said(JdbcClient db, AccountId account, List<String> ids) {
        var sayings = new HashMap<CaptureId, Saying>();
        db.sql(
                        """
                        SELECT id, said, source
                        FROM   captures
                        WHERE  account_id = :account
                          AND  id IN (:ids)
                        LIMIT  :limit
                        """)
                .param("account", account.value())
                .param("ids", ids)
                .param("limit", ids.size())
                .query(
                        (RowCallbackHandler)
                                row ->
                                        sayings.put(
                                                new CaptureId(row.getString("id")),
                                                new Saying(
                                                        row.getString("said"),
                                                        row.getString("source"))));
        return sayings;
    }

    static List<Stored> open(JdbcClient db, AccountId account, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                 FROM   captures
                                WHERE  account_id = :account
                                  AND  open = 1
                                ORDER BY id DESC
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getString("said"),
                source(row.getString("source")),
                row.getString("received_at"),
                row.getInt("open") == 1,
                row.getString("undone_at"),
                row.getString("undone"),
                ReplyJson.read(row.getString("reply")));
    }

    private static Source source(String wire) {
        return Arrays.stream(Source.values())
                .filter(source -> source.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source is called " + wire));
    }
}
