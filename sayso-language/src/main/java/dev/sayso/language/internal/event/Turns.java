package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.event.ReminderSet;
import dev.sayso.language.Draft;
import dev.sayso.language.Origin;
import dev.sayso.language.Outcome;
import dev.sayso.language.Reading;
import dev.sayso.language.Turn;
import dev.sayso.language.internal.amount.Currencies;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.name.NameChooser;
import dev.sayso.language.internal.name.NameReader;
import dev.sayso.language.internal.name.Named;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a message as the answer to the question that was open, or as the correction of an event.
 */
public final class Turns {
    private static final Origin BEFORE = new Origin.Implied("previous");
    private static final int LONGEST = 16;

    private final Board board;
    private final List<Span> spans;
    private final Acts acts;
    private final Terms terms;
    private final Timing timing;
    private final boolean corrects;

    private Turns(Board board, List<Span> all) {
        this.board = board;
        this.corrects = all.stream().anyMatch(Turns::isCorrection);
        this.spans = Corrections.settle(all).spans();
        this.acts = Acts.of(spans);
        this.terms = Terms.of(board, spans);
        this.timing = Timing.of(board, spans);
    }

    /** The outcome before, answered or corrected; null where the message is one of its own. */
    public static @Nullable Outcome read(Board board, List<Span> spans) {
        var previous = board.message.previous();
        if (previous == null || board.size() > LONGEST) {
            return null;
        }
        var turns = new Turns(board, spans);
        return switch (previous) {
            case Outcome.Recorded(var readings, var drafts, var turn) -> {
                var answer = turns.corrects ? null : turns.answer(drafts);
                yield answer != null ? answer : turns.correct(readings);
            }
            case Outcome.NeedsInput(var drafts, var turn) -> turns.answer(drafts);
            case Outcome.Query ignored -> null;
            case Outcome.Help ignored -> null;
            case Outcome.Ignored ignored -> null;
        };
    }

    private static boolean isCorrection(Span span) {
        return span instanceof Span.Words words && (words.is(Tag.FIX) || words.is(Tag.NOT));
    }

