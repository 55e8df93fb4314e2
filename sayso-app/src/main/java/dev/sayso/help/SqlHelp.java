package dev.sayso.help;

import dev.sayso.account.AccountId;
import dev.sayso.help.figures.HelpEvent;
import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of sessions, of replies to acts and of the log. */
final class SqlHelp {
    private SqlHelp() {}

    static void add(JdbcClient db, HelpSession session) {
        db.sql(
                        """
                        INSERT INTO help_sessions (id, account_id, tree, tree_version, locale, context, preview, state, revision, started_at, last_act_at)
                        VALUES (:id, :account, :tree, :version, :locale, :context, :preview, :state, :revision, :startedAt, :lastActAt)
                        """)
                .param("id", session.id())
                .param("account", session.account().value())
                .param("tree", session.tree())
                .param("version", session.version())
                .param("locale", session.locale().toLanguageTag())
                .param("context", HelpJson.write(session.context()))
                .param("preview", session.preview() ? 1 : 0)
                .param("state", HelpJson.write(session.state()))
                .param("revision", session.revision())
                .param("startedAt", Moments.text(session.startedAt()))
                .param("lastActAt", Moments.text(session.lastActAt()))
                .update();
    }

    /** Whether this is the one that wins: nobody wrote since the revision before was read. */
    static boolean change(JdbcClient db, HelpSession session) {
        return db.sql(
                                """
                                UPDATE help_sessions
                                SET    tree_version = :version, state = :state, revision = :revision, last_act_at = :lastActAt
                                WHERE  account_id = :account
                                  AND  id = :id
                                  AND  revision = :before
                                """)
                        .param("version", session.version())
                        .param("state", HelpJson.write(session.state()))
                        .param("revision", session.revision())
                        .param("lastActAt", Moments.text(session.lastActAt()))
                        .param("account", session.account().value())
                        .param("id", session.id())
                        .param("before", session.revision() - 1)
                        .update()
                == 1;
    }

    /**
     * A session, and what became of its tree since.
     *
     * @param revision the texts that its version is shown with; null where only the jar has it
     */
    record Found(HelpSession session, @Nullable Integer revision, boolean withdrawn) {}

    static Optional<Found> find(JdbcClient db, AccountId account, String id) {
        return db.sql(
                        """
                        SELECT s.id, s.account_id, s.tree, s.tree_version, s.locale, s.context, s.preview, s.state,
                               s.revision, s.started_at, s.last_act_at, s.rating,
                               v.revision AS text_revision, v.withdrawn_at
                        FROM   help_sessions s
                        LEFT JOIN help_versions v ON v.version = s.tree_version
                        WHERE  s.account_id = :account
                          AND  s.id = :id
                        """)
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> found(row))
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        var shown = row.getInt("text_revision");
        var revision = row.wasNull() ? null : shown;
        return new Found(session(row), revision, row.getString("withdrawn_at") != null);
    }

    private static HelpSession session(ResultSet row) throws SQLException {
        var rating = row.getInt("rating");
        var rated = !row.wasNull();
        return new HelpSession(
                row.getString("id"),
                new AccountId(row.getString("account_id")),
                row.getString("tree"),
                row.getString("tree_version"),
                Locale.forLanguageTag(row.getString("locale")),
                HelpJson.readContext(row.getString("context")),
                row.getInt("preview") == 1,
                HelpJson.readState(row.getString("state")),
                row.getLong("revision"),
                Instant.parse(row.getString("started_at")),
                Instant.parse(row.getString("last_act_at")),
                rated ? rating : null);
    }

    static void rate(JdbcClient db, HelpSession session, int rating) {
        db.sql(
                        """
                        UPDATE help_sessions
                        SET    rating = :rating
                        WHERE  account_id = :account
                          AND  id = :id
                        """)
                .param("rating", rating)
                .param("account", session.account().value())
                .param("id", session.id())
                .update();
    }

    /**
     * @param reply null while an action still runs
     */
    record Reply(String fingerprint, @Nullable String reply) {}

    static Optional<Reply> findReply(JdbcClient db, String session, int step) {
        return db.sql(
                        """
                        SELECT fingerprint, reply
                        FROM   help_replies
                        WHERE  session_id = :session
                          AND  step = :step
                        """)
                .param("session", session)
                .param("step", step)
                .query((row, _) -> new Reply(row.getString("fingerprint"), row.getString("reply")))
                .optional();
    }

    static void keepReply(JdbcClient db, String session, int step, Reply reply) {
        db.sql(
                        """
                        INSERT INTO help_replies (session_id, step, fingerprint, reply)
                        VALUES (:session, :step, :fingerprint, :reply)
                        ON CONFLICT (session_id, step) DO UPDATE SET reply = excluded.reply
                        """)
                .param("session", session)
                .param("step", step)
                .param("fingerprint", reply.fingerprint())
                .param("reply", reply.reply())
                .update();
    }

    static void append(JdbcClient db, HelpSession session, Instant at, Told told) {
        db.sql(
                        """
                        INSERT INTO help_events (session_id, account_id, tree, at, payload, shown)
                        VALUES (:session, :account, :tree, :at, :payload, :shown)
                        """)
                .param("session", session.id())
                .param("account", session.account().value())
                .param("tree", session.tree())
                .param("at", Moments.text(at))
                .param("payload", HelpJson.write(told.what()))
                .param("shown", told.shown())
                .update();
    }

    /** An event with the words that were shown then. */
    record Told(HelpEvent.What what, @Nullable String shown) {
        static Told of(HelpEvent.What what) {
            return new Told(what, null);
        }
    }

    /** One line of a transcript. */
    record Line(String at, Told told) {}

    static List<Line> transcript(JdbcClient db, String session) {
        return db.sql(
                        """
                        SELECT at, payload, shown
                        FROM   help_events
                        WHERE  session_id = :session
                        ORDER BY position
                        LIMIT  2000
                        """)
                .param("session", session)
                .query(
                        (row, _) ->
                                new Line(
                                        row.getString("at"),
                                        new Told(
                                                HelpJson.readWhat(row.getString("payload")),
                                                row.getString("shown"))))
                .list();
    }

    record Kept(long position, HelpEvent event) {}

    /** The log of a tree from a moment on, in its order, a page of it. */
    static List<Kept> events(JdbcClient db, String tree, Instant from, long after, int most) {
        return db.sql(
                        """
                        SELECT position, session_id, at, payload
                        FROM   help_events
                        WHERE  tree = :tree
                          AND  at >= :from
                          AND  position > :after
                        ORDER BY position
                        LIMIT  :most
                        """)
                .param("tree", tree)
                .param("from", Moments.text(from))
                .param("after", after)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Kept(
                                        row.getLong("position"),
                                        new HelpEvent(
                                                row.getString("session_id"),
                                                Instant.parse(row.getString("at")),
                                                HelpJson.readWhat(row.getString("payload")))))
                .list();
    }
}
