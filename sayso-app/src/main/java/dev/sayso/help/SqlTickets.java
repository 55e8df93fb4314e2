package dev.sayso.help;

import dev.sayso.account.AccountId;
import dev.sayso.help.tree.End;
import dev.sayso.help.tree.Node;
import dev.sayso.help.tree.Tree;
import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of {@code help_tickets}. */
final class SqlTickets {
    private static final int MOST_LINES = 500;
    private static final String SELECT =
            """
            SELECT t.number, t.session_id, t.state, t.revision, t.queue, t.urgent, t.reason, t.opened_at,
                   a.name AS taken_by, t.taken_at, t.replied_at, t.cause, t.closed_at
            FROM   help_tickets t
            LEFT JOIN accounts a ON a.id = t.taken_by
            """;

    private SqlTickets() {}

    /** Opens the ticket of a session that ended at a person, once; previews open none. */
    static @Nullable Long openFor(JdbcClient db, Tree tree, HelpSession session, Instant now) {
        var end = session.state().end();
        if (end == null || end.status() != End.Status.ESCALATED || session.preview()) {
            return null;
        }
        var person = tree.node(end.node()) instanceof Node.Person it ? it : null;
        var queue = person == null || person.queue() == null ? "support" : person.queue();
        db.sql(
                        """
                        INSERT INTO help_tickets (session_id, account_id, state, queue, urgent, reason, opened_at)
                        VALUES (:session, :account, 'open', :queue, :urgent, :reason, :now)
                        ON CONFLICT (session_id) DO NOTHING
                        """)
                .param("session", session.id())
                .param("account", session.account().value())
                .param("queue", queue)
                .param("urgent", person != null && person.urgent() ? 1 : 0)
                .param("reason", end.reason().wire())
                .param("now", Moments.text(now))
                .update();
        return findNumber(db, session.id()).orElse(null);
    }

    static Optional<Long> findNumber(JdbcClient db, String session) {
        return db.sql("SELECT number FROM help_tickets WHERE session_id = :session")
                .param("session", session)
                .query((row, _) -> row.getLong("number"))
                .optional();
    }

    /** The ticket with all that was said about it. */
    static Optional<Ticket> find(JdbcClient db, long number) {
        return db.sql(SELECT + "WHERE t.number = :number")
                .param("number", number)
                .query((row, _) -> ticket(row))
                .optional()
                .map(ticket -> ticket.with(lines(db, number)));
    }

    /** The person's own, by its session. */
    static Optional<Ticket> find(JdbcClient db, AccountId account, String session) {
        return db.sql(SELECT + "WHERE t.account_id = :account AND t.session_id = :session")
                .param("account", account.value())
                .param("session", session)
                .query((row, _) -> ticket(row))
                .optional()
                .map(ticket -> ticket.with(lines(db, ticket.number())));
    }

    /** The person's own, the newest first, without what was said. */
    static List<Ticket> of(JdbcClient db, AccountId account, int limit) {
        return db.sql(
                        SELECT
                                + """
                                WHERE  t.account_id = :account
                                ORDER BY t.number DESC
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> ticket(row))
                .list();
    }

    /** Those in a state, the urgent first, then the oldest. */
    static List<Ticket> in(JdbcClient db, String state, int limit) {
        return db.sql(
                        SELECT
                                + """
                                WHERE  t.state = :state
                                ORDER BY t.urgent DESC, t.number
                                LIMIT  :limit
                                """)
                .param("state", state)
                .param("limit", limit)
                .query((row, _) -> ticket(row))
                .list();
    }

    static int count(JdbcClient db, String state) {
        return db.sql("SELECT COUNT(*) FROM help_tickets WHERE state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }

    /** The last that were replied to, of all people. */
    static List<Ticket> replied(JdbcClient db, int limit) {
        return db.sql(
                        SELECT
                                + """
                                WHERE  t.replied_at IS NOT NULL
                                ORDER BY t.number DESC
                                LIMIT  :limit
                                """)
                .param("limit", limit)
                .query((row, _) -> ticket(row))
                .list();
    }

    private static List<Ticket.Line> lines(JdbcClient db, long number) {
        return db.sql(
                        """
                        SELECT l.kind, a.name, l.text, l.at
                        FROM   help_ticket_lines l
                        JOIN   accounts a ON a.id = l.account_id
                        WHERE  l.number = :number
                        ORDER BY l.position
                        LIMIT  :most
                        """)
                .param("number", number)
                .param("most", MOST_LINES)
                .query(
                        (row, _) ->
                                new Ticket.Line(
                                        Ticket.Kind.valueOf(
                                                row.getString("kind").toUpperCase(Locale.ROOT)),
                                        row.getString("name"),
                                        row.getString("text"),
                                        row.getString("at")))
                .list();
    }

    static void add(
            JdbcClient db,
            long number,
            AccountId account,
            Ticket.Kind kind,
            String text,
            Instant now) {
        db.sql(
                        """
                        INSERT INTO help_ticket_lines (number, account_id, kind, text, at)
                        VALUES (:number, :account, :kind, :text, :now)
                        """)
                .param("number", number)
                .param("account", account.value())
                .param("kind", kind.wire())
                .param("text", text)
                .param("now", Moments.text(now))
                .update();
    }

    /** Whether the agent's act is the one that wins: nobody acted since that revision. */
    static boolean advance(JdbcClient db, long number, long seen) {
        return db.sql(
                                """
                                UPDATE help_tickets
                                SET    revision = revision + 1
                                WHERE  number = :number
                                  AND  revision = :seen
                                  AND  state <> 'closed'
                                """)
                        .param("number", number)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    static void take(JdbcClient db, long number, AccountId agent, Instant now) {
        db.sql(
                        """
                        UPDATE help_tickets
                        SET    state = 'taken', taken_by = :agent, taken_at = :now
                        WHERE  number = :number
                        """)
                .param("agent", agent.value())
                .param("now", Moments.text(now))
                .param("number", number)
                .update();
    }

    static void replied(JdbcClient db, long number, Instant now) {
        db.sql(
                        """
                        UPDATE help_tickets
                        SET    replied_at = COALESCE(replied_at, :now)
                        WHERE  number = :number
                        """)
                .param("now", Moments.text(now))
                .param("number", number)
                .update();
    }

    static void close(JdbcClient db, long number, String cause, Instant now) {
        db.sql(
                        """
                        UPDATE help_tickets
                        SET    state = 'closed', cause = :cause, closed_at = :now
                        WHERE  number = :number
                        """)
                .param("cause", cause)
                .param("now", Moments.text(now))
                .param("number", number)
                .update();
    }

    /** The session of a ticket, whose account is not the agent's. */
    static Optional<HelpSession> session(JdbcClient db, long number) {
        return db.sql("SELECT account_id, session_id FROM help_tickets WHERE number = :number")
                .param("number", number)
                .query(
                        (row, _) ->
                                SqlHelp.find(
                                        db,
                                        new AccountId(row.getString("account_id")),
                                        row.getString("session_id")))
                .optional()
                .flatMap(found -> found)
                .map(SqlHelp.Found::session);
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getLong("number"),
                row.getString("session_id"),
                row.getString("state"),
                row.getLong("revision"),
                row.getString("queue"),
                row.getInt("urgent") == 1,
                row.getString("reason"),
                row.getString("opened_at"),
                row.getString("taken_by"),
                row.getString("taken_at"),
                row.getString("replied_at"),
                row.getString("cause"),
                row.getString("closed_at"),
                List.of());
    }
}
