package dev.sayso.language.internal.event;

import dev.sayso.event.Field;
import dev.sayso.language.Draft;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.event.Clause.Cycled;
import dev.sayso.language.internal.event.Timing.Role;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** Asks where it is clearly about a subscription, and lets go where it is not. */
final class Lacking {
    private final Clause it;

    Lacking(Clause it) {
        this.it = it;
    }

    Verdict verdict(Sketch sketch, @Nullable Cycled cycle) {
        boolean amount = it.terms.amount != null;
        boolean noun = it.has(Tag.NOUN);
        if (it.name == null || it.name.ambiguous()) {
            boolean about = noun || amount && cycle != null || it.name != null;
            boolean begun =
                    noun && (it.acts.has(Act.CREATE) || it.has(Cue.NEW) || it.has(Cue.ANOTHER));
            return about && (amount || cycle != null) || begun
                    ? Verdict.event(sketch.draft())
                    : Verdict.NOTHING;
        }
        if (it.isKnown()
                && amount
                && cycle == null
                && it.terms.cycleSpan == null
                && !noun
                && it.timing.days.isEmpty()
                && !it.acts.has(Act.CREATE)) {
            return Verdict.event(open());
        }
        if (amount && isCount() || !amount && it.terms.timed) {
            return Verdict.NOTHING;
        }
        boolean joined = it.acts.has(Act.CREATE);
        boolean thing = isThing();
        if (amount) {
            boolean about =
                    noun
                            || it.name.isOnlySubscription()
                            || thing
                            || it.isKnown()
                            || it.terms.cycleSpan != null
                            || it.acts.has(Act.CREATE) && isJoin()
                            || it.timing.find(Role.RENEW) != null
                            || it.has(Tag.TRIAL);
            return about ? Verdict.event(sketch.draft()) : Verdict.oneOff(sketch.draft());
        }
        if (cycle != null) {
            boolean about = noun || it.name.certain() || thing || isJoin();
            return about && it.isShort() ? Verdict.event(sketch.draft()) : Verdict.NOTHING;
        }
        boolean about =
                noun && (joined || it.acts.has(Act.PAY) || it.name.certain())
                        || joined && (it.name.certain() || isJoin() || isAdd())
                        || it.has(Tag.TRIAL) && it.name.certain() && !it.timing.days.isEmpty();
        return about && it.isShort() ? Verdict.event(sketch.draft()) : Verdict.NOTHING;
    }

    private boolean isNamed(Span span) {
        return it.name != null && it.name.from() <= span.from() && span.from() < it.name.to();
    }

    /** "Netflix has 3 new shows": a small number of what follows, not a price. */
    boolean isCount() {
        var amount = it.terms.amount;
        if (amount == null
                || amount.isPriced()
                || amount.value().compareTo(BigDecimal.valueOf(31)) > 0) {
            return false;
        }
        for (var span : it.spans) {
            if (span.from() == amount.to()) {
                return span instanceof Span.Other && !isNamed(span)
                        || span instanceof Span.Words words && words.is(Tag.ALIEN)
                        || it.board.isCue(span.from(), Cue.NEW)
                        || it.board.isWord(span.from(), "more");
            }
        }
        return false;
    }

    private boolean isAdd() {
        var create = it.acts.at(Act.CREATE);
        return create != null
                && !it.acts.isDone(Act.CREATE)
                && it.board.isCue(create.from(), Cue.ADD);
    }

    /** Words that are said of memberships alone: joined, subscribed, signed up. */
    private boolean isJoin() {
        var create = it.acts.at(Act.CREATE);
        if (create == null) {
            return false;
        }
        for (int i = create.from(); i < create.to(); i++) {
            if (it.board.isCue(i, Cue.JOIN)) {
                return true;
            }
        }
        return false;
    }

    private boolean isThing() {
        if (it.name == null) {
            return false;
        }
        for (int i = it.name.from(); i < it.name.to(); i++) {
            if (isRegular(i)) {
                return true;
            }
        }
        return false;
    }

    /** The word files' things are paid for regularly; the catalogue's may be. */
    private boolean isRegular(int at) {
        for (var entry : it.board.meanings(at)) {
            if (entry.tag() == Tag.THING && entry.value().equals("")) {
                return true;
            }
        }
        return false;
    }

    /** Contract rule 2: a known name and a price, and no word that tells which. */
    private Draft open() {
        var sketch = new Sketch(it.board, null);
        if (it.name != null) {
            sketch.said(Field.NAME, it.name.name(), it.name.from(), it.name.to());
        }
        return sketch.cost(it.terms).draft();
    }
}
