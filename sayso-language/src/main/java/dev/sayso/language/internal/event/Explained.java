package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.language.Draft;
import dev.sayso.language.Origin;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.name.Named;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every word of a clause has its part in what was read of it, or is known to have none.
 * Where one is left over that says something, the reading may be of another thing than the text,
 * and is asked about instead of recorded.
 */
final class Explained {
    private static final Map<EventType, Set<Act>> TOGETHER = new EnumMap<>(EventType.class);

    static {
        TOGETHER.put(
                EventType.SUBSCRIPTION_CREATED,
                EnumSet.of(Act.CREATE, Act.PAY, Act.PAID, Act.CYCLE));
        TOGETHER.put(
                EventType.SUBSCRIPTION_PRICE_CHANGED,
                EnumSet.of(Act.PRICE, Act.CYCLE, Act.PAY, Act.CREATE, Act.PAID));
        TOGETHER.put(
                EventType.SUBSCRIPTION_CYCLE_CHANGED,
                EnumSet.of(Act.CYCLE, Act.CYCLE_SET, Act.PAY, Act.CREATE, Act.PRICE, Act.PAID));
        TOGETHER.put(
                EventType.SUBSCRIPTION_RENEWAL_SET,
                EnumSet.of(Act.PAY, Act.CREATE, Act.CYCLE, Act.PRICE));
        TOGETHER.put(EventType.SUBSCRIPTION_CANCELLED, EnumSet.of(Act.CANCEL, Act.PAY, Act.CREATE));
        TOGETHER.put(
                EventType.SUBSCRIPTION_PAUSED,
                EnumSet.of(Act.PAUSE, Act.PAY, Act.CYCLE, Act.CREATE));
        TOGETHER.put(
                EventType.SUBSCRIPTION_RESUMED,
                EnumSet.of(Act.RESUME, Act.PAUSE, Act.PAY, Act.CYCLE, Act.CREATE));
        TOGETHER.put(
                EventType.PAYMENT_RECORDED, EnumSet.of(Act.PAID, Act.PAY, Act.CREATE, Act.CYCLE));
        TOGETHER.put(
                EventType.REMINDER_SET, EnumSet.of(Act.REMIND, Act.CREATE, Act.PAY, Act.CYCLE));
    }

    private final Clause it;
    private final Board board;
    private final Draft draft;

    private Explained(Clause it, Draft draft) {
        this.it = it;
        this.board = it.board;
        this.draft = draft;
    }

    static boolean is(Clause it, Draft draft) {
        return new Explained(it, draft).all();
    }

    private boolean all() {
        if (it.settled.oldName() || isOddName()) {
            return false;
        }
        for (int i = 0; i < it.spans.size(); i++) {
            var span = it.spans.get(i);
            if (!isUsed(span) && (isOfName(span) || !isHarmless(span, i))) {
                board.weighed("left over", board.written(span.from(), span.to()), 0, false);
                return false;
            }
        }
        return true;
    }

    /** A name that nobody knew, with an everyday word in it that names nothing: "said goodbye". */
    private boolean isOddName() {
        var name = it.name;
        if (name == null || name.certain() || isQuoted(name)) {
            return false;
        }
        for (int i = name.from(); i < name.to(); i++) {
            if (board.token(i).isWord()
                    && board.isEveryday(i)
                    && !board.is(i, Tag.THING)
                    && !board.is(i, Tag.NOUN)
                    && !board.is(i, Tag.STOP)
                    && !isThing(name.from(), i)
                    && Character.isLowerCase(board.text.charAt(board.token(i).start()))) {
                board.weighed("left over", board.written(i, i + 1), 0, false);
                return true;
            }
        }
        return false;
    }

    private boolean isQuoted(Named name) {
        return board.isSign(name.from() - 1, '"');
    }

    /** Within a thing of several words: "dog food". */
    private boolean isThing(int from, int at) {
        for (int i = from; i <= at; i++) {
            var thing = board.find(i, Tag.THING);
            if (thing != null && i + thing.size() > at) {
                return true;
            }
        }
        return false;
    }

