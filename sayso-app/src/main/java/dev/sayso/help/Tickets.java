package dev.sayso.help;

import dev.sayso.account.Account;
import dev.sayso.help.SqlHelp.Told;
import dev.sayso.help.figures.HelpEvent;
import dev.sayso.help.figures.Spread;
import dev.sayso.notification.Kind;
import dev.sayso.notification.Notice;
import dev.sayso.notification.Notifications;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.web.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What agents see of the sessions that reached them, and what is said between the two. */
@Component
public final class Tickets {
    public static final int LONGEST = 4_000;
    private static final int MOST = 200;
    private static final int LAST = 50;
    private static final int OWN = 20;

    private final Notifications notifications;
    private final Writer writer;
    private final Readers readers;
    private final Clock clock;

    Tickets(Notifications notifications, Writer writer, Readers readers, Clock clock) {
        this.notifications = notifications;
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * A line of what happened: when, what, and the words that were shown.
     *
     * @param what as the log has it, its {@code type} first
     */
    public record Line(String at, String what, @Nullable String shown) {}

    /** A ticket with all that happened before, and the tree's version it happened in. */
    public record Opened(
            Ticket ticket,
            String treeVersion,
            Map<String, String> context,
            Map<String, String> facts,
            List<Line> transcript) {
        public Opened {
            context = Map.copyOf(context);
            facts = Map.copyOf(facts);
            transcript = List.copyOf(transcript);
        }
    }

    public List<Ticket> in(String state) {
        return readers.read(db -> SqlTickets.in(db, state, MOST));
    }

    public int count(String state) {
        return readers.read(db -> SqlTickets.count(db, state));
    }

    public Optional<Opened> find(long number) {
        return readers.read(
                db ->
                        SqlTickets.find(db, number)
                                .map(
                                        ticket ->
                                                opened(
                                                        db,
                                                        ticket,
                                                        SqlTickets.session(db, number)
                                                                .orElseThrow())));
    }

    private static Opened opened(JdbcClient db, Ticket ticket, HelpSession session) {
        var lines =
                SqlHelp.transcript(db, ticket.session()).stream()
                        .map(
                                line ->
                                        new Line(
                                                line.at(),
                                                HelpJson.write(line.told().what()),
                                                line.told().shown()))
                        .toList();
        return new Opened(
                ticket, session.version(), session.context(), session.state().facts(), lines);
    }

    /** The person's own, the newest first. */
    public List<Ticket> of(Account account) {
        return readers.read(db -> SqlTickets.of(db, account.id(), OWN));
    }

    /** The person's own, by the session that led to it. */
    public Optional<Ticket> find(Account account, String session) {
        return readers.read(db -> SqlTickets.find(db, account.id(), session));
    }

    /** How long the last people waited for a reply, in the middle and in business hours. */
    public Optional<Duration> expectedWait(Account account) {
        var hours = HelpReports.hours(account);
        var waits =
                readers.read(db -> SqlTickets.replied(db, LAST)).stream()
                        .map(
                                ticket ->
                                        hours.between(
                                                Instant.parse(ticket.openedAt()),
                                                Instant.parse(String.valueOf(ticket.repliedAt()))))
                        .toList();
        return Spread.of(waits).map(Spread::median);
    }

    /** What the person adds; false when there is no such ticket or it is closed. */
    public boolean add(Account account, String session, String text) {
        return writer.write(
                db -> {
                    var ticket = SqlTickets.find(db, account.id(), session);
                    if (ticket.isEmpty() || ticket.get().isClosed()) {
                        return false;
                    }
                    SqlTickets.add(
                            db,
                            ticket.get().number(),
                            account.id(),
                            Ticket.Kind.PERSON,
                            text,
                            clock.instant());
                    return true;
                });
    }

    /** What an agent does about a ticket. */
    public sealed interface Act {
        record Take() implements Act {}

        /** For agents alone. */
        record Note(String text) implements Act {}

        record Reply(String text) implements Act {}

        /**
         * @param reply the last word to the person, if there is one
         */
        record Close(String cause, @Nullable String reply) implements Act {}
    }

    /** Whether an act was done; if not, the ticket as somebody else has left it. */
    public sealed interface Done {
        record Now(Ticket ticket) implements Done {}

        record Meanwhile(Ticket ticket) implements Done {}

        record Unknown() implements Done {}
    }

    /**
     * Does it, unless somebody else was first.
     *
     * @param seen the revision that the agent saw; null: only if nobody answered or took it yet
     */
    public Done act(Account agent, long number, @Nullable Long seen, Act act) {
        return writer.write(
                db -> {
                    var found = SqlTickets.find(db, number);
                    if (found.isEmpty()) {
                        return new Done.Unknown();
                    }
                    var ticket = found.get();
                    if (seen == null && !isFree(ticket, agent, act)
                            || !SqlTickets.advance(
                                    db, number, seen == null ? ticket.revision() : seen)) {
                        return new Done.Meanwhile(ticket);
                    }
                    carryOut(db, agent, ticket, act);
                    return new Done.Now(SqlTickets.find(db, number).orElseThrow());
                });
    }

    /** Whether an agent who names no revision can have missed nothing. */
    private static boolean isFree(Ticket ticket, Account agent, Act act) {
        return switch (act) {
            case Act.Take _ -> ticket.takenBy() == null;
            case Act.Reply _ ->
                    ticket.repliedAt() == null
                            && (ticket.takenBy() == null || ticket.takenBy().equals(agent.name()));
            case Act.Note _, Act.Close _ -> true;
        };
    }

    private void carryOut(JdbcClient db, Account agent, Ticket ticket, Act act) {
        var now = clock.instant();
        var number = ticket.number();
        switch (act) {
            case Act.Take _ -> SqlTickets.take(db, number, agent.id(), now);
            case Act.Note(var text) ->
                    SqlTickets.add(db, number, agent.id(), Ticket.Kind.NOTE, text, now);
            case Act.Reply(var text) -> reply(db, agent, ticket, text, now);
            case Act.Close(var cause, var reply) -> {
                if (reply != null) {
                    reply(db, agent, ticket, reply, now);
                }
                SqlTickets.close(db, number, cause, now);
                tell(db, number, new HelpEvent.Closed(), now);
            }
        }
    }

    /** Who answers a ticket that nobody has taken has taken it. */
    private void reply(JdbcClient db, Account agent, Ticket ticket, String text, Instant now) {
        var number = ticket.number();
        if (ticket.takenBy() == null) {
            SqlTickets.take(db, number, agent.id(), now);
        }
        SqlTickets.add(db, number, agent.id(), Ticket.Kind.REPLY, text, now);
        SqlTickets.replied(db, number, now);
        tell(db, number, new HelpEvent.Replied(), now);
        notify(db, ticket, text);
    }

    /** The answer also goes where the person wants to be told. */
    private void notify(JdbcClient db, Ticket ticket, String text) {
        var session = SqlTickets.session(db, ticket.number()).orElseThrow();
        var number = Long.toString(ticket.number());
        var words = new Words(session.locale(), LocalDate.now(clock));
        notifications.enqueue(
                db,
                new Notice(
                        session.account(),
                        "help/%s/%d".formatted(number, ticket.revision()),
                        Kind.HELP,
                        null,
                        words.say("help.notice", number),
                        text,
                        Map.of("ticket", number, "path", "/help/" + session.id()),
                        List.of()));
    }

    private static void tell(JdbcClient db, long number, HelpEvent.What what, Instant now) {
        SqlHelp.append(db, SqlTickets.session(db, number).orElseThrow(), now, Told.of(what));
    }
}
