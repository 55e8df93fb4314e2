package dev.sayso.help.tree;

import dev.sayso.help.tree.Node.Edge;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Runs the author's walks over a tree without errors, and tells which ways none of them takes. */
final class WalkRunner {
    private final Guide guide;
    private final Places places;
    private final Problems problems;
    private final Set<Edge> taken = new HashSet<>();

    WalkRunner(Guide guide, Places places, Problems problems) {
        this.guide = guide;
        this.places = places;
        this.problems = problems;
    }

    void run(List<AuthorWalk> walks) {
        walks.forEach(this::run);
        for (var node : guide.tree().nodes().values()) {
            for (var edge : node.edges()) {
                if (!taken.contains(edge)) {
                    problems.warn(
                            "untested",
                            places.of(edge),
                            "No walk takes \"%s\" -> %s.".formatted(edge.from(), edge.name()));
                }
            }
        }
    }

    private void run(AuthorWalk walk) {
        var script = new Script(walk);
        var state = guide.start(guide.tree().entries().of(walk.screen(), walk.topic()));
        while (guide.need(state) instanceof Need need && !(need instanceof Need.Nothing)) {
            var act = script.next(need);
            if (act == null) {
                wrong(walk, script.stopped(state.node()));
                return;
            }
            if (!(guide.act(state, act) instanceof Move.To(var next))) {
                throw new IllegalStateException(
                        "walk \"%s\": %s was refused".formatted(walk.name(), act));
            }
            state = next;
        }
        compare(walk, script, state);
    }

    private void compare(AuthorWalk walk, Script script, State state) {
        state.trail().forEach(passed -> taken.add(edge(passed)));
        var end = state.end();
        if (end == null) {
            return;
        }
        var reason = end.reason().wire();
        if (!end.node().equals(walk.node())
                || end.status() != walk.status()
                || (walk.reason() != null && !walk.reason().equals(reason))) {
            wrong(
                    walk,
                    "ended at %s (%s), expected %s%s."
                            .formatted(
                                    end.node(),
                                    reason,
                                    walk.node(),
                                    walk.reason() == null ? "" : " (" + walk.reason() + ")"));
        } else if (walk.asked() != null && !walk.asked().equals(script.asked)) {
            wrong(
                    walk,
                    "asked [%s], expected [%s]."
                            .formatted(
                                    String.join(", ", script.asked),
                                    String.join(", ", walk.asked())));
        } else if (script.given < walk.answers().size()) {
            wrong(
                    walk,
                    "gives %d answers, but only %d were asked for."
                            .formatted(walk.answers().size(), script.given));
        }
    }

    private void wrong(AuthorWalk walk, String what) {
        problems.error("walk", walk.at(), "walk \"%s\" %s".formatted(walk.name(), what));
    }

    private Edge edge(Passed passed) {
        var name =
                switch (passed) {
                    case Passed.Answered answered -> answered.option();
                    case Passed.Skipped skipped -> skipped.option();
                    case Passed.Checked checked -> checked.value();
                    case Passed.Acted acted -> acted.result().name().toLowerCase(Locale.ROOT);
                    case Passed.Declined _ -> "declined";
                    case Passed.NotSolved _ -> "if_not";
                };
        var edges = guide.tree().node(passed.node()).edges();
        return edges.stream()
                .filter(edge -> edge.name().equals(name))
                .findFirst()
                .orElseGet(
                        () ->
                                edges.isEmpty()
                                        ? new Edge(passed.node(), Edge.Kind.IF_NOT, name, "")
                                        : edges.getLast());
    }

    /** Says the walk's lines one after the other. */
    private static final class Script {
        private final AuthorWalk walk;
        private final List<String> asked = new ArrayList<>();
        private int given;
        private String waitsFor = "";

        Script(AuthorWalk walk) {
            this.walk = walk;
        }

        @Nullable Act next(Need need) {
            return switch (need) {
                case Need.Fact(var name) -> new Act.FactRead(name, walk.facts().get(name));
                case Need.Run(var act) -> ran(act);
                case Need.Answer(var ask) -> {
                    asked.add(ask.id());
                    yield say(ask.id(), "an answer");
                }
                case Need.Confirmation(var act) -> say(act.id(), "yes or no");
                case Need.Verdict(var solution) -> say(solution.id(), "yes or no");
                case Need.Nothing _ -> null;
            };
        }

        private @Nullable Act ran(Node.Do act) {
            var result = walk.actions().get(act.action());
            for (var possible : Act.Result.values()) {
                if (possible.name().toLowerCase(Locale.ROOT).equals(result)) {
                    return new Act.Ran(act.id(), possible);
                }
            }
            waitsFor =
                    "the result of %s: give actions: {%s: success}, failure or timeout"
                            .formatted(act.action(), act.action());
            return null;
        }

        private @Nullable Act say(String node, String what) {
            if (given == walk.answers().size()) {
                waitsFor = what;
                return null;
            }
            return new Act.Say(node, walk.answers().get(given++));
        }

        String stopped(String node) {
            return "stopped at %s, which waits for %s; expected %s."
                    .formatted(node, waitsFor, walk.node());
        }
    }
}
