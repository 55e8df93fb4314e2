package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.event.Clause.Cycled;
import dev.sayso.language.internal.event.Timing.Role;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

/** Money that a person says was paid: contract rule 3. */
final class Paying {
    private final Clause it;

    Paying(Clause it) {
        this.it = it;
    }

    boolean isPayment() {
        if (it.has(Cue.PAYMENT)
                && it.has(Cue.DONE)
                && it.terms.amount != null
                && it.terms.cycleSpan == null) {
            return true;
        }
        return it.acts.has(Act.PAID)
                && (it.terms.cycleSpan == null
                        || it.acts.at(Act.PAID) != it.acts.at(Act.PAY)
                                && it.acts.at(Act.PAID) != it.acts.at(Act.CREATE))
                && !isJoining();
    }

    /** "took SonyLIV", "got billed": the same word may be said of the service or of the person. */
    private boolean isJoining() {
        var paid = it.acts.at(Act.PAID);
        var create = it.acts.at(Act.CREATE);
        return paid != null
                && paid == create
                && it.name != null
                && it.name.from() >= paid.to()
                && (it.terms.amount == null || it.terms.amount.from() > it.name.from());
    }

    Verdict payment() {
        var cycle = it.cycle();
        if (cycle == null && it.name != null && !it.isKnown()) {
            var lapse = it.lapseAsCycle();
            if (lapse != null) {
                cycle = lapse;
            }
        }
        if (cycle != null && !it.isKnown()) {
            return paidForSubscription(cycle);
        }
        var sketch = it.sketch(EventType.PAYMENT_RECORDED).cost(it.terms);
        paidOn(sketch, Field.PAID_ON);
        if (it.isKnown()
                || it.name != null && it.name.ambiguous()
                || it.name != null && it.name.isOnlySubscription()
                || it.has(Tag.NOUN)) {
            return Verdict.event(sketch.draft());
        }
        return it.name == null && it.terms.amount == null
                ? Verdict.NOTHING
                : Verdict.oneOff(sketch.draft());
    }

    private void paidOn(Sketch sketch, Field field) {
        for (var day : it.timing.days) {
            if (day.role() != Role.RENEW) {
                sketch.said(field, it.timing.day(day, false), day.from(), day.to());
            }
        }
    }

    /** Contract rule 3: paid, with a cycle, and not yet there. */
    private Verdict paidForSubscription(Cycled cycle) {
        var sketch = it.sketch(EventType.SUBSCRIPTION_CREATED).cost(it.terms);
        cycle.into(sketch);
        paidOn(sketch, Field.STARTED_ON);
        sketch.sure &= it.name == null || it.name.certain();
        return Verdict.event(sketch.draft());
    }
}