    private @Nullable Outcome answer(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return null;
        }
        var completed = new ArrayList<Draft>();
        boolean answered = false;
        for (var draft : drafts) {
            var next = draft;
            for (var field : draft.missing()) {
                var filled = fill(next, field);
                answered |= filled != next;
                next = filled;
            }
            completed.add(next);
        }
        if (!answered || isAnother(drafts)) {
            return null;
        }
        var readings = new ArrayList<Reading>();
        var open = new ArrayList<Draft>();
        for (var draft : completed) {
            draft.complete().ifPresentOrElse(readings::add, () -> open.add(draft));
        }
        return readings.isEmpty()
                ? new Outcome.NeedsInput(open, Turn.ANSWERS)
                : new Outcome.Recorded(readings, open, Turn.ANSWERS);
    }

    /** Names something else, does something else, or says more than an answer does. */
    private boolean isAnother(List<Draft> drafts) {
        boolean nameOpen = false;
        boolean typeOpen = false;
        for (var draft : drafts) {
            nameOpen |= draft.name() == null && !draft.missing().contains(Field.TYPE);
            typeOpen |= draft.type() == null;
        }
        if (acts.has(Act.CANCEL) || acts.has(Act.PAUSE) || acts.has(Act.RESUME)) {
            return true;
        }
        if (nameOpen) {
            return false;
        }
        int others = 0;
        for (var span : spans) {
            if (span instanceof Span.Name name && !isOf(name, drafts)
                    || isSubject(span) && !isOfName(span, drafts)) {
                return true;
            }
            others += span instanceof Span.Other ? 1 : 0;
        }
        return !typeOpen && others > 2;
    }

    /** A thing that is paid for, or a word that may be a name: an answer has none. */
    private boolean isSubject(Span span) {
        return span instanceof Span.Words words && words.is(Tag.THING) && !words.is(Tag.NOUN)
                || span instanceof Span.Other && !board.isEveryday(span.from());
    }

    private boolean isOfName(Span span, List<Draft> drafts) {
        var word = board.token(span.from()).key();
        for (var draft : drafts) {
            var name = draft.name();
            if (name != null && NameReader.normal(name).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOf(Span.Name name, List<Draft> drafts) {
        var named = new NameChooser(board, spans).named(name);
        for (var draft : drafts) {
            var theirs = draft.name();
            if (theirs != null
                    && NameReader.normal(theirs).equals(NameReader.normal(named.name()))) {
                return true;
            }
        }
        return false;
    }

    private Draft fill(Draft draft, Field field) {
        var carried = carried(draft);
        return switch (field) {
            case COST -> terms.cost == null ? draft : withCost(carried);
            case BILLING_CYCLE -> {
                var span = terms.cycleSpan;
                if (terms.cycle != null && span != null) {
                    yield carried.with(field, terms.cycle, board.said(span));
                }
                yield timing.lapses.size() == 1 && draft.type() != EventType.REMINDER_SET
                        ? carried.with(
                                field,
                                new dev.sayso.event.BillingCycle(timing.lapses.getFirst().length()),
                                board.said(timing.lapses.getFirst()))
                        : draft;
            }
            case NAME -> {
                var name = new NameChooser(board, spans).choose(null);
                yield name == null || name.ambiguous()
                        ? draft
                        : carried.with(field, name.name(), board.said(name.from(), name.to()));
            }
            case DAYS_BEFORE -> daysBefore(draft, carried);
            case TYPE -> type(draft, carried);
            default -> day(draft, carried, field);
        };
    }

    private Draft day(Draft draft, Draft carried, Field field) {
        if (timing.days.size() == 1) {
            var day = timing.days.getFirst();
            return carried.with(
                    field, timing.day(day, field != Field.PAID_ON), board.said(day.span()));
        }
        var amount = terms.amount;
        if (field == Field.NEXT_RENEWAL_ON
                && amount != null
                && !amount.isPriced()
                && amount.value().scale() <= 0
                && amount.value().intValue() >= 1
                && amount.value().intValue() <= 31) {
            var day =
                    new Span.Day(
                            amount.from(),
                            amount.to(),
                            Span.Day.Form.OF_MONTH,
                            amount.value().intValue(),
                            0,
                            0);
            return carried.with(
                    field,
                    dev.sayso.language.internal.date.Resolver.resolve(
                            day, board.message.now().toLocalDate(), true),
                    board.said(day));
        }
        return draft;
    }

    private Draft daysBefore(Draft draft, Draft carried) {
        for (var span : spans) {
            if (span instanceof Span.Words words && words.is(Tag.BEFORE)) {
                var value = words.value(Tag.BEFORE);
                if (value.startsWith("DAY")) {
                    return carried.with(
                            Field.DAYS_BEFORE, value.equals("DAY0") ? 0 : 1, board.said(words));
                }
            }
        }
        if (timing.lapses.size() == 1) {
            var lapse = timing.lapses.getFirst();
            long days = lapse.length().getDays() + lapse.length().toTotalMonths() * 30;
            return days > ReminderSet.MAX_DAYS_BEFORE
                    ? draft
                    : carried.with(Field.DAYS_BEFORE, (int) days, board.said(lapse));
        }
        var amount = terms.amount;
        return amount != null
                        && !amount.isPriced()
                        && amount.value().scale() <= 0
                        && amount.value().intValue() <= ReminderSet.MAX_DAYS_BEFORE
                ? carried.with(Field.DAYS_BEFORE, amount.value().intValue(), board.said(amount))
                : draft;
    }

    private Draft type(Draft draft, Draft carried) {
        var price = acts.at(Act.PRICE);
        var paid = acts.at(Act.PAID);
        if (price != null && !acts.has(Act.PAID) || word("price") >= 0 || word("rate") >= 0) {
            int at = price != null ? price.from() : Math.max(word("price"), word("rate"));
            return carried.with(
                    Field.TYPE, EventType.SUBSCRIPTION_PRICE_CHANGED, board.said(at, at + 1));
        }
        int payment = Math.max(word("payment"), word("paid"));
        if (paid != null || payment >= 0) {
            return carried.with(Field.TYPE, EventType.PAYMENT_RECORDED, BEFORE);
        }
        return draft;
    }

    private int word(String word) {
        for (int i = 0; i < board.size(); i++) {
            if (board.isWord(i, word)) {
                return i;
            }
        }
        return -1;
    }

    /** What is taken over was not said in this text. */
    private static Draft carried(Draft draft) {
        var origins = new EnumMap<Field, Origin>(Field.class);
        draft.origins()
                .forEach(
                        (field, origin) ->
                                origins.put(
                                        field, origin instanceof Origin.Said ? BEFORE : origin));
        for (var field : draft.values().keySet()) {
            origins.putIfAbsent(field, BEFORE);
        }
        return new Draft(draft.type(), draft.values(), keepSaid(draft, origins), draft.sure());
    }

    /** Fields that this message gave already keep their places. */
    private static Map<Field, Origin> keepSaid(Draft draft, EnumMap<Field, Origin> origins) {
        return origins.isEmpty() ? draft.origins() : origins;
    }

    private Draft withCost(Draft draft) {
        var cost = terms.cost;
        var amount = terms.amount;
        if (cost == null || amount == null) {
            return draft;
        }
        var next = draft.with(Field.COST, Money.normal(cost), board.said(amount));
        var said = terms.currency;
        if (said != null) {
            return next.with(Field.CURRENCY, said, board.said(amount.signFrom(), amount.signTo()));
        }
        return next.values().containsKey(Field.CURRENCY)
                ? next
                : next.with(
                        Field.CURRENCY,
                        board.message.currency(),
                        new Origin.Implied("default_currency"));
    }

    private @Nullable Outcome correct(List<Reading> readings) {
        if (!isOnlyCorrection()) {
            return null;
        }
        var name = newName();
        int index = index(readings, name);
        if (index < 0) {
            return null;
        }
        var old = Draft.of(readings.get(index));
        var changed = change(old, name);
        if (changed == old || changed.complete().isEmpty()) {
            return null;
        }
        var reading = changed.complete().get();
        return new Outcome.Recorded(
                List.of(new Reading(reading.event(), reading.origins(), reading.sure(), index)),
                List.of(),
                Turn.CORRECTS);
    }

    private boolean isOnlyCorrection() {
        int others = 0;
        for (var span : spans) {
            others += span instanceof Span.Other ? 1 : 0;
        }
        boolean act =
                acts.has(Act.CANCEL)
                        || acts.has(Act.PAUSE)
                        || acts.has(Act.RESUME)
                        || acts.has(Act.CREATE);
        return corrects && !act && others <= 4;
    }

    /** "not Hulu, Peacock": the name that is meant. */
    private @Nullable Named newName() {
        var name = new NameChooser(board, spans).choose(null);
        if (name == null || name.ambiguous()) {
            return null;
        }
        if (!name.certain()) {
            return name;
        }
        int to = name.to();
        while (to < board.size()
                && board.token(to).isWord()
                && board.token(to).spaced()
                && !board.is(to, Tag.STOP)
                && !board.is(to, Tag.FIX)
                && !board.is(to, Tag.NOT)
                && !board.is(to, Tag.CYCLE)
                && !board.is(to, Tag.VERB)) {
            to++;
        }
        return to == name.to() ? name : new NameChooser(board, spans).remaining(name.from(), to);
    }

    private int index(List<Reading> readings, @Nullable Named name) {
        if (name != null) {
            for (int i = 0; i < readings.size(); i++) {
                var theirs = readings.get(i).event().name();
                if (theirs != null
                        && NameReader.normal(theirs).equals(NameReader.normal(name.name()))) {
                    return i;
                }
            }
            int contrasted = contrasted(readings);
            if (contrasted >= 0) {
                return contrasted;
            }
        }
        for (int i = readings.size() - 1; i >= 0; i--) {
            var old = Draft.of(readings.get(i));
            if (change(old, name) != old) {
                return i;
            }
        }
        return -1;
    }

    /** Of "not Hulu, Peacock" the event that spoke of Hulu. */
    private int contrasted(List<Reading> readings) {
        for (int i = 0; i < readings.size(); i++) {
            var theirs = readings.get(i).event().name();
            if (theirs == null) {
                continue;
            }
            var first = theirs.split("\\W+")[0];
            for (int t = 1; t < board.size(); t++) {
                if (board.token(t).key().equalsIgnoreCase(first) && board.is(t - 1, Tag.NOT)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private Draft change(Draft old, @Nullable Named name) {
        var type = old.type();
        if (type == null) {
            return old;
        }
        var next = old;
        var carried = carried(old);
        if (terms.amount != null && type.allows(Field.COST)) {
            next = withCost(next == old ? carried : next);
        }
        var cycle = terms.cycleSpan;
        if (terms.cycle != null && cycle != null && type.allows(Field.BILLING_CYCLE)) {
            next =
                    (next == old ? carried : next)
                            .with(Field.BILLING_CYCLE, terms.cycle, board.said(cycle));
        }
        if (type == EventType.REMINDER_SET) {
            var filled = daysBefore(old, next == old ? carried : next);
            next = filled == old ? next : filled;
        }
        if (name != null && !name.name().equals(old.name())) {
            next =
                    (next == old ? carried : next)
                            .with(Field.NAME, name.name(), board.said(name.from(), name.to()));
        }
        var currency = currency();
        if (currency != null && terms.amount == null && type.allows(Field.CURRENCY)) {
            next =
                    (next == old ? carried : next)
                            .with(
                                    Field.CURRENCY,
                                    java.util.Objects.requireNonNullElse(
                                            Currencies.of(
                                                    currency.value(Tag.CURRENCY),
                                                    board.message.currency()),
                                            board.message.currency()),
                                    board.said(currency));
        }
        if (timing.days.size() == 1) {
            var field = dayField(old, type);
            if (field != null) {
                var day = timing.days.getFirst();
                boolean back = field == Field.PAID_ON || field == Field.STARTED_ON;
                next =
                        (next == old ? carried : next)
                                .with(field, timing.day(day, !back), board.said(day.span()));
            }
        }
        return next;
    }

    /** Which day is meant: the one that the event has, else the only one that it may have. */
    private static @Nullable Field dayField(Draft old, EventType type) {
        Field found = null;
        for (var field : old.values().keySet()) {
            if (field.isDay()) {
                found = field;
            }
        }
        if (found != null) {
            return found;
        }
        for (var field : type.optional()) {
            if (field.isDay()) {
                return type == EventType.SUBSCRIPTION_CREATED ? Field.NEXT_RENEWAL_ON : field;
            }
        }
        return null;
    }

    /** "euros not dollars": the currency that is not set aside. */
    private Span.@Nullable Words currency() {
        Span.Words found = null;
        boolean not = false;
        for (var span : spans) {
            if (span instanceof Span.Words words) {
                if (words.is(Tag.NOT)) {
                    not = true;
                } else if (words.is(Tag.CURRENCY)) {
                    if (!not) {
                        found = words;
                    }
                    not = false;
                }
            } else {
                not = false;
            }
        }
        return found;
    }
}
