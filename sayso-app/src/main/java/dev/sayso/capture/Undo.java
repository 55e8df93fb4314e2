package dev.sayso.capture;

import dev.sayso.account.Account;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventLog;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Moments;
import dev.sayso.subscription.Subscriptions;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;

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
     * Takes back what the capture noted, and closes its question. A second time changes nothing.
     */
    public Stored undo(Account account, CaptureId id) {
        return writer.write(
                db -> {
                    var stored =
                            SqlCaptures.find(db, account.id(), id)
                                    .orElseThrow(() -> new NoSuchCapture(id));
                    if (stored.isUndone()) {
                        return stored;
                    }
                    if (stored.reply() instanceof Reply.Recorded recorded) {
                        var noted = recorded.noted().stream().map(Reply.Noted::eventId).toList();
                        subscriptions.retract(
                                db, account, log.standing(db, account.id(), noted), id);
                        for (var it : recorded.noted()) {
                            if (it.replaced()
                                    != null) { // a correction: what it corrected stands again
                                log.find(db, account.id(), it.replaced())
                                        .ifPresent(
                                                old ->
                                                        subscriptions.append(
                                                                db,
                                                                account,
                                                                old.subscriptionId(),
                                                                old.event(),
                                                                id));
                            }
                        }
                    }
                    SqlCaptures.close(db, account.id(), id, Moments.text(clock.instant()));
                    return SqlCaptures.find(db, account.id(), id).orElseThrow();
                });
    }

    /**
     * Puts back what Undo took.
     *
     * @throws NotAnswered when there is nothing to put back
     */
    public Reply restore(Account account, CaptureId id) {
        return writer.write(
                db -> {
                    var stored =
                            SqlCaptures.find(db, account.id(), id)
                                    .orElseThrow(() -> new NoSuchCapture(id));
                    if (!stored.isUndone()
                            || !(stored.reply() instanceof Reply.Recorded recorded)) {
                        throw NotAnswered.late("there is nothing to put back; say it again");
                    }
                    if (recorded.noted().stream().anyMatch(it -> it.replaced() != null)) {
                        throw NotAnswered.late("a correction is not put back; say it again");
                    }
                    var today = account.today(clock);
                    var noted = new ArrayList<Reply.Noted>();
                    long position = recorded.position();
                    for (var it : recorded.noted()) {
                        if (it.reading().event() instanceof SubscriptionCreated created
                                && subscriptions.isStanding(
                                        db, account.id(), created.name(), today)) {
                            throw NotAnswered.late(
                                    created.name() + " is in your list again by now");
                        }
                    }
                    for (var it : recorded.noted()) {
                        var fit =
                                subscriptions.append(
                                        db, account, it.subscriptionId(), it.reading().event(), id);
                        noted.add(
                                new Reply.Noted(
                                        it.reading(),
                                        fit.stored().id(),
                                        it.subscriptionId(),
                                        null));
                        position = fit.stored().position();
                    }
                    var reply =
                            new Reply.Recorded(
                                    id,
                                    position,
                                    noted,
                                    recorded.drafts(),
                                    recorded.turn(),
                                    recorded.ask());
                    SqlCaptures.close(db, account.id(), id, null);
                    SqlCaptures.change(db, account.id(), reply);
                    return reply;
                });
    }
}
