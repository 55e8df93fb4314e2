package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Walks one tree: state in, act in, state out. Nothing is kept between two calls, so that a walk
 * can go on anywhere, and nothing is read or run here: {@link #need} says what the walk waits for.
 */
public final class Guide {
    private static final Set<String> YES = Set.of("yes", "y", "हाँ", "हां", "जी", "haan", "han");
    private static final Set<String> NO = Set.of("no", "n", "नहीं", "nahi", "nahin");

    private final Tree tree;
    private final Map<String, Integer> mostQuestions;

    /**
     * @param tree one without errors
     */
    public Guide(Tree tree) {
        this.tree = tree;
        this.mostQuestions = new Graph(tree.nodes()).mostQuestions();
    }

    public Tree tree() {
        return tree;
    }

    /**
     * @param entry the first node, as {@link Tree.Entries#of} gives it
     */
    public State start(String entry) {
        return onward(State.at(entry));
    }

    /** From the entry again, after a walk through another version; its actions stay done. */
    public State restart(State before, String entry) {
        return onward(
                new State(
                        entry,
                        entry,
                        before.step() + 1,
                        false,
                        List.of(),
                        Map.of(),
                        before.results(),
                        Set.of(),
                        null));
    }

    /** How many questions at most are asked from here on, the current one included. */
    public int mostFrom(State state) {
        return state.isOpen() ? mostQuestions.getOrDefault(state.node(), 0) : 0;
    }

    public Need need(State state) {
        if (state.end() != null) {
            return new Need.Nothing(state.end());
        }
        return switch (tree.node(state.node())) {
            case Node.Ask ask -> {
                var fact = openFact(state, ask);
                yield fact == null ? new Need.Answer(ask) : new Need.Fact(fact);
            }
            case Node.Check check -> new Need.Fact(check.fact());
            case Node.Do act ->
                    act.confirm() == null || state.confirmed()
                            ? new Need.Run(act)
                            : new Need.Confirmation(act);
            case Node.Solution solution -> new Need.Verdict(solution);
            case Node.Person person ->
                    throw new IllegalStateException(
                            "the walk stands at \"%s\", where it should have ended"
                                    .formatted(person.id()));
        };
    }

    /** The fact that may answer the question and was not read yet. */
    private static @Nullable String openFact(State state, Node.Ask ask) {
        var known = ask.known();
        return known == null
                        || state.contested().contains(ask.id())
                        || state.facts().containsKey(known.fact())
                ? null
                : known.fact();
    }

    public Move act(State state, Act act) {
        if (!state.isOpen()) {
            return new Move.Refused(Move.Why.CLOSED);
        }
        return switch (act) {
            case Act.Choose choose -> choose(state, choose.node(), choose.option());
            case Act.Say say -> say(state, say);
            case Act.Solved solved -> solved(state, solved.node(), solved.solved());
            case Act.Back _ -> back(state);
            case Act.Restart _ -> moved(state.restarted());
            case Act.Contest contest -> contest(state, contest.node());
            case Act.Escalate _ -> escalated(state, End.Reason.USER_EXIT);
            case Act.Withdraw _ -> escalated(state, End.Reason.WITHDRAWN);
            case Act.FactRead read -> read(state, read);
            case Act.Ran ran -> ran(state, ran);
        };
    }

    private Move choose(State state, String node, String option) {
        if (!state.node().equals(node)) {
            return new Move.Refused(Move.Why.STALE);
        }
        return switch (need(state)) {
            case Need.Answer(var ask) ->
                    ask.options().stream()
                            .filter(offered -> offered.id().equals(option))
                            .findFirst()
                            .map(offered -> answered(state, offered))
                            .orElseGet(() -> escalated(state, End.Reason.UNKNOWN_ANSWER));
            case Need.Confirmation(var act) ->
                    yesOrNo(state, option, yes -> confirm(state, act, yes));
            case Need.Verdict _ -> yesOrNo(state, option, yes -> solved(state, node, yes));
            case Need.Fact _, Need.Run _, Need.Nothing _ -> new Move.Refused(Move.Why.BAD_REQUEST);
        };
    }

    private Move say(State state, Act.Say say) {
        if (state.node().equals(say.node()) && need(state) instanceof Need.Answer(var ask)) {
            return new Matcher(tree)
                    .option(ask, say.text())
                    .map(option -> answered(state, option))
                    .orElseGet(() -> escalated(state, End.Reason.UNKNOWN_ANSWER));
        }
        return choose(state, say.node(), say.text());
    }

    private Move answered(State state, Node.Option option) {
        return moved(state.passing(new Passed.Answered(state.node(), option.id()), option.to()));
    }

    private Move yesOrNo(State state, String said, Function<Boolean, Move> then) {
        return yesOrNo(said).map(then).orElseGet(() -> escalated(state, End.Reason.UNKNOWN_ANSWER));
    }

    private static Optional<Boolean> yesOrNo(String said) {
        var word = Words.normal(said);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    private Move confirm(State state, Node.Do act, boolean yes) {
        if (yes) {
            return moved(state.confirming());
        }
        var to = act.declined() == null ? tree.contact() : act.declined();
        return moved(state.passing(new Passed.Declined(act.id()), to));
    }

    private Move solved(State state, String node, boolean solved) {
        if (!state.node().equals(node)) {
            return new Move.Refused(Move.Why.STALE);
        }
        if (!(need(state) instanceof Need.Verdict(var solution))) {
            return new Move.Refused(Move.Why.BAD_REQUEST);
        }
        if (solved) {
            return moved(state.ended(End.resolved(End.Reason.CONFIRMED, node)));
        }
        var to = solution.ifNot() == null ? tree.contact() : solution.ifNot();
        return moved(state.passing(new Passed.NotSolved(node), to));
    }

    private Move back(State state) {
        // at the start nothing changes, the step neither: the view simply says that it cannot
        return state.canBack() ? moved(state.backTo(state.lastAnswer())) : new Move.To(state);
    }

    private Move contest(State state, String node) {
        for (var i = 0; i < state.trail().size(); i++) {
            if (state.trail().get(i) instanceof Passed.Skipped skipped
                    && skipped.node().equals(node)) {
                return moved(state.backTo(i).contesting(node));
            }
        }
        return new Move.Refused(Move.Why.BAD_REQUEST);
    }

    private Move escalated(State state, End.Reason reason) {
        return moved(state.ended(End.escalated(reason, tree.contact())));
    }

    private Move read(State state, Act.FactRead read) {
        if (!(need(state) instanceof Need.Fact(var name)) || !name.equals(read.fact())) {
            return new Move.Refused(Move.Why.STALE);
        }
        var declared = tree.facts().get(name);
        var value =
                read.value() != null && declared != null && declared.contains(read.value())
                        ? read.value()
                        : "";
        return new Move.To(onward(state.reading(name, value)));
    }

    private Move ran(State state, Act.Ran ran) {
        if (!(need(state) instanceof Need.Run(var act)) || !act.id().equals(ran.node())) {
            return new Move.Refused(Move.Why.STALE);
        }
        return new Move.To(onward(state.running(act.id(), ran.result())));
    }

    private Move moved(State state) {
        return new Move.To(onward(state.next()));
    }

    /** Goes on until the walk waits for something or ends. */
    private State onward(State state) {
        if (!state.isOpen()) {
            return state;
        }
        var trail = new ArrayList<>(state.trail());
        var node = tree.node(state.node());
        var confirmed = state.confirmed();
        for (var way = way(state, node, confirmed);
                way != null;
                way = way(state, node, confirmed)) {
            trail.add(way.passed());
            node = tree.node(way.to());
            confirmed = false;
        }
        var there = state.at(node.id(), confirmed, trail);
        return switch (node) {
            case Node.Person person -> there.ended(End.escalated(reason(trail), person.id()));
            case Node.Solution solution when solution.verified() ->
                    there.ended(End.resolved(End.Reason.VERIFIED, solution.id()));
            case Node.Ask _, Node.Check _, Node.Do _, Node.Solution _ -> there;
        };
    }

    private record Way(Passed passed, String to) {}

    /** Where one goes on from the node without anybody being asked, or null where one waits. */
    private static @Nullable Way way(State state, Node node, boolean confirmed) {
        return switch (node) {
            case Node.Ask ask -> skip(state, ask);
            case Node.Check check -> {
                var value = state.facts().get(check.fact());
                yield value == null
                        ? null
                        : new Way(
                                new Passed.Checked(check.id(), check.fact(), value),
                                check.is().getOrDefault(value, check.unknown()));
            }
            case Node.Do act -> {
                var result = state.results().get(act.id());
                yield result == null || (act.confirm() != null && !confirmed)
                        ? null
                        : new Way(
                                new Passed.Acted(act.id(), act.action(), result),
                                switch (result) {
                                    case SUCCESS -> act.success();
                                    case FAILURE -> act.failure();
                                    case TIMEOUT -> act.timeout();
                                });
            }
            case Node.Solution _, Node.Person _ -> null;
        };
    }

    private static @Nullable Way skip(State state, Node.Ask ask) {
        if (ask.known() == null || state.contested().contains(ask.id())) {
            return null;
        }
        var fact = ask.known().fact();
        var option = ask.known().is().get(state.facts().getOrDefault(fact, ""));
        for (var offered : ask.options()) {
            if (offered.id().equals(option)) {
                return new Way(new Passed.Skipped(ask.id(), offered.id(), fact), offered.to());
            }
        }
        return null;
    }

    /** What led to a person: the last thing that was done or said, facts left aside. */
    private static End.Reason reason(List<Passed> trail) {
        for (var passed : trail.reversed()) {
            switch (passed) {
                case Passed.Answered _ -> {
                    return End.Reason.CHOSEN;
                }
                case Passed.Acted acted -> {
                    return switch (acted.result()) {
                        case SUCCESS -> End.Reason.CHOSEN;
                        case FAILURE -> End.Reason.ACTION_FAILED;
                        case TIMEOUT -> End.Reason.ACTION_TIMEOUT;
                    };
                }
                case Passed.Declined _ -> {
                    return End.Reason.ACTION_DECLINED;
                }
                case Passed.NotSolved _ -> {
                    return End.Reason.NOT_SOLVED;
                }
                case Passed.Skipped _, Passed.Checked _ -> {}
            }
        }
        return End.Reason.CHOSEN;
    }
}
