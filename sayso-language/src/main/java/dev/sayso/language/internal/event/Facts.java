package dev.sayso.language.internal.event;

import dev.sayso.language.Draft;
import dev.sayso.language.Outcome;
import dev.sayso.language.Reading;
import dev.sayso.language.Reason;
import dev.sayso.language.Turn;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import java.util.ArrayList;
import java.util.List;

/** Reads what a person says happened: all events of a message, in the order of the text. */
public final class Facts {
    private Facts() {}

    public static Outcome read(Board board, List<Span> spans) {
        var real = Reality.of(board, Pieces.of(board, spans));
        var grouping = Grouping.of(board, Lists.apart(board, real.pieces()));
        var decisions = decisions(board, grouping);
        var readings = new ArrayList<Reading>();
        var drafts = new ArrayList<Draft>();
        var oneOffs = new ArrayList<Draft>();
        boolean unreal = real.planned();
        boolean loose = real.planned() || grouping.isLoose(decisions);
        for (var verdict : decisions) {
            var read = verdict.draft();
            var draft = read != null && loose ? read.unsure() : read;
            switch (verdict.kind()) {
                case EVENT -> {
                    if (draft != null) {
                        draft.complete().ifPresentOrElse(readings::add, () -> drafts.add(draft));
                    }
                }
                case ONE_OFF -> {
                    if (draft != null) {
                        oneOffs.add(draft);
                    }
                }
                case NOT_A_FACT -> unreal = true;
                case NOTHING -> {}
            }
        }
        if (!readings.isEmpty()) {
            drafts.removeIf(draft -> draft.name() == null);
            return new Outcome.Recorded(readings, drafts, Turn.NEW);
        }
        if (!drafts.isEmpty()) {
            return new Outcome.NeedsInput(drafts, Turn.NEW);
        }
        if (unreal) {
            return new Outcome.Ignored(Reason.NOT_A_FACT, List.of());
        }
        return oneOffs.isEmpty()
                ? new Outcome.Ignored(Reason.NOT_ABOUT_IT, List.of())
                : new Outcome.Ignored(Reason.ONE_OFF, oneOffs);
    }

    private static List<Verdict> decisions(Board board, Grouping grouping) {
        var verdicts = new ArrayList<Verdict>();
        var groups = grouping.groups;
        var acts = new ArrayList<Acts>();
        for (var group : groups) {
            acts.add(Acts.of(group.spans()));
        }
        for (int i = 0; i < groups.size(); i++) {
            var spans = groups.get(i).spans();
            boolean whole =
                    groups.get(i).has(Span.Amount.class) && groups.get(i).has(Span.Cycle.class);
            if (acts.get(i).isEmpty() && !whole) {
                // "cancel Netflix and Disney+", "Hulu and Max both raised their prices"
                if (i > 0) {
                    acts.get(i).inherit(acts.get(i - 1));
                } else if (i + 1 < groups.size()
                        && !groups.get(i).has(Span.Amount.class)
                        && groups.get(i).has(Span.Name.class)) {
                    acts.get(i).inherit(acts.get(i + 1));
                }
            }
            var day = sharedDay(groups, acts, i);
            if (day != null) {
                spans = new ArrayList<>(spans);
                spans.add(day);
            }
            var clause = new Clause(board, groups.get(i), spans, acts.get(i), grouping.shared);
            verdicts.add(new Decision(clause).verdict());
        }
        return verdicts;
    }

    /** "paid 119 for Spotify and 649 for Netflix yesterday": the day is said once, at the end. */
    private static Span.@org.jspecify.annotations.Nullable Day sharedDay(
            List<Group> groups, List<Acts> acts, int i) {
        var last = groups.getLast();
        if (i == groups.size() - 1
                || !acts.get(i).has(Acts.Act.PAID)
                || groups.get(i).has(Span.Day.class)
                || !(last.first(Span.Day.class) instanceof Span.Day day)
                || last.has(Tag.ROLE)) {
            return null;
        }
        return last.spans().getLast() == day ? day : null;
    }
}
