package dev.sayso.capture;

import dev.sayso.account.Account;
import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.language.Draft;
import dev.sayso.language.Origin;
import dev.sayso.language.Reading;
import dev.sayso.language.Turn;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.platform.sql.Unit;
import dev.sayso.subscription.Fit;
import dev.sayso.subscription.Said;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Notes the readings of one capture, inside its unit, and says what became of them together. */
final class Noting {
    private final Subscriptions subscriptions;
    private final EventLog log;
    private final JdbcClient db;
    private final Account account;
    private final Asking asking;
    private final CaptureId capture;

    private final List<Reply.Noted> noted = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Subscription> assumed = new ArrayList<>();
    private long position;
    private @Nullable Ask ask;
    private Reply.@Nullable Refused refused;

    /** A fresh one each time its {@link Unit} runs: it has state. */
    Noting(
            Subscriptions subscriptions,
            EventLog log,
            JdbcClient db,
            Account account,
            Asking asking,
            CaptureId capture) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.db = db;
        this.account = account;
        this.asking = asking;
        this.capture = capture;
    }

    /** Begins with what the capture noted before. */
    Noting beside(Reply before) {
        if (before instanceof Reply.Recorded recorded) {
            noted.addAll(recorded.noted());
            position = recorded.position();
        }
        return this;
    }

    /** Notes the readings; of a correction, {@code previous} is what it corrects. */
    Noting note(List<Reading> readings, List<Reply.Noted> previous) {
        for (var reading : readings) {
            var replaces = reading.replaces();
            var old =
                    replaces != null && replaces < previous.size() ? previous.get(replaces) : null;
            if (old != null) {
                replace(old, reading);
            } else if (reading.sure()) {
                note(reading, false);
            } else {
                drafts.add(Draft.of(reading));
            }
        }
        return this;
    }

    /**
     * Notes a reading that an answer completed.
     *
     * @param confirmed the person has seen what is there and wants it all the same
     */
    Noting complete(Reading reading, boolean confirmed) {
        note(reading, confirmed);
        return this;
    }

    Noting keep(List<Draft> open) {
        drafts.addAll(open);
        return this;
    }

    private void note(Reading reading, boolean confirmed) {
        if (isTooFine(reading.event().fields())) {
            drafts.add(Draft.of(reading).without(Field.COST));
            return;
        }
        boolean implied = reading.origins().get(Field.CURRENCY) instanceof Origin.Implied;
        switch (subscriptions.note(
                db, account, new Said(reading.event(), implied, confirmed), capture)) {
            case Fit.Noted(var stored, var it) -> add(reading, stored, it, null);
            case Fit.Unclear unclear -> {
                var draft = Draft.of(reading);
                drafts.add(draft);
                if (ask == null) {
                    ask = asking.about(unclear, draft);
                }
            }
            case Fit.Refused(var why, _, var choices) -> {
                if (refused == null) {
                    refused =
                            new Reply.Refused(
                                    capture, 0, why, Draft.of(reading), asking.options(choices));
                }
            }
        }
    }

    /** A price with more digits after the point than its currency has is no price: it is asked. */
    private static boolean isTooFine(Map<Field, Object> fields) {
        return fields.get(Field.COST) instanceof BigDecimal cost
                && fields.get(Field.CURRENCY) instanceof Currency currency
                && cost.scale() > Money.fractionDigits(currency);
    }

    /**
     * Puts the corrected event in the place of the earlier one, or of what took its place since;
     * where nothing of it stands any more, or it speaks of another subscription, it is new.
     */
    private void replace(Reply.Noted old, Reading reading) {
        var standing = log.standing(db, account.id(), old.eventId()).orElse(null);
        var event = reading.event();
        if (standing == null || isTooFine(event.fields())) {
            note(reading, false);
        } else if (standing.event().type() == event.type()
                && (event instanceof SubscriptionCreated
                        || Objects.equals(standing.event().name(), event.name()))) {
            var it = subscriptions.replace(db, account, standing, event, capture);
            noted.remove(old);
            add(reading, it.stored(), it.subscription(), standing.id());
        } else {
            subscriptions.turn(db, account, List.of(standing), capture);
            noted.remove(old);
            note(reading, true);
        }
    }

    private void add(
            Reading reading,
            StoredEvent stored,
            @Nullable Subscription it,
            @Nullable EventId replaced) {
        var asStored =
                new Reading(stored.event(), reading.origins(), reading.sure(), reading.replaces());
        noted.add(new Reply.Noted(asStored, stored.id(), stored.subscriptionId(), replaced));
        position = stored.position();
        if (it != null
                && it.renewalAssumed()
                && it.cancelledOn() == null
                && asStored.event() instanceof SubscriptionCreated) {
            assumed.add(it);
        }
    }

    /**
     * What became of it all: noted where anything was, else the first thing that stood in the way.
     */
    Reply reply(Turn turn, List<String> known) {
        if (noted.isEmpty()) {
            long now = log.position(db, account.id());
            if (refused != null && drafts.isEmpty()) {
                return new Reply.Refused(
                        capture, now, refused.reason(), refused.draft(), refused.choices());
            }
            keepRefused();
            var question =
                    ask != null
                            ? ask
                            : asking.about(drafts, known)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalStateException(
                                                            "nothing noted, nothing asked"));
            return new Reply.Asks(capture, now, drafts, turn, question);
        }
        keepRefused();
        var question =
                ask != null
                        ? ask
                        : asking.about(drafts, known)
                                .or(() -> asking.aboutRenewal(assumed))
                                .orElse(null);
        return new Reply.Recorded(capture, position, noted, drafts, turn, question);
    }

    /**
     * Beside others, what does not fit is one more draft, and its question the way to settle it.
     */
    private void keepRefused() {
        if (refused != null) {
            drafts.add(refused.draft());
            if (ask == null) {
                ask = asking.about(refused);
            }
        }
    }
}
