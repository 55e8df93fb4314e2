package dev.sayso.subscription;

import dev.sayso.account.Account;
import dev.sayso.event.SubscriptionCancelled;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes that are made by hand, each an event as if it had been said. A change to what is so
 * already writes nothing, so that the same twice is the same once.
 */
@Component
public final class Edits {
    private final Subscriptions subscriptions;
    private final EventLog log;
    private final Writer writer;
    private final Clock clock;
    private final Ids ids;

    Edits(Subscriptions subscriptions, EventLog log, Writer writer, Clock clock, Ids ids) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.writer = writer;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Makes the changes, all or none.
     *
     * @throws NoSuchSubscription when it is not the account's
     * @throws Unfit when one does not fit
     */
    public Subscription change(Account account, SubscriptionId id, List<Change> changes) {
        var cause = new CaptureId(ids.next());
        return writer.write(
                db -> {
                    var it = get(db, account, id);
                    for (var change : changes) {
                        it = changed(db, account, it, change, cause);
                    }
                    return it;
                });
    }

    private Subscription get(JdbcClient db, Account account, SubscriptionId id) {
        return subscriptions
                .find(db, account.id(), id)
                .orElseThrow(() -> new NoSuchSubscription("subscription", id.value()));
    }

    private Subscription changed(
            JdbcClient db, Account account, Subscription it, Change change, CaptureId cause) {
        if (change instanceof Change.Keep) {
            return keep(db, account, it, cause);
        }
        if (change instanceof Change.Name(var name)
                && subscriptions.isTaken(db, account, it, name)) {
            throw new Unfit(
                    "unfit.name",
                    "another subscription that is paid for has that name; give another one");
        }
        return Changing.of(it, account.today(clock))
                .event(change)
                .map(event -> subscriptions.change(db, account, it, event, cause))
                .orElse(it);
    }

    private Subscription keep(JdbcClient db, Account account, Subscription it, CaptureId cause) {
        var cancelled =
                log.of(db, account.id(), it.id()).stream()
                        .filter(stored -> stored.event() instanceof SubscriptionCancelled)
                        .toList();
        if (it.cancelledOn() == null || cancelled.isEmpty()) {
            return it;
        }
        var folded = subscriptions.turn(db, account, cancelled, cause);
        refuseTwo(db, account, folded);
        return folded.getFirst();
    }

    /**
     * Takes back an event of the subscription's history; a correction lets stand again what it
     * corrected. A second time changes nothing.
     *
     * @return the subscription as it is then; empty when it is not there any more
     */
    public Optional<Subscription> takeBack(Account account, SubscriptionId id, EventId event) {
        return turned(account, id, event, true);
    }

    /**
     * Lets an event stand again that was taken back. A second time changes nothing.
     *
     * @throws Unfit when it would make two of one name, or something took its place
     */
    public Optional<Subscription> putBack(Account account, SubscriptionId id, EventId event) {
        return turned(account, id, event, false);
    }

    private Optional<Subscription> turned(
            Account account, SubscriptionId id, EventId event, boolean back) {
        var cause = new CaptureId(ids.next());
        return writer.write(
                db -> {
                    var stored = find(db, account, id, event);
                    var standing = log.standing(db, account.id(), event);
                    if (!back && standing.isPresent() && !standing.get().id().equals(event)) {
                        throw new Unfit(
                                "unfit.corrected",
                                "another event took its place; take that one back first");
                    }
                    boolean stands =
                            standing.map(StoredEvent::id).filter(event::equals).isPresent();
                    if (stands != back) { // a second tap
                        return subscriptions.find(db, account.id(), id);
                    }
                    var turning = new ArrayList<>(List.of(stored));
                    if (stored.replaces() != null) {
                        log.find(db, account.id(), stored.replaces()).ifPresent(turning::add);
                    }
                    var folded = subscriptions.turn(db, account, turning, cause);
                    refuseTwo(db, account, folded);
                    if (!back
                            && folded.isEmpty()
                            && !(stored.event() instanceof SubscriptionCreated)) {
                        throw new Unfit(
                                "unfit.gone",
                                "the subscription itself was taken back; put that back first");
                    }
                    return folded.stream().findFirst();
                });
    }

    private StoredEvent find(JdbcClient db, Account account, SubscriptionId id, EventId event) {
        return log.find(db, account.id(), event)
                .filter(stored -> id.equals(stored.subscriptionId()))
                .filter(stored -> !(stored.event() instanceof dev.sayso.event.EventRetracted))
                .orElseThrow(() -> new NoSuchSubscription("such event", event.value()));
    }

    private void refuseTwo(JdbcClient db, Account account, List<Subscription> folded) {
        for (var it : folded) {
            if (subscriptions.isTwice(db, account, it)) {
                throw new Unfit(
                        "unfit.twice",
                        "another subscription of that name is paid for by now; cancel or rename"
                                + " that one first");
            }
        }
    }
}
