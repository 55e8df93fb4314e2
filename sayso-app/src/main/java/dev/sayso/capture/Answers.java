package dev.sayso.capture;

import dev.sayso.account.Account;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.SubscriptionCreated;
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
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Answers to what captures ask. Each is one unit that looks at the capture as it is then. */
@Component
public final class Answers {
    private static final Origin ANSWERED = new Origin.Implied("answered");
    private static final Origin DEFAULT_CURRENCY = new Origin.Implied("default_currency");

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
                                    ? answered(
                                            db,
                                            account,
                                            stored.reply(),
                                            answer,
                                            noting,
                                            asking,
                                            known)
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
            Asking asking,
            List<String> known) {
        if (answer.fields().containsKey(Field.NEXT_RENEWAL_ON)
                && reply instanceof Reply.Recorded recorded
                && recorded.drafts().isEmpty()) {
            if (answer.fields().size() > 1) {
                throw NotAnswered.unclear(
                        "next_renewal_on comes alone; say the rest as a new message");
            }
            return setRenewal(
                    db,
                    account,
                    recorded,
                    (LocalDate) Objects.requireNonNull(answer.fields().get(Field.NEXT_RENEWAL_ON)),
                    asking);
        }
        var open = open(reply);
        if (open.isEmpty()) {
            if (isThere(reply, answer)) {
                return reply; // the same answer again: a double tap
            }
            throw NotAnswered.late(
                    "nothing is asked of this any more; say the change as a new message");
        }
        check(open, reply, answer);
        for (var draft : open) {
            settle(account, draft, open.size() == 1, answer, noting, reply);
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

    private static void settle(
            Account account,
            Draft draft,
            boolean alone,
            Answer answer,
            Noting noting,
            Reply reply) {
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
            // of several drafts an answer fills those that lack it; of one, what a person says now
            // counts more than what was read
            if (field.getKey() != Field.TYPE
                    && filled.type() != null
                    && filled.type().allows(field.getKey())
                    && (alone || !filled.values().containsKey(field.getKey()))) {
                filled = filled.with(field.getKey(), field.getValue(), ANSWERED);
                used = true;
            }
        }
        if (filled.values().containsKey(Field.COST)
                && !filled.values().containsKey(Field.CURRENCY)) {
            filled = filled.with(Field.CURRENCY, account.currency(), DEFAULT_CURRENCY);
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

    /** An answer may only set what one of the open drafts can have, and a type that was offered. */
    private static void check(List<Draft> open, Reply reply, Answer answer) {
        var problems = new ArrayList<String>();
        for (var field : answer.fields().entrySet()) {
            if (field.getKey() == Field.TYPE) {
                var offered = offered(reply);
                if (!offered.contains(((EventType) field.getValue()).wire())) {
                    problems.add(
                            offered.isEmpty()
                                    ? "type is not asked for"
                                    : "type takes what was offered: " + String.join(", ", offered));
                }
            } else if (open.stream().noneMatch(draft -> takes(draft, answer, field.getKey()))) {
                problems.add(field.getKey().wire() + " does not belong to what is asked");
            }
        }
        if (!problems.isEmpty()) {
            throw NotAnswered.unclear(String.join("; ", problems));
        }
    }

    private static boolean takes(Draft draft, Answer answer, Field field) {
        var type =
                answer.fields().get(Field.TYPE) instanceof EventType given ? given : draft.type();
        return type == null ? EventType.SUBSCRIPTION_CREATED.allows(field) : type.allows(field);
    }

    private static List<String> offered(Reply reply) {
        var choices =
                switch (reply) {
                    case Reply.Asks(_, _, _, _, var ask) -> ask.choices();
                    case Reply.Recorded(_, _, _, _, _, Ask ask) -> ask.choices();
                    case Reply.Refused(_, _, _, _, var offers) -> offers;
                    default -> List.<Ask.Option>of();
                };
        return choices.stream()
                .map(choice -> choice.answer().get(Field.TYPE.wire()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The draft as one of that type: without the fields that do not belong to it. */
    private static Draft restricted(Draft draft, @Nullable EventType type) {
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

    /**
     * Sets the day of the first subscription here whose day nobody named, and asks for that of the
     * next; where all have one, that of the only subscription is set anew.
     */
    private Reply setRenewal(
            JdbcClient db, Account account, Reply.Recorded recorded, LocalDate day, Asking asking) {
        if (day.isBefore(account.today(clock))) {
            throw NotAnswered.unclear(
                    "next_renewal_on \"" + day + "\" has passed; give today or a day to come");
        }
        var created =
                recorded.noted().stream()
                        .filter(it -> it.reading().event() instanceof SubscriptionCreated)
                        .flatMap(it -> Optional.ofNullable(it.subscriptionId()).stream())
                        .flatMap(it -> subscriptions.find(db, account.id(), it).stream())
                        .toList();
        var assumed = created.stream().filter(Subscription::renewalAssumed).toList();
        if (assumed.isEmpty() && created.stream().anyMatch(it -> it.anchorOn().equals(day))) {
            return recorded; // the same answer again: a double tap
        }
        if (assumed.isEmpty() && created.size() != 1) {
            throw NotAnswered.late(
                    "nothing here lacks its day of renewal; say \"Netflix renews on the 5th\"");
        }
        var it = assumed.isEmpty() ? created.getFirst() : assumed.getFirst();
        var fit = subscriptions.setRenewal(db, account, it, day, recorded.id());
        var noted = new ArrayList<>(recorded.noted());
        noted.add(
                new Reply.Noted(
                        new Reading(
                                fit.stored().event(),
                                Map.of(Field.NAME, ANSWERED, Field.NEXT_RENEWAL_ON, ANSWERED),
                                true),
                        fit.stored().id(),
                        it.id(),
                        null));
        var rest = assumed.isEmpty() ? assumed : assumed.subList(1, assumed.size());
        return new Reply.Recorded(
                recorded.id(),
                fit.stored().position(),
                noted,
                recorded.drafts(),
                recorded.turn(),
                asking.aboutRenewal(rest).orElse(null));
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
        SqlCaptures.close(db, account.id(), left.id());
        if (left instanceof Reply.Asks) { // nothing of it is there
            SqlCaptures.undo(db, account.id(), left.id(), Moments.text(clock.instant()), null);
        }
        return left;
    }
}
