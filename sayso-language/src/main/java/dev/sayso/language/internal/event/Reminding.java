package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.ReminderSet;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

/** A reminder that is asked for. */
final class Reminding {
    private final Clause it;

    Reminding(Clause it) {
        this.it = it;
    }

    Verdict remind() {
        boolean named = it.name != null && (it.name.certain() || isReminded());
        var sketch =
                named
                        ? it.sketch(EventType.REMINDER_SET)
                        : new Sketch(it.board, EventType.REMINDER_SET);
        if (it.name != null && !it.name.certain() && !it.isShort()) {
            return Verdict.NOTHING;
        }
        boolean before = it.has(Tag.BEFORE);
        var beside = it.find(Tag.BEFORE);
        if (beside != null) {
            var value = beside.value(Tag.BEFORE);
            if (value.equals("DAY0")) {
                sketch.said(Field.DAYS_BEFORE, 0, beside.from(), beside.to());
            } else if (value.equals("DAY1")) {
                sketch.said(Field.DAYS_BEFORE, 1, beside.from(), beside.to());
            }
        }
        for (var lapse : it.timing.lapses) {
            long days = lapse.length().getDays() + lapse.length().toTotalMonths() * 30;
            if (before && days <= ReminderSet.MAX_DAYS_BEFORE) {
                sketch.said(Field.DAYS_BEFORE, (int) days, lapse.from(), lapse.to());
            }
        }
        for (var day : it.timing.days) {
            // "3 din pehle": so many days before, read as a day that is past
            if (day.span() instanceof Span.Day span
                    && span.form() == Span.Day.Form.FROM_TODAY
                    && span.a() < 0
                    && span.a() >= -ReminderSet.MAX_DAYS_BEFORE
                    && span.b() == 0) {
                sketch.said(Field.DAYS_BEFORE, -span.a(), span.from(), span.to());
                before = true;
            }
        }
        boolean subject =
                before
                        || it.has(Tag.NOUN)
                        || it.timing.renews
                        || it.has(Cue.REMINDER) && !it.hasOther()
                        || it.name != null && it.name.certain();
        return subject ? Verdict.event(sketch.draft()) : Verdict.NOTHING;
    }

    /** "remind me about the piano", "before the milk": the name is what the word points at. */
    private boolean isReminded() {
        int at = it.name == null ? -1 : it.name.from() - 1;
        while (at >= 0
                && (it.board.is(at, Tag.ARTICLE)
                        || it.board.isWord(at, "the")
                        || it.board.isWord(at, "my"))) {
            at--;
        }
        int next = it.name == null ? it.board.size() : it.name.to();
        return it.board.is(next, Tag.NOUN)
                || it.board.is(next, Tag.ROLE)
                || at >= 0
                        && (it.board.is(at, Tag.BEFORE)
                                || it.board.isWord(at, "about")
                                || it.board.isWord(at, "for")
                                || it.board.isWord(at, "of"));
    }
}
