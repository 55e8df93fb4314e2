package dev.sayso.language.internal.event;

import dev.sayso.catalogue.Category;
import dev.sayso.event.BillingCycle;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.name.NameChooser;
import dev.sayso.language.internal.name.Named;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** What one group of a message says, with everything that was read of it. */
final class Clause {
    final Board board;
    final List<Span> spans;
    final Corrections.Settled settled;
    final Acts acts;
    final Terms terms;
    final Timing timing;
    final @Nullable Named name;
    private final Span.@Nullable Cycle shared;

    Clause(Board board, Group group, List<Span> spans, Acts acts, Span.@Nullable Cycle shared) {
        this.settled = group.settled();
        this.board = board;
        this.spans = spans;
        this.acts = acts;
        this.shared = shared;
        this.terms = Terms.of(board, spans);
        this.timing = Timing.of(board, spans);
        this.name = new NameChooser(board, spans).choose(anchor());
    }

    private @Nullable Span anchor() {
        if (terms.amount != null) {
            return terms.amount;
        }
        for (var act : Act.values()) {
            if (acts.has(act)) {
                return acts.at(act);
            }
        }
        return terms.cycleSpan;
    }

    boolean has(Tag tag) {
        return find(tag) != null;
    }

    Span.@Nullable Words find(Tag tag) {
        for (var span : spans) {
            if (span instanceof Span.Words words && words.is(tag)) {
                return words;
            }
        }
        return null;
    }

    boolean isKnown() {
        return name != null && name.known();
    }

    /** "via PhonePe", "on my Chase card": how it is paid, not what for. */
    boolean isAside(Span.Name other) {
        var service = other.service();
        if (service != null && service.category() == Category.FINANCE) {
            return true;
        }
        return board.isCue(other.from() - 1, Cue.VIA);
    }

    boolean isSubject() {
        return name != null || has(Tag.NOUN);
    }

    Sketch sketch(EventType type) {
        var sketch = new Sketch(board, type);
        if (name != null && !name.ambiguous()) {
            sketch.said(Field.NAME, name.name(), name.from(), name.to());
        }
        return sketch;
    }

    Verdict named(EventType type) {
        if (!isSubject() || name != null && !name.certain() && !isShort()) {
            return Verdict.NOTHING;
        }
        if (name != null && !name.certain() && !isAnyThing() && isWeak(type)) {
            return Verdict.NOTHING;
        }
        return Verdict.event(sketch(type).draft());
    }

    boolean isWeak(EventType type) {
        return switch (type) {
            case SUBSCRIPTION_CANCELLED -> acts.isWeak(Act.CANCEL);
            case SUBSCRIPTION_PAUSED, SUBSCRIPTION_RESUMED -> !has(Tag.NOUN);
            default -> false;
        };
    }

    boolean hasOther() {
        for (var span : spans) {
            if (span instanceof Span.Other) {
                return true;
            }
        }
        return false;
    }

    /** An order of a few words: then what remains is the name, whoever it is. */
    boolean isShort() {
        int others = 0;
        for (var span : spans) {
            others += span instanceof Span.Other ? 1 : 0;
        }
        return others <= 4;
    }

    LocalDate today() {
        return board.message.now().toLocalDate();
    }

    /** Whether a word says so, outside of names. */
    boolean has(Cue cue) {
        for (var span : spans) {
            if (!(span instanceof Span.Name)) {
                for (int i = span.from(); i < span.to(); i++) {
                    if (board.isCue(i, cue)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    record Cycled(BillingCycle cycle, Span span, boolean implied) {
        void into(Sketch sketch) {
            sketch.said(Field.BILLING_CYCLE, cycle, span.from(), span.to());
        }
    }

    @Nullable Cycled cycle() {
        if (terms.cycle != null && terms.cycleSpan != null) {
            return new Cycled(terms.cycle, terms.cycleSpan, false);
        }
        if (terms.cycleSpan != null) {
            return null;
        }
        return shared == null || shared.cycle() == null
                ? null
                : new Cycled(shared.cycle(), shared, false);
    }

    /** "for a year", "84 days validity": a span of time that was bought. */
    @Nullable Cycled lapseAsCycle() {
        if (timing.lapses.size() != 1 || terms.cycleSpan != null || has(Tag.TRIAL)) {
            return null;
        }
        var lapse = timing.lapses.getFirst();
        return new Cycled(new BillingCycle(lapse.length()), lapse, false);
    }

    boolean isAnyThing() {
        for (int i = name == null ? 0 : name.from(); name != null && i < name.to(); i++) {
            if (board.is(i, Tag.THING)) {
                return true;
            }
        }
        return false;
    }
}
