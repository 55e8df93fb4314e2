package dev.sayso.help.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Walks a tree as nobody planned it: any answers, facts and results, back and restart in between.
 */
final class RandomWalks {
    static final int WALKS = 1_000;
    private static final int MOST_ACTS = 500;

    private final Guide guide;
    private final RandomGenerator random;
    private final List<String> starts;

    RandomWalks(Guide guide, RandomGenerator random) {
        this.guide = guide;
        this.random = random;
        starts = List.copyOf(GraphRules.starts(guide.tree()));
    }

    /** The nodes of the first walk that did not end, or empty when all did. */
    Optional<List<String>> endless() {
        for (var i = 0; i < WALKS; i++) {
            var nodes = walk();
            if (nodes.size() > MOST_ACTS) {
                return Optional.of(nodes);
            }
        }
        return Optional.empty();
    }

    /** The nodes at which the walk waited; more than {@link #MOST_ACTS} when it would not end. */
    private List<String> walk() {
        var nodes = new ArrayList<String>();
        var state = guide.start(starts.get(random.nextInt(starts.size())));
        while (state.isOpen() && nodes.size() <= MOST_ACTS) {
            nodes.add(state.node());
            if (!(guide.act(state, act(state)) instanceof Move.To(var next))) {
                throw new IllegalStateException(
                        "an act that the walk waited for was refused at " + state.node());
            }
            state = next;
        }
        return nodes;
    }

    private Act act(State state) {
        return switch (guide.need(state)) {
            case Need.Fact(var name) -> new Act.FactRead(name, value(name));
            case Need.Run(var act) -> new Act.Ran(act.id(), Act.Result.values()[random.nextInt(3)]);
            case Need need when random.nextInt(12) == 0 -> detour(state, need);
            case Need need -> straight(need);
        };
    }

    private String value(String fact) {
        var values = guide.tree().facts().getOrDefault(fact, List.of());
        var index = random.nextInt(values.size() + 1);
        return index == values.size() ? "something else" : values.get(index);
    }

    private Act detour(State state, Need need) {
        return switch (random.nextInt(3)) {
            case 0 -> new Act.Back();
            case 1 -> new Act.Restart();
            default ->
                    state.skipped().isEmpty()
                            ? straight(need)
                            : new Act.Contest(state.skipped().getFirst().node());
        };
    }

    private Act straight(Need need) {
        return switch (need) {
            case Need.Answer(var ask) -> {
                var option = ask.options().get(random.nextInt(ask.options().size()));
                yield random.nextBoolean()
                        ? new Act.Choose(ask.id(), option.id())
                        : new Act.Say(ask.id(), option.label() + ".");
            }
            case Need.Confirmation(var act) ->
                    new Act.Choose(act.id(), random.nextBoolean() ? "yes" : "no");
            case Need.Verdict(var solution) -> new Act.Solved(solution.id(), random.nextBoolean());
            case Need.Fact _, Need.Run _, Need.Nothing _ ->
                    throw new IllegalStateException("a person is not asked for " + need);
        };
    }
}
