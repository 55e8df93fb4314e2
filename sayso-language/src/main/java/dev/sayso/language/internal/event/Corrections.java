package dev.sayso.language.internal.event;

import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import java.util.ArrayList;
import java.util.List;

/**
 * What a speaker takes back: "499 no wait 649" leaves 649; "not 12.99", "was 17", "instead of
 * yearly" leave what else was said.
 */
final class Corrections {
    private static final int REACH = 6;

    private Corrections() {}

    /**
     * What is left.
     *
     * @param oldAmount whether a former price was named: "was 17"
     * @param oldName whether a former service was: "from Hulu to Peacock"
     * @param oldCycle whether a former cycle was: "from monthly to yearly"
     */
    record Settled(List<Span> spans, boolean oldAmount, boolean oldCycle, boolean oldName) {}

    static Settled settle(List<Span> spans) {
        boolean oldAmount = false;
        boolean oldCycle = false;
        boolean oldName = false;
        var kept = new ArrayList<Span>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span instanceof Span.Words words) {
                if (words.is(Tag.FIX)) {
                    takeBack(kept, spans, i);
                }
                int old = contrasted(spans, i, words);
                if (old > i) {
                    if (words.is(Tag.LABEL) && !words.is(Tag.NOT)) {
                        oldAmount |= spans.get(old) instanceof Span.Amount;
                        oldCycle |= spans.get(old) instanceof Span.Cycle;
                        oldName |= spans.get(old) instanceof Span.Name;
                    }
                    i = old;
                    continue;
                }
            }
            kept.add(span);
        }
        return new Settled(kept, oldAmount, oldCycle, oldName);
    }

    /** Removes what stands before the mark of a correction and is said anew after it. */
    private static void takeBack(List<Span> kept, List<Span> spans, int mark) {
        boolean amount = false;
        boolean cycle = false;
        boolean day = false;
        for (int i = mark + 1; i < spans.size() && i <= mark + REACH; i++) {
            var span = spans.get(i);
            if (span instanceof Span.Words words && words.is(Tag.FIX)) {
                break;
            }
            if (span instanceof Span.Amount && !amount) {
                amount = removeLast(kept, Span.Amount.class);
            } else if (span instanceof Span.Cycle && !cycle) {
                cycle = removeLast(kept, Span.Cycle.class);
            } else if (span instanceof Span.Day && !day) {
                day = removeLast(kept, Span.Day.class);
            }
        }
    }

    private static boolean removeLast(List<Span> kept, Class<? extends Span> kind) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kind.isInstance(kept.get(i))) {
                kept.remove(i);
                return true;
            }
        }
        return false;
    }

    /** The last span of "not 12.99", "instead of yearly"; else -1. */
    private static int contrasted(List<Span> spans, int at, Span.Words words) {
        boolean not = words.is(Tag.NOT);
        boolean old = words.is(Tag.LABEL) && words.value(Tag.LABEL).equals("OLD");
        if (!not && !old || at + 1 >= spans.size()) {
            return -1;
        }
        int next = at + 1;
        if (spans.get(next) instanceof Span.Words filler
                && filler.is(Tag.STOP)
                && !filler.is(Tag.NOT)
                && next + 1 < spans.size()) {
            next++;
        }
        var span = spans.get(next);
        boolean other =
                span instanceof Span.Amount && hasOther(spans, next, Span.Amount.class)
                        || span instanceof Span.Cycle && hasOther(spans, next, Span.Cycle.class)
                        || not
                                && span instanceof Span.Name
                                && hasOther(spans, next, Span.Name.class)
                        || not
                                && span instanceof Span.Lapse
                                && hasOther(spans, next, Span.Lapse.class);
        return other ? next : -1;
    }

    private static boolean hasOther(List<Span> spans, int at, Class<? extends Span> kind) {
        for (int i = 0; i < spans.size(); i++) {
            if (i != at && kind.isInstance(spans.get(i))) {
                return true;
            }
        }
        return false;
    }
}
