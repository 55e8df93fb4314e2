package dev.sayso.language.internal.event;

import dev.sayso.event.Field;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.event.Timing.Dated;
import dev.sayso.language.internal.event.Timing.Role;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import java.time.LocalDate;

/** The days of a new subscription, each in the field that its role says. */
final class CreationDays {
    private static final int FAR = 14;

    /** A start that lies so few days back is not said of the year to come. */
    private static final int RECENT = 31;

    private final Clause it;

    CreationDays(Clause it) {
        this.it = it;
    }

    void into(Sketch sketch, boolean trial) {
        boolean began =
                it.acts.isDone(Act.CREATE) || it.acts.has(Act.CREATE) && it.acts.has(Act.PAID);
        for (var day : it.timing.days) {
            if (day.role() == Role.NONE && isFar(day)) {
                continue;
            }
            if (trial
                    && (day.trial() && day.role() == Role.END
                            || day.role() == Role.END && beforeThen(day)
                            || day.role() == Role.NONE && beforeThen(day) && isAhead(day))) {
                sketch.said(Field.TRIAL_ENDS_ON, it.timing.day(day, true), day.from(), day.to());
            } else {
                switch (day.role()) {
                    case START -> sketch.said(Field.STARTED_ON, start(day), day.from(), day.to());
                    case END ->
                            sketch.said(
                                    Field.ENDS_ON, it.timing.day(day, true), day.from(), day.to());
                    case RENEW ->
                            sketch.said(
                                    Field.NEXT_RENEWAL_ON,
                                    it.timing.day(day, true),
                                    day.from(),
                                    day.to());
                    case EFFECTIVE ->
                            sketch.said(Field.STARTED_ON, start(day), day.from(), day.to());
                    case RESUME -> sketch.sure = false;
                    case NONE -> undirected(sketch, day, began);
                }
            }
        }
        if (trial || it.terms.intro != null) {
            trialLength(sketch);
        }
    }

    /** A day that stands at the other end of a long tale is not the subscription's. */
    private boolean isFar(Dated day) {
        int nearest = Integer.MAX_VALUE;
        for (var span : it.spans) {
            if (span instanceof Span.Amount
                    || span instanceof Span.Cycle
                    || span instanceof Span.Name) {
                nearest =
                        Math.min(
                                nearest,
                                span.from() >= day.to()
                                        ? span.from() - day.to()
                                        : day.from() - span.to());
            }
        }
        return nearest > FAR && nearest != Integer.MAX_VALUE;
    }

    private void undirected(Sketch sketch, Dated day, boolean began) {
        var span = (Span.Day) day.span();
        boolean today = span.form() == Span.Day.Form.FROM_TODAY;
        if (began || today && span.a() <= 0 && span.b() <= 0) {
            boolean ahead = today && span.a() > 0;
            sketch.said(Field.STARTED_ON, it.timing.day(day, ahead), day.from(), day.to());
        } else {
            var renewal = it.timing.day(day, true);
            if (renewal.isBefore(it.today())) {
                // "last year it was 12 a month": no renewal lies behind
                sketch.sure = false;
            } else {
                sketch.said(Field.NEXT_RENEWAL_ON, renewal, day.from(), day.to());
            }
        }
    }

    private boolean isAhead(Dated day) {
        return it.timing.day(day, true).isAfter(it.today());
    }

    private boolean beforeThen(Dated day) {
        var then = it.find(Tag.THEN);
        var trial = it.find(Tag.TRIAL);
        return trial != null
                && (then == null || day.from() < then.from() || then.from() < trial.from());
    }

    /** "since" looks back; "from" and "starting" look ahead, unless the verb says it began. */
    private LocalDate start(Dated day) {
        boolean back =
                it.acts.isDone(Act.CREATE)
                        && (it.board.isWord(day.from(), "on")
                                || ((Span.Day) day.span()).form() == Span.Day.Form.BESIDE_TODAY);
        for (int i = day.from(); i < day.span().from(); i++) {
            back |= it.board.isCue(i, Cue.SINCE);
        }
        var ahead = it.timing.day(day, true);
        // "299 for 28 days from 14 November", said on the 24th: the pack that runs
        var gone = it.timing.day(day, false);
        boolean runs =
                ((Span.Day) day.span()).form() == Span.Day.Form.OF_YEAR
                        && gone.plusDays(RECENT).isAfter(it.today());
        return back || runs ? gone : ahead;
    }

    private void trialLength(Sketch sketch) {
        if (sketch.has(Field.TRIAL_ENDS_ON)) {
            return;
        }
        var lapse =
                it.terms.intro != null
                        ? it.terms.intro
                        : it.timing.lapses.isEmpty() ? null : it.timing.lapses.getFirst();
        if (lapse == null) {
            return;
        }
        var start = it.timing.find(Role.START);
        var from = start == null ? it.today() : start(start);
        sketch.said(Field.TRIAL_ENDS_ON, from.plus(lapse.length()), lapse.from(), lapse.to());
    }
}
