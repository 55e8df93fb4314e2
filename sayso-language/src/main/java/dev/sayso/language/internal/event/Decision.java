package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.language.internal.event.Acts.Act;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

/** Decides of one group, with everything that was read of it, which event it is. */
final class Decision {
    private final Clause it;

    Decision(Clause it) {
        this.it = it;
    }

    Verdict verdict() {
        var verdict = chosen();
        var draft = verdict.draft();
        return verdict.kind() == Verdict.Kind.EVENT
                        && draft != null
                        && draft.sure()
                        && draft.complete().isPresent()
                        && (isAsked() || !Explained.is(it, draft))
                ? Verdict.event(draft.unsure())
                : verdict;
    }

    /** "Is Netflix 15 a month?" But not: "can you add Netflix, 15 a month?" */
    private boolean isAsked() {
        if (it.acts.isOrder()) {
            return false;
        }
        int to = it.spans.isEmpty() ? 0 : it.spans.getLast().to();
        return it.board.isSign(to, '?');
    }

    private Verdict chosen() {
        if (isUnreal()) {
            return Verdict.NOT_A_FACT;
        }
        if (isAlien()) {
            return Verdict.NOTHING;
        }
        var acts = it.acts;
        if (acts.has(Act.REMIND) || it.has(Tag.BEFORE) && acts.isEmpty()) {
            return new Reminding(it).remind();
        }
        var ending = new Ending(it);
        var change = new Change(it);
        if (ending.isCancel() && !change.isPriceMove()) {
            return ending.cancel();
        }
        if (ending.isHalt() || acts.has(Act.PAUSE) && !ending.isResume()) {
            return ending.pause();
        }
        if (acts.has(Act.RESUME) || it.isKnown() && ending.isAgain()) {
            return it.named(EventType.SUBSCRIPTION_RESUMED);
        }
        if (ending.isEnd()) {
            return ending.cancel();
        }
        if (change.isPriceChange()) {
            return change.priceChange();
        }
        if (change.isCycleChange()) {
            return change.cycleChange();
        }
        var paying = new Paying(it);
        if (paying.isPayment()) {
            return paying.payment();
        }
        var renewal = new Renewal(it);
        return renewal.isRenewal() ? renewal.renewal() : new Creation(it).created();
    }

    /** Nobody knows the name, and its words are of something that nobody subscribes to. */
    private boolean isAlien() {
        if (it.name == null || it.name.certain()) {
            return false;
        }
        boolean priced =
                it.terms.amount != null && it.terms.amount.isPriced() && it.terms.cycleSpan != null;
        boolean alien = false;
        for (int i = it.name.from(); i < it.name.to(); i++) {
            if (it.board.is(i, Tag.THING)) {
                return false;
            }
            var entry = it.board.find(i, Tag.ALIEN);
            alien |= entry != null && (!priced || entry.value().equals("INCOME"));
        }
        return alien;
    }

    /** Said not to have happened, or only thought of. */
    private boolean isUnreal() {

        var not = it.find(Tag.NOT);
        return not != null
                && isOfAct(not)
                && !(it.terms.amount != null
                        && it.terms.cycle != null
                        && not.from() > it.terms.amount.to());
    }

    /** "no longer using Netflix, cancel it": the denial ends where another clause begins. */
    private boolean isOfAct(Span.Words not) {
        boolean any = false;
        boolean denied = false;
        for (var span : it.spans) {
            if (span instanceof Span.Words words && words.is(Tag.VERB) && words != not) {
                any = true;
                boolean parted =
                        words.from() >= not.to()
                                ? isParted(not.to(), words.from())
                                // "cancelled the gym, never used it"
                                : it.acts.isDone(Act.CANCEL)
                                        && words == it.acts.at(Act.CANCEL)
                                        && isParted(words.to(), not.from());
                if (parted && isOrder(words)) {
                    return false;
                }
                denied |= !parted;
            }
        }
        if (denied) {
            return true;
        }
        return !any && (it.has(Tag.NOUN) || it.timing.renews);
    }

    private boolean isOrder(Span.Words words) {
        return words == it.acts.at(Act.CANCEL)
                || words == it.acts.at(Act.PAUSE)
                || words == it.acts.at(Act.RESUME);
    }

    private boolean isParted(int from, int to) {
        for (int i = from; i < to; i++) {
            if (it.board.isSign(i, ',') || it.board.isSign(i, ';') || it.board.isSign(i, '.')) {
                return true;
            }
        }
        return false;
    }
}
