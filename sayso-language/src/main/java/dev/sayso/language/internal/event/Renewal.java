package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.language.internal.event.Timing.Role;
import dev.sayso.language.internal.words.Tag;

/** A day on which something renews, and no price. */
final class Renewal {
    private final Clause it;

    Renewal(Clause it) {
        this.it = it;
    }

    boolean isRenewal() {
        if (it.terms.amount != null || it.cycle() != null) {
            return false;
        }
        return it.has(Tag.RENEWAL)
                || it.timing.find(Role.RENEW) != null
                || it.timing.renews && it.isKnown();
    }

    Verdict renewal() {
        var day = it.timing.find(Role.RENEW);
        if (day == null && it.timing.days.size() == 1) {
            day = it.timing.days.getFirst();
        }
        boolean known =
                it.isKnown() || it.name != null && it.name.ambiguous() || it.has(Tag.RENEWAL);
        if (!it.isSubject() && !it.has(Tag.RENEWAL)) {
            return Verdict.NOTHING;
        }
        var sketch =
                it.sketch(
                        known
                                ? EventType.SUBSCRIPTION_RENEWAL_SET
                                : EventType.SUBSCRIPTION_CREATED);
        if (day != null) {
            sketch.said(Field.NEXT_RENEWAL_ON, it.timing.day(day, true), day.from(), day.to());
        }
        return Verdict.event(sketch.draft());
    }
}
