package dev.sayso.help.tree;

import java.util.Map;

/** How often each option of each question was picked last month. */
public record Picks(Map<String, Map<String, Integer>> byNode) {
    public static final Picks NONE = new Picks(Map.of());
    private static final int ENOUGH = 30;
    private static final double RARE = 0.05;

    /** Warns where hardly anybody picks the first option; below 30 answers nothing is said. */
    void check(Tree tree, Places places, Problems problems) {
        for (var node : tree.nodes().values()) {
            if (node instanceof Node.Ask ask && byNode.containsKey(ask.id())) {
                check(ask, byNode.get(ask.id()), places, problems);
            }
        }
    }

    private static void check(
            Node.Ask ask, Map<String, Integer> picks, Places places, Problems problems) {
        var most = 0;
        var all = 0;
        for (var i = 0; i < ask.options().size(); i++) {
            var picked = picks.getOrDefault(ask.options().get(i).id(), 0);
            all += picked;
            if (picked > picks.getOrDefault(ask.options().get(most).id(), 0)) {
                most = i;
            }
        }
        var first = picks.getOrDefault(ask.options().getFirst().id(), 0);
        if (all >= ENOUGH && first < RARE * all) {
            problems.warn(
                    "order",
                    places.of(ask.id()),
                    "\"%s\": only %d%% of people pick the first option; the most picked is the %s."
                            .formatted(
                                    ask.id(),
                                    Math.round(100.0 * first / all),
                                    Words.ordinal(most + 1)));
        }
    }
}