    /** A word that stands right beside the name and may be a part of it: "Sky Sport Now". */
    private boolean isOfName(Span span) {
        var name = it.name;
        if (name == null || span.to() != name.from() && span.from() != name.to()) {
            return false;
        }
        return span instanceof Span.Other && !isFee(span)
                || span instanceof Span.Words words
                        && words.is(Tag.STOP)
                        && span.from() > 0
                        && isCapital(span)
                        && !isCapitalAll();
    }

    private boolean isCapital(Span span) {
        return Character.isUpperCase(board.text.charAt(board.token(span.from()).start()))
                && board.token(span.from()).length() > 1;
    }

    /** Every word is written with a capital: then a capital says nothing. */
    private boolean isCapitalAll() {
        int words = 0;
        for (var span : it.spans) {
            if (span instanceof Span.Words) {
                words++;
                if (!isCapital(span)) {
                    return false;
                }
            }
        }
        return words > 1;
    }

    /** Whether a field was read there, or a part of the name stands there. */
    private boolean isUsed(Span span) {
        var name = it.name;
        if (name != null && span.from() >= name.from() && span.to() <= name.to()) {
            return true;
        }
        var place = board.said(span);
        for (var origin : draft.origins().values()) {
            if (origin instanceof Origin.Said said
                    && said.start() < place.end()
                    && place.start() < said.end()) {
                return true;
            }
        }
        return false;
    }

    private boolean isHarmless(Span span, int at) {
        return switch (span) {
            case Span.Name name -> isSameName(name) || it.isAside(name);
            case Span.Amount amount -> !it.terms.isSpare(amount);
            case Span.Cycle cycle -> !it.terms.isSpare(cycle);
            case Span.Lapse ignored -> false;
            case Span.Day ignored -> false;
            case Span.Count ignored -> true;
            case Span.Mark mark -> mark.sign() != '?';
            case Span.Words words -> isHarmless(words);
            case Span.Other ignored -> isPurpose(at);
        };
    }

    /** "Netflix ... my Netflix plan" */
    private boolean isSameName(Span.Name other) {
        Named name = it.name;
        if (name == null) {
            return false;
        }
        return other.service() != null && other.service() == name.service()
                || name.name().equals(other.written());
    }

    private boolean isHarmless(Span.Words words) {
        if (words.is(Tag.IF) || isPast(words)) {
            return false;
        }
        if (words.is(Tag.NOT)) {
            return draft.type() == EventType.SUBSCRIPTION_CANCELLED;
        }
        if (words.is(Tag.VERB) && !isLight(words)) {
            return isTogether(words);
        }
        return !words.is(Tag.ASK) || isLight(words) || words.is(Tag.VERB) || words.is(Tag.PLAN);
    }

    /** "Hulu was 8 a month", and not that it is. */
    private boolean isPast(Span.Words words) {
        return draft.type() == EventType.SUBSCRIPTION_CREATED
                && words.to() - words.from() == 1
                && board.isCue(words.from(), Cue.PAST);
    }

    private static boolean isLight(Span.Words words) {
        return words.is(Tag.STOP)
                || words.is(Tag.FILL)
                || words.is(Tag.ROLE)
                || words.is(Tag.NOUN)
                || words.is(Tag.LABEL)
                || words.is(Tag.THEN);
    }

    private boolean isTogether(Span.Words words) {
        var type = draft.type();
        var together = type == null ? Set.<Act>of() : TOGETHER.getOrDefault(type, Set.of());
        for (var act : Acts.of(List.of(words)).all()) {
            if (together.contains(act)) {
                return true;
            }
        }
        return false;
    }

    /** "gym fees": what is paid, in other words. */
    private boolean isFee(Span span) {
        return board.isCue(span.from(), Cue.FEE);
    }

    /** "for my daughter", "on the card": for whom and from where, which changes nothing. */
    private boolean isPurpose(int at) {
        if (isFee(it.spans.get(at))) {
            return true;
        }
        if (it.name != null && !it.name.certain() && isCapital(it.spans.get(at))) {
            return false;
        }
        int before = at - 1;
        int steps = 0;
        while (before >= 0 && steps++ < 4) {
            var span = it.spans.get(before);
            if (board.isListed(span.from(), Tag.ASIDE) && span instanceof Span.Words) {
                return true;
            }
            boolean near =
                    span instanceof Span.Words words && words.is(Tag.STOP)
                            || span instanceof Span.Other;
            if (!near) {
                return false;
            }
            before--;
        }
        return false;
    }
}
