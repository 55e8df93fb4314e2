package dev.sayso.capture;

import dev.sayso.account.Account;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionRenewalSet;
import dev.sayso.language.Draft;
import dev.sayso.language.Message;
import dev.sayso.language.Origin;
import dev.sayso.language.Outcome;
import dev.sayso.language.Parser;
import dev.sayso.language.Reading;
import dev.sayso.language.Turn;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventLog;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Moments;
import dev.sayso.subscription.Subscriptions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers to what captures ask. Each is one unit that looks at the capture as it is then. */
@Component
public final class Answers {
    private static final Origin ANSWERED = new Origin.Implied("answered");

    private final Parser parser;
    private final Subscriptions subscriptions;
    private final EventLog log;
    private final Writer writer;
    private final Readers readers;
    private final Clock clock;

    Answers(
            Parser parser,
            Subscriptions subscriptions,
            EventLog log,
            Writer writer,
            Readers readers,
            Clock clock) {
        this.parser = parser;
        this.subscriptions = subscriptions;
        this.log = log;
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * Answers the open question of a capture; the same answer twice is answered alike and done
     * once.
     *
     * @throws NoSuchCapture when it is not the account's
     * @throws NotAnswered when the answer does not fit
     */
    public Reply answer(Account account, CaptureId id, Answer answer) {
        var known = readers.read(db -> subscriptions.known(db, account.id()));
        var asking = Asking.of(account, clock);
        // understood before the unit, which does no parsing
        var words = answer.text() == null ? null : understood(account, id, answer.text(), known);
        return writer.write(
                db -> {
                    var stored =
                            SqlCaptures.find(db, account.id(), id)
                                    .orElseThrow(() -> new NoSuchCapture(id));
                    if (stored.isUndone()) {
                        throw NotAnswered.late("this was taken back; say it again");
                    }
                    if (answer.leave() || Boolean.FALSE.equals(answer.confirm())) {
                        return leave(db, account, stored);
                    }
                    var noting =
                            new Noting(subscriptions, log, db, account, asking, id)
                                    .beside(stored.reply());
                    var reply =
                            words == null
                                    ? answered(db, account, stored.reply(), answer, noting, known)
                                    : answered(stored.reply(), words, noting, known);
                    if (reply != stored.reply()) {
                        SqlCaptures.change(db, account.id(), reply);
                    }
                    return reply;
                });
    }

    private Outcome understood(Account account, CaptureId id, Incoming text, List<String> known) {
        var stored =
                readers.read(db -> SqlCaptures.find(db, account.id(), id))
                        .orElseThrow(() -> new NoSuchCapture(id));
        var message =
                new Message(
                        text.text(),
                        text.source(),
                        text.locale() == null ? account.locale() : text.locale(),
                        text.currency() == null ? account.currency() : text.currency(),
                        clock.instant().atZone(account.zone()).toOffsetDateTime(),
                        known,
                        Map.of(),
                        stored.reply().outcome());
        return parser.parse(message);
    }

    private static Reply answered(Reply reply, Outcome words, Noting noting, List<String> known) {
        return switch (words) {
            case Outcome.Recorded(var readings, var drafts, var turn) when turn != Turn.NEW ->
                    noting.note(readings, reply instanceof Reply.Recorded r ? r.noted() : List.of())
                            .keep(drafts)
                            .reply(turn, known);
            case Outcome.NeedsInput(var drafts, var turn) when turn != Turn.NEW ->
                    noting.keep(drafts).reply(turn, known);
            default ->
                    throw NotAnswered.unclear(
                            "this does not answer what is asked; answer with a word such as"
                                    + " \"monthly\", or say it as a new message");
        };
    }

    private Reply answered(
            JdbcClient db,
            Account account,
            Reply reply,
            Answer answer,
            Noting noting,
            List<String> known) {
        if (answer.fields().containsKey(Field.NEXT_RENEWAL_ON)
                && reply instanceof Reply.Recorded recorded
                && recorded.drafts().isEmpty()) {
            return setRenewal(
                    db,
                    account,
                    recorded,
                    (LocalDate) Objects.requireNonNull(answer.fields().get(Field.NEXT_RENEWAL_ON)));
        }
        var open = open(reply);
        if (open.isEmpty()) {
            if (isThere(reply, answer)) {
                return reply; // the same answer again: a double tap
            }
            throw NotAnswered.late(
                    "nothing is asked of this any more; say the change as a new message");
        }
        for (var draft : open) {
            settle(draft, answer, noting, reply);
        }
        return noting.reply(Turn.NEW, known);
    }

    private static List<Draft> open(Reply reply) {
        return switch (reply) {
            case Reply.Asks(_, _, var drafts, _, _) -> drafts;
            case Reply.Recorded(_, _, _, var drafts, _, _) -> drafts;
            case Reply.Refused(_, _, _, var draft, var choices) ->
                    choices.isEmpty() ? List.of() : List.of(draft);
            case Reply.LetGo(_, _, _, var drafts, var ask) -> ask == null ? List.of() : drafts;
            case Reply.Answer _, Reply.Guide _ -> List.of();
        };
    }

    private static void settle(Draft draft, Answer answer, Noting noting, Reply reply) {
        var type =
                answer.fields().get(Field.TYPE) instanceof EventType given ? given : draft.type();
        // what was let go had no type: with a cycle it is a subscription
        var filled =
                restricted(
                        draft,
                        type == null && reply instanceof Reply.LetGo
                                ? EventType.SUBSCRIPTION_CREATED
                                : type);
        boolean used =
                answer.fields().containsKey(Field.TYPE) || Boolean.TRUE.equals(answer.confirm());
        for (var field : answer.fields().entrySet()) {
            if (field.getKey() == Field.TYPE) {
                continue;
            }
            // one answer fills all drafts that lack it; what a person says now counts more than
            // what was read
            filled = filled.with(field.getKey(), field.getValue(), ANSWERED);
            used = true;
        }
        var complete = filled.complete();
        if (complete.isPresent() && used) {
            var it = complete.get();
            noting.complete(
                    new Reading(it.event(), it.origins(), true),
                    answer.fields().containsKey(Field.TYPE));
        } else {
            noting.keep(List.of(filled));
        }
    }

    /** The draft as one of that type: without the fields that do not belong to it. */
    private static Draft restricted(
            Draft draft, @org.jspecify.annotations.Nullable EventType type) {
        if (type == null || type == draft.type()) {
            return draft;
        }
        var values = new EnumMap<Field, Object>(Field.class);
        draft.values()
                .forEach(
                        (field, value) -> {
                            if (type.allows(field)) {
                                values.put(field, value);
                            }
                        });
        return new Draft(type, values, draft.origins(), draft.sure());
    }

    private Reply setRenewal(
            JdbcClient db, Account account, Reply.Recorded recorded, LocalDate day) {
        if (day.isBefore(account.today(clock))) {
            throw NotAnswered.unclear(
                    "next_renewal_on \"" + day + "\" has passed; give today or a day to come");
        }
        var noted = new ArrayList<>(recorded.noted());
        long position = recorded.position();
        for (var it : recorded.noted()) {
            if (it.reading().event() instanceof SubscriptionCreated created
                    && created.nextRenewalOn() == null
                    && it.subscriptionId() != null) {
                var event = new SubscriptionRenewalSet(created.name(), day);
                var fit =
                        subscriptions.append(
                                db, account, it.subscriptionId(), event, recorded.id());
                noted.add(
                        new Reply.Noted(
                                new Reading(
                                        event,
                                        Map.of(
                                                Field.NAME,
                                                ANSWERED,
                                                Field.NEXT_RENEWAL_ON,
                                                ANSWERED),
                                        true),
                                fit.stored().id(),
                                it.subscriptionId(),
                                null));
                position = fit.stored().position();
            }
        }
        if (position == recorded.position()) {
            throw NotAnswered.late(
                    "nothing here has a day of renewal to set; say \"Netflix renews on the 5th\"");
        }
        return new Reply.Recorded(
                recorded.id(), position, noted, recorded.drafts(), recorded.turn(), null);
    }

    private static boolean isThere(Reply reply, Answer answer) {
        return reply instanceof Reply.Recorded recorded
                && recorded.noted().stream()
                        .anyMatch(
                                it -> {
                                    var fields = it.reading().event().fields();
                                    return answer.fields().entrySet().stream()
                                            .allMatch(
                                                    field ->
                                                            field.getKey() == Field.TYPE
                                                                    ? it.reading().event().type()
                                                                            == field.getValue()
                                                                    : field.getValue()
                                                                            .equals(
                                                                                    fields.get(
                                                                                            field
                                                                                                    .getKey())));
                                });
    }

    /** What is noted stays; the rest is asked no more. */
    private Reply leave(JdbcClient db, Account account, Stored stored) {
        Reply left =
                switch (stored.reply()) {
                    case Reply.Recorded r ->
                            new Reply.Recorded(
                                    r.id(), r.position(), r.noted(), List.of(), r.turn(), null);
                    case Reply.Refused r ->
                            new Reply.Refused(
                                    r.id(), r.position(), r.reason(), r.draft(), List.of());
                    case Reply.LetGo l ->
                            new Reply.LetGo(l.id(), l.position(), l.reason(), l.drafts(), null);
                    case Reply.Asks a -> a;
                    case Reply.Answer a -> a;
                    case Reply.Guide g -> g;
                };
        SqlCaptures.change(db, account.id(), left);
        boolean nothingNoted = left instanceof Reply.Asks;
        SqlCaptures.close(
                db, account.id(), left.id(), nothingNoted ? Moments.text(clock.instant()) : null);
        return left;
    }
}
