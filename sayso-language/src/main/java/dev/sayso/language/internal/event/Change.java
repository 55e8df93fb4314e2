package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.event.Timing.Role;
import dev.sayso.language.internal.words.Cue;

/** A price or a cycle that has become another. */
final class Change {
    private final Clause it;

    Change(Clause it) {
        this.it = it;
    }

    boolean isPriceMove() {
        return it.acts.has(Act.PRICE) && it.terms.amount != null;
    }

    boolean isPriceChange() {
        if (it.acts.has(Act.PRICE) && (!it.acts.isWeak(Act.PRICE) || it.isKnown())) {
            return it.terms.amount != null
                    || !hasDays() && it.terms.cycle == null
                    || it.acts.has(Act.PRICE) && it.terms.cycle == null && it.timing.days.isEmpty();
        }
        if (it.terms.amount == null) {
            return false;
        }
        if (it.terms.rises) {
            return it.terms.cycle == null || it.isKnown();
        }
        if (isOldPrice()) {
            return true;
        }
        boolean now = it.has(Cue.NOW) && !it.acts.has(Act.PAID) && !isApart();
        if (now && (it.isKnown() || it.terms.cycle == null && it.name != null)) {
            return true;
        }
        boolean sure =
                it.isKnown()
                        || it.name != null && it.name.certain()
                        || it.terms.amount.isPriced()
                        || it.isAnyThing();
        return it.acts.has(Act.CYCLE)
                        && it.terms.cycle == null
                        && it.timing.lapses.isEmpty()
                        && sure
                || it.has(Cue.NEW)
                        && it.isKnown()
                        && it.terms.cycle == null
                        && !it.acts.has(Act.PAID)
                        && !it.acts.has(Act.CREATE);
    }

    /** "on the yearly now, £120": the cycle is told by itself, not the price's. */
    private boolean isApart() {
        var cycle = it.terms.cycleSpan;
        var amount = it.terms.amount;
        return cycle != null && amount != null && amount.from() > cycle.to();
    }

    private boolean hasDays() {
        return !it.timing.days.isEmpty();
    }

    /** "was $17", "up from £26" beside the price of now. */
    private boolean isOldPrice() {
        return it.settled.oldAmount()
                && it.terms.amount != null
                && (it.has(Cue.NOW) || it.isKnown());
    }

    Verdict priceChange() {
        if (!it.isSubject()) {
            return Verdict.NOTHING;
        }
        var sketch = it.sketch(EventType.SUBSCRIPTION_PRICE_CHANGED).cost(it.terms);
        if (it.timing.days.size() == 1) {
            var day = it.timing.days.getFirst();
            boolean ahead = day.role() == Role.START || day.role() == Role.EFFECTIVE || isFuture();
            sketch.said(Field.EFFECTIVE_ON, it.timing.day(day, ahead), day.from(), day.to());
        } else {
            sketch.sure &= it.timing.days.isEmpty();
        }
        sketch.sure &= (it.name == null || it.name.certain()) && !isDifference();
        return Verdict.event(sketch.draft());
    }

    /** "went up 50": by so much, or to so much. */
    private boolean isDifference() {
        var verb = it.acts.at(Act.PRICE);
        var amount = it.terms.amount;
        return verb != null
                && amount != null
                && amount.from() == verb.to()
                && it.board.isCue(verb.to() - 1, Cue.MOVED);
    }

    private boolean isFuture() {
        return it.has(Cue.FUTURE);
    }

    boolean isCycleChange() {
        if (it.acts.has(Act.CYCLE_SET)) {
            return true;
        }
        boolean cycles = it.terms.cycleSpan != null;
        if ((it.acts.has(Act.CYCLE) && !isMove() && !isPutDown() || it.settled.oldCycle())
                && cycles) {
            return true;
        }
        if (it.acts.has(Act.CYCLE) && it.has(Cue.CYCLE)) {
            return true;
        }
        return cycles && (it.terms.amount == null || isApart()) && it.isKnown() && it.has(Cue.NOW);
    }

    /** "put Dropbox down at $24 a month": noted, not put on another cycle. */
    private boolean isPutDown() {
        var cycle = it.terms.cycleSpan;
        return it.acts.isWeak(Act.CYCLE)
                && it.terms.amount != null
                && cycle != null
                && cycle.from() == it.terms.amount.to();
    }

    /** "switched to Peacock": to another service, not to another cycle. */
    private boolean isMove() {
        var verb = it.acts.at(Act.CYCLE);
        return verb != null
                && it.name != null
                && !it.name.known()
                && it.terms.amount != null
                && (it.settled.oldName()
                        || it.board.isWord(verb.to() - 1, "to") && it.name.from() == verb.to());
    }

    Verdict cycleChange() {
        if (!it.isSubject()) {
            return Verdict.NOTHING;
        }
        var sketch = it.sketch(EventType.SUBSCRIPTION_CYCLE_CHANGED).cost(it.terms);
        if (it.terms.cycle != null && it.terms.cycleSpan != null) {
            sketch.said(
                    Field.BILLING_CYCLE,
                    it.terms.cycle,
                    it.terms.cycleSpan.from(),
                    it.terms.cycleSpan.to());
        }
        for (var day : it.timing.days) {
            sketch.said(
                    Field.EFFECTIVE_ON,
                    it.timing.day(day, day.role() != Role.NONE),
                    day.from(),
                    day.to());
        }
        return Verdict.event(sketch.draft());
    }
}
