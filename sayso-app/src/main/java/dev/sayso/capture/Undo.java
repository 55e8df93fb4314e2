package dev.sayso.capture;

import dev.sayso.account.Account;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Moments;
import dev.sayso.subscription.Subscriptions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Takes a capture back, and puts it back. Each by events; the log forgets nothing. */
@Component
public final class Undo {
    private final Subscriptions subscriptions;
    private final EventLog log;
    private final Writer writer;
    private final Clock clock;

    Undo(Subscriptions subscriptions, EventLog log, Writer writer, Clock clock) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Takes back what the capture noted, and closes its question. A second time changes nothing. It
     * works on a full disk, too.
     *
     * @throws NotAnswered when it would make two of one name
     */
    public Stored undo(Account account, CaptureId id) {
        return writer.writeEvenIfFull(
                db -> {
                    var stored = find(db, account, id);
                    if (stored.isUndone()) {
                        return stored;
                    }
                    var back = new ArrayList<StoredEvent>();
                    var again = new ArrayList<StoredEvent>();
                    if (stored.reply() instanceof Reply.Recorded recorded) {
                        for (var it : recorded.noted()) {
                            log.standing(db, account.id(), it.eventId()).ifPresent(back::add);
                            if (it.replaced() != null) { // what it corrected stands again
                                log.find(db, account.id(), it.replaced())
                                        .filter(old -> !old.cause().equals(id))
                                        .ifPresent(again::add);
                            }
                        }
                    }
                    turn(db, account, back, again, id);
                    SqlCaptures.undo(
                            db,
                            account.id(),
                            id,
                            Moments.text(clock.instant()),
                            signed("-", back) + signed("+", again));
                    return find(db, account, id);
                });
    }

    /**
     * Puts back what Undo took.
     *
     * @throws NotAnswered when there is nothing to put back, or no place for it any more
     */
    public Reply restore(Account account, CaptureId id) {
        return writer.write(
                db -> {
                    var stored = find(db, account, id);
                    var undone = stored.undone();
                    if (undone == null || undone.isBlank()) {
                        throw NotAnswered.late("there is nothing to put back; say it again");
                    }
                    turn(
                            db,
                            account,
                            events(db, account, undone, '+'),
                            events(db, account, undone, '-'),
                            id);
                    SqlCaptures.undo(db, account.id(), id, null, null);
                    SqlCaptures.change(db, account.id(), stored.reply());
                    return stored.reply();
                });
    }

    private static Stored find(JdbcClient db, Account account, CaptureId id) {
        return SqlCaptures.find(db, account.id(), id).orElseThrow(() -> new NoSuchCapture(id));
    }

    private void turn(
            JdbcClient db,
            Account account,
            List<StoredEvent> back,
            List<StoredEvent> again,
            CaptureId id) {
        var all = new ArrayList<>(back);
        all.addAll(again);
        var folded = subscriptions.turn(db, account, all, id);
        for (var it : folded) {
            if (subscriptions.isTwice(db, account, it)) {
                throw NotAnswered.late(
                        it.name() + " is in your list again by now; cancel that one first");
            }
        }
        for (var event : again) {
            if (event.subscriptionId() != null
                    && folded.stream().noneMatch(it -> it.id().equals(event.subscriptionId()))) {
                throw NotAnswered.late("what this changed is not in your list any more");
            }
        }
    }

    private static String signed(String sign, List<StoredEvent> events) {
        return events.stream().map(event -> sign + event.id() + " ").collect(Collectors.joining());
    }

    private List<StoredEvent> events(JdbcClient db, Account account, String signed, char sign) {
        return Arrays.stream(signed.split(" "))
                .filter(event -> event.charAt(0) == sign)
                .map(event -> new EventId(event.substring(1)))
                .flatMap(event -> log.find(db, account.id(), event).stream())
                .toList();
    }
}
