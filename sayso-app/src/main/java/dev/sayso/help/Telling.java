package dev.sayso.help;

import dev.sayso.help.SqlHelp.Told;
import dev.sayso.help.figures.HelpEvent;
import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.End;
import dev.sayso.help.tree.Guide;
import dev.sayso.help.tree.Need;
import dev.sayso.help.tree.Passed;
import dev.sayso.help.tree.State;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What an act brought about, as events for the log. */
final class Telling {
    private final Guide guide;
    private final List<HelpEvent.What> events = new ArrayList<>();

    Telling(Guide guide) {
        this.guide = guide;
    }

    void tell(State before, Act act, State after) {
        var did = did(before, act, after);
        if (did != null) {
            events.add(did);
        }
        passed(after.trail().subList(from(before, act, after), after.trail().size()));
    }

    /** The walk goes on in another version of its tree. */
    void moved(String version) {
        events.add(new HelpEvent.Moved(version));
    }

    /** What was passed before the first view. */
    void begin(State first) {
        passed(first.trail());
    }

    private void passed(List<Passed> trail) {
        for (var passed : trail) {
            switch (passed) {
                case Passed.Skipped skipped -> events.add(new HelpEvent.Skipped(skipped.node()));
                case Passed.Acted acted ->
                        events.add(new HelpEvent.Ran(acted.node(), acted.action(), acted.result()));
                case Passed.Answered _,
                        Passed.Checked _,
                        Passed.Declined _,
                        Passed.NotSolved _ -> {}
            }
        }
    }

    /** All that was told, and where the walk now stands. */
    List<Told> with(State now, String shown) {
        var told = new ArrayList<>(events.stream().map(Told::of).toList());
        switch (guide.need(now)) {
            case Need.Answer(var ask) ->
                    told.add(
                            new Told(
                                    new HelpEvent.Shown(
                                            ask.id(),
                                            false,
                                            ask.known() != null
                                                    && !now.contested().contains(ask.id())),
                                    shown));
            case Need.Confirmation(var act) ->
                    told.add(new Told(new HelpEvent.Shown(act.id(), false, false), shown));
            case Need.Verdict(var solution) ->
                    told.add(new Told(new HelpEvent.Shown(solution.id(), true, false), shown));
            case Need.Nothing(var end) ->
                    told.add(
                            new Told(
                                    new HelpEvent.Ended(end.status(), end.reason(), end.node()),
                                    shown));
            case Need.Fact _, Need.Run _ -> {}
        }
        return told;
    }

    /** How much of the trail was there before the act. */
    private static int from(State before, Act act, State after) {
        return switch (act) {
            case Act.Restart _ -> 0;
            case Act.Back _, Act.Contest _ -> after.trail().size();
            case Act.Choose _,
                    Act.Say _,
                    Act.Solved _,
                    Act.Escalate _,
                    Act.Withdraw _,
                    Act.FactRead _,
                    Act.Ran _ ->
                    before.trail().size();
        };
    }

    private HelpEvent.@Nullable What did(State before, Act act, State after) {
        return switch (act) {
            case Act.Choose _, Act.Say _, Act.Solved _ -> chosen(before, after);
            case Act.Back _ -> before.equals(after) ? null : new HelpEvent.WentBack();
            case Act.Restart _ -> new HelpEvent.Restarted();
            case Act.Contest(var node) -> new HelpEvent.Contested(node);
            case Act.Escalate _ -> new HelpEvent.AskedForPerson();
            case Act.Withdraw _, Act.FactRead _, Act.Ran _ -> null;
        };
    }

    /** What was accepted; words that nobody understood are no act, they only end it. */
    private HelpEvent.@Nullable What chosen(State before, State after) {
        if (after.end() != null && after.end().reason() == End.Reason.UNKNOWN_ANSWER) {
            return null;
        }
        var passed =
                after.trail().size() > before.trail().size()
                        ? after.trail().get(before.trail().size())
                        : null;
        return switch (passed) {
            case Passed.Answered(var node, var option) -> new HelpEvent.Answered(node, option);
            case Passed.Declined(var node) -> new HelpEvent.Chose(node, false);
            case Passed.NotSolved(var node) -> new HelpEvent.Judged(node, false);
            case null, default ->
                    guide.need(before) instanceof Need.Verdict(var solution)
                            ? new HelpEvent.Judged(solution.id(), true)
                            : new HelpEvent.Chose(before.node(), true);
        };
    }
}
