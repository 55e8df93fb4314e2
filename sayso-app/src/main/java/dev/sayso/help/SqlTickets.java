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
import java.util.Optional;

/** The rows of {@code help_tickets}. */
final class SqlTickets {
    private static final String SELECT =
            """
            SELECT number, session_id, state, queue, urgent, reason, note, opened_at, reply, replied_at, cause, closed_at
            FROM   help_tickets
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

    static void note(JdbcClient db, String session, String note) {
        db.sql("UPDATE help_tickets SET note = :note WHERE session_id = :session")
                .param("note", note)
                .param("session", session)
                .update();
    }

    static Optional<Ticket> find(JdbcClient db, long number) {
        return db.sql(SELECT + "WHERE number = :number")
                .param("number", number)
                .query((row, _) -> ticket(row))
                .optional();
    }

    /** Those in a state, the urgent first, then the oldest. */
    static List<Ticket> in(JdbcClient db, String state, int limit) {
        return db.sql(
                        SELECT
                                + """
                                WHERE  state = :state
                                ORDER BY urgent DESC, number
                                LIMIT  :limit
                                """)
                .param("state", state)
                .param("limit", limit)
                .query((row, _) -> ticket(row))
                .list();
    }

    /** The last that were replied to, of all people. */
    static List<Ticket> replied(JdbcClient db, int limit) {
        return db.sql(
                        SELECT
                                + """
                                WHERE  replied_at IS NOT NULL
                                ORDER BY number DESC
                                LIMIT  :limit
                                """)
                .param("limit", limit)
                .query((row, _) -> ticket(row))
                .list();
    }

    /** Whether this reply is the first: two who answer at once are told. */
    static boolean reply(JdbcClient db, long number, String reply, Instant now) {
        return db.sql(
                                """
                                UPDATE help_tickets
                                SET    state = 'taken', reply = :reply, replied_at = :now
                                WHERE  number = :number
                                  AND  state = 'open'
                                """)
                        .param("reply", reply)
                        .param("now", Moments.text(now))
                        .param("number", number)
                        .update()
                == 1;
    }

    static boolean close(JdbcClient db, long number, String cause, Instant now) {
        return db.sql(
                                """
                                UPDATE help_tickets
                                SET    state = 'closed', cause = :cause, closed_at = :now
                                WHERE  number = :number
                                  AND  state <> 'closed'
                                """)
                        .param("cause", cause)
                        .param("now", Moments.text(now))
                        .param("number", number)
                        .update()
                == 1;
    }

    /** The session of a ticket, whose account is not the agent's. */
    static Optional<HelpSession> session(JdbcClient db, Ticket ticket) {
        return db.sql("SELECT account_id FROM help_tickets WHERE number = :number")
                .param("number", ticket.number())
                .query((row, _) -> row.getString("account_id"))
                .optional()
                .flatMap(account -> SqlHelp.find(db, new AccountId(account), ticket.session()));
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getLong("number"),
                row.getString("session_id"),
                row.getString("state"),
                row.getString("queue"),
                row.getInt("urgent") == 1,
                row.getString("reason"),
                row.getString("note"),
                row.getString("opened_at"),
                row.getString("reply"),
                row.getString("replied_at"),
                row.getString("cause"),
                row.getString("closed_at"));
    }
}
