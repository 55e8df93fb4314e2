package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.event.Timing.Role;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

/** What ends, halts or begins anew: cancelled, paused, resumed. */
final class Ending {
    private final Clause it;

    Ending(Clause it) {
        this.it = it;
    }

    /** A weak word ends nothing where a price is told, or where it is halted for a time. */
    boolean isCancel() {
        if (!it.acts.has(Act.CANCEL)) {
            return false;
        }
        boolean told = it.terms.amount != null && it.terms.cycleSpan != null;
        return !it.acts.isWeak(Act.CANCEL) || !told && !it.acts.has(Act.PAUSE) && !isHalt();
    }

    /** "stop the milk for 10 days" */
    boolean isHalt() {
        return it.acts.has(Act.CANCEL)
                && it.acts.isWeak(Act.CANCEL)
                && it.terms.amount == null
                && it.timing.lapses.size() == 1;
    }

    Verdict cancel() {
        var verdict = it.named(EventType.SUBSCRIPTION_CANCELLED);
        if (verdict.draft() == null) {
            return verdict;
        }
        var sketch = it.sketch(EventType.SUBSCRIPTION_CANCELLED);
        boolean done = it.acts.isDone(Act.CANCEL);
        for (var day : it.timing.days) {
            if (day.role() != Role.RENEW && day.role() != Role.RESUME) {
                boolean ahead = !done || day.role() != Role.NONE || isStanding();
                sketch.said(Field.EFFECTIVE_ON, it.timing.day(day, ahead), day.from(), day.to());
            }
        }
        return Verdict.event(sketch.draft());
    }

    /** "is cancelled from 31 March": told of what is to come. */
    private boolean isStanding() {
        var verb = it.acts.at(Act.CANCEL);
        return verb != null && it.board.isCue(verb.from(), Cue.STANDS);
    }

    Verdict pause() {
        var verdict = it.named(EventType.SUBSCRIPTION_PAUSED);
        if (verdict.draft() == null) {
            return verdict;
        }
        var sketch = it.sketch(EventType.SUBSCRIPTION_PAUSED);
        for (var day : it.timing.days) {
            if (day.role() == Role.END || day.role() == Role.RESUME) {
                sketch.said(Field.RESUMES_ON, it.timing.day(day, true), day.from(), day.to());
            }
        }
        if (!sketch.has(Field.RESUMES_ON) && it.timing.lapses.size() == 1) {
            var lapse = it.timing.lapses.getFirst();
            sketch.said(
                    Field.RESUMES_ON, it.today().plus(lapse.length()), lapse.from(), lapse.to());
        }
        if (!sketch.has(Field.RESUMES_ON) && it.terms.cycle != null && it.terms.cycleSpan != null) {
            // "2 hafte ke liye": a span of time, not a rhythm
            sketch.said(
                    Field.RESUMES_ON,
                    it.today().plus(it.terms.cycle.period()),
                    it.terms.cycleSpan.from(),
                    it.terms.cycleSpan.to());
        }
        return Verdict.event(sketch.draft());
    }

    /** "start the gym again", "turn Spotify back on" */
    boolean isAgain() {
        if (it.terms.amount != null || it.terms.cycleSpan != null) {
            return false;
        }
        return it.has(Cue.STARTS) && it.has(Cue.AGAIN);
    }

    /** "Netflix ends on 10 May": the end of what is there, and nothing else. */
    boolean isEnd() {
        return it.name != null
                && it.name.certain()
                && it.acts.isEmpty()
                && it.terms.amount == null
                && it.terms.cycleSpan == null
                && !it.has(Tag.TRIAL)
                && it.timing.days.size() == 1
                && it.timing.find(Role.END) != null;
    }

    boolean isResume() {
        var pause = it.acts.at(Act.PAUSE);
        var resume = it.acts.at(Act.RESUME);
        return resume != null && pause != null && resume.from() < pause.from();
    }
}
