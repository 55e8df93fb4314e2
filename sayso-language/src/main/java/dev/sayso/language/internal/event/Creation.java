package dev.sayso.language.internal.event;

import dev.sayso.catalogue.Category;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.language.internal.date.Resolver;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

/** A service, a price and how often: what a person has. */
final class Creation {
    private final Clause it;
    private final Lacking lacking;

    Creation(Clause it) {
        this.it = it;
        this.lacking = new Lacking(it);
    }

    Verdict created() {
        var cycle = it.cycle();
        boolean trial = it.has(Tag.TRIAL);
        if (cycle == null
                && it.terms.amount != null
                && !trial
                && (it.acts.has(Act.CREATE)
                        || it.has(Tag.NOUN)
                        || isValidity()
                        || isRecharge()
                        || isBought())) {
            cycle = it.lapseAsCycle();
        }
        var sketch = it.sketch(EventType.SUBSCRIPTION_CREATED).cost(it.terms);
        if (cycle != null) {
            cycle.into(sketch);
        }
        new CreationDays(it).into(sketch, trial);
        if (it.terms.cycleSpan != null
                && it.terms.cycleSpan.first() > 0
                && !sketch.has(Field.NEXT_RENEWAL_ON)) {
            sketch.said(
                    Field.NEXT_RENEWAL_ON,
                    Resolver.firstOfWeek(it.terms.cycleSpan.first(), it.today()),
                    it.terms.cycleSpan.from(),
                    it.terms.cycleSpan.to());
        }
        var amount = it.terms.amount;
        if (it.name != null && !it.name.ambiguous() && amount != null && cycle != null) {
            // a name that merely remained of a long tale is asked about
            sketch.sure &= it.name.certain() || it.isShort();
            boolean range = it.terms.rises && !amount.isPriced();
            return range || lacking.isCount() ? Verdict.NOTHING : Verdict.event(sketch.draft());
        }
        return lacking.verdict(sketch, cycle);
    }

    /** "Vi 299 28 days", "Swiggy One 3 months 149": so much for so long. */
    private boolean isRecharge() {
        var amount = it.terms.amount;
        if (it.timing.lapses.size() != 1 || amount == null || it.name == null) {
            return false;
        }
        var lapse = it.timing.lapses.getFirst();
        var service = it.name.service();
        if (service != null && service.category() == Category.TELECOM) {
            return true;
        }
        boolean bare = lapse.from() == amount.to() || lapse.to() == amount.from();
        return bare && (service != null || it.isAnyThing());
    }

    /** "6 months of Audible for 999" */
    private boolean isBought() {
        return it.timing.lapses.size() == 1
                && it.board.isWord(it.timing.lapses.getFirst().to(), "of");
    }

    private boolean isValidity() {
        for (var span : it.spans) {
            if (span instanceof Span.Words words
                    && words.is(Tag.ROLE)
                    && words.value(Tag.ROLE).equals("VALID")) {
                return true;
            }
        }
        return false;
    }
}
