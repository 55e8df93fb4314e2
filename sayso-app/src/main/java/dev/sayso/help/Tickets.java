package dev.sayso.help;

import dev.sayso.account.Account;
import dev.sayso.help.SqlHelp.Told;
import dev.sayso.help.figures.HelpEvent;
import dev.sayso.help.figures.Spread;
import dev.sayso.platform.sql.Query;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What agents see of the sessions that reached them, and what they do about it. */
@Component
public final class Tickets {
    private static final int MOST = 200;
    private static final int LAST = 50;

    private final Writer writer;
    private final Readers readers;
    private final Clock clock;

    Tickets(Writer writer, Readers readers, Clock clock) {
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
            Ticket ticket, String treeVersion, Map<String, String> context, List<Line> transcript) {
        public Opened {
            context = Map.copyOf(context);
            transcript = List.copyOf(transcript);
        }
    }

    public List<Ticket> in(String state) {
        return readers.read(db -> SqlTickets.in(db, state, MOST));
    }

    public Optional<Opened> find(long number) {
        return readers.read(
                db ->
                        SqlTickets.find(db, number)
                                .map(
                                        ticket -> {
                                            var session =
                                                    SqlTickets.session(db, ticket).orElseThrow();
                                            var lines = new ArrayList<Line>();
                                            for (var line :
                                                    SqlHelp.transcript(db, ticket.session())) {
                                                lines.add(
                                                        new Line(
                                                                line.at(),
                                                                HelpJson.write(line.told().what()),
                                                                line.told().shown()));
                                            }
                                            return new Opened(
                                                    ticket,
                                                    session.version(),
                                                    session.context(),
                                                    lines);
                                        }));
    }

    /** How long the last people waited for a reply, in the middle and in business hours. */
    public Optional<Duration> expectedWait(Account account) {
        var hours = HelpReports.hours(account);
        return readers.read(db -> SqlTickets.replied(db, LAST)).stream()
                .map(
                        ticket ->
                                hours.between(
                                        Instant.parse(ticket.openedAt()),
                                        Instant.parse(String.valueOf(ticket.repliedAt()))))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                waits -> Spread.of(waits).map(Spread::median)));
    }

    /** What the person adds to the ticket of the session that just ended. */
    public void note(Account account, String session, String note) {
        writer.write(
                db -> {
                    if (SqlHelp.find(db, account.id(), session).isPresent()) {
                        SqlTickets.note(db, session, note);
                    }
                    return true;
                });
    }

    /** The first reply; false when somebody else has replied, or it is closed. */
    public boolean reply(long number, String reply) {
        return change(
                number,
                new HelpEvent.Replied(),
                db -> SqlTickets.reply(db, number, reply, clock.instant()));
    }

    /** Closes it with its cause; false when it is closed already. */
    public boolean close(long number, String cause) {
        return change(
                number,
                new HelpEvent.Closed(),
                db -> SqlTickets.close(db, number, cause, clock.instant()));
    }

    private boolean change(long number, HelpEvent.What what, Query<Boolean> change) {
        return writer.write(
                db -> {
                    var ticket = SqlTickets.find(db, number);
                    if (ticket.isEmpty() || !change.in(db)) {
                        return false;
                    }
                    var session = SqlTickets.session(db, ticket.get()).orElseThrow();
                    SqlHelp.append(db, session, clock.instant(), Told.of(what));
                    return true;
                });
    }
}
