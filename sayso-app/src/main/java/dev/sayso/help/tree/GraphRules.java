package dev.sayso.help.tree;

import dev.sayso.help.tree.Node.Edge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about where one can go: nothing leads nowhere, round, too far or to an unproven claim. */
final class GraphRules {
    static final int MOST_QUESTIONS = 5;
    private static final int MOST_CIRCLES = 20;

    private final Tree tree;
    private final Set<String> declared;
    private final Places places;
    private final Problems problems;

    GraphRules(TreeReader.Read read, Problems problems) {
        tree = read.tree();
        declared = read.declared();
        places = read.places();
        this.problems = problems;
    }

    void check() {
        contact();
        dangling();
        var starts = starts(tree);
        var graph = new Graph(tree.nodes());
        orphans(graph, starts);
        if (!circles()) {
            tooDeep(graph, starts);
        }
        failures();
        unproven(graph, starts);
    }

    /** All nodes at which a person can begin, the contact included, which every view leads to. */
    static Set<String> starts(Tree tree) {
        var starts = new LinkedHashSet<String>();
        starts.add(tree.entries().start());
        starts.addAll(tree.entries().screens().values());
        starts.addAll(tree.entries().topics().values());
        starts.add(tree.contact());
        return starts;
    }

    private void contact() {
        var node = tree.nodes().get(tree.contact());
        if (!(node instanceof Node.Person)
                && (node != null || !declared.contains(tree.contact()))) {
            problems.error(
                    "no-contact",
                    places.of("contact:"),
                    "The tree names no contact, or it is no escalate ending. Without it people"
                            + " would have no way out.");
        }
    }

    private void dangling() {
        for (var node : tree.nodes().values()) {
            for (var edge : node.edges()) {
                if (!edge.to().isEmpty() && !declared.contains(edge.to())) {
                    problems.error(
                            "dangling",
                            places.of(edge),
                            "%s goes to \"%s\", which does not exist.%s"
                                    .formatted(
                                            described(edge),
                                            edge.to(),
                                            Words.didYouMean(edge.to(), declared)));
                }
            }
        }
    }

    private static String described(Edge edge) {
        return switch (edge.kind()) {
            case OPTION -> "\"%s\", option \"%s\",".formatted(edge.from(), edge.name());
            case IS -> "\"%s\", is \"%s\",".formatted(edge.from(), edge.name());
            case UNKNOWN, SUCCESS, FAILURE, TIMEOUT, DECLINED, IF_NOT ->
                    "\"%s\", %s,".formatted(edge.from(), edge.name());
        };
    }

    private void orphans(Graph graph, Set<String> starts) {
        var reached = graph.reachable(starts);
        for (var id : tree.nodes().keySet()) {
            if (!reached.contains(id)) {
                problems.error(
                        "orphan",
                        places.of(id),
                        "Nobody can reach \"%s\": no entry, option or outcome leads to it. Link it or delete it."
                                .formatted(id));
            }
        }
    }

    private boolean circles() {
        var bent = new HashSet<Edge>();
        for (var round = new Graph(tree.nodes()).circle();
                round.isPresent() && bent.size() < MOST_CIRCLES;
                round = new Graph(tree.nodes(), bent).circle()) {
            var edges = round.get();
            var first = edges.getFirst();
            problems.error(
                    "cycle",
                    places.of(first),
                    "These go round in a circle: %s. Let %s of %s (line %d) go to an answer or to contact."
                            .formatted(
                                    shown(edges),
                                    first.kind() == Edge.Kind.OPTION
                                            ? "option \"%s\"".formatted(first.name())
                                            : "\"%s\"".formatted(first.name()),
                                    first.from(),
                                    places.of(first).line()));
            bent.add(first);
        }
        return !bent.isEmpty();
    }

    private static String shown(List<Edge> round) {
        var ids = new ArrayList<>(round.stream().limit(8).map(Edge::from).toList());
        if (round.size() > ids.size()) {
            ids.add("…");
        }
        ids.add(round.getFirst().from());
        return String.join(" -> ", ids);
    }

    private void tooDeep(Graph graph, Set<String> starts) {
        var most = graph.longestQuestions(starts);
        for (var start : starts) {
            var path = most.getOrDefault(start, List.of());
            if (path.size() > MOST_QUESTIONS) {
                problems.error(
                        "too-deep",
                        places.of(start),
                        "From \"%s\" a person can be asked %d questions: %s. The most is 5. Merge two, or let a fact answer one."
                                .formatted(
                                        start,
                                        path.size(),
                                        path.stream().limit(10).collect(Collectors.joining(" > "))
                                                + (path.size() > 10 ? " > …" : "")));
            }
        }
    }

    private void failures() {
        for (var node : tree.nodes().values()) {
            if (node instanceof Node.Do act) {
                act.edges().stream()
                        .filter(edge -> edge.kind() != Edge.Kind.SUCCESS)
                        .forEach(edge -> failure(act, edge));
            }
        }
    }

    private void failure(Node.Do act, Edge edge) {
        if (tree.nodes().get(edge.to()) instanceof Node.Solution end && end.verified()) {
            var when =
                    switch (edge.kind()) {
                        case TIMEOUT -> "takes too long";
                        case DECLINED -> "is declined";
                        default -> "fails";
                    };
            problems.error(
                    "failure-ok",
                    places.of(edge),
                    "When \"%s\" %s, people land on \"%s\", which says it is verified. A failure goes to a question, an unverified answer or a person."
                            .formatted(act.id(), when, end.id()));
        }
    }

    private void unproven(Graph graph, Set<String> starts) {
        graph.unproven(starts)
                .forEach(
                        (id, edge) -> {
                            if (tree.nodes().get(id) instanceof Node.Solution end
                                    && end.verified()
                                    && !(tree.nodes().get(edge.from()) instanceof Node.Do)) {
                                problems.error(
                                        "unproven",
                                        places.of(id),
                                        "\"%s\" is verified but can be reached from \"%s\" without a succeeded action. Drop verified: true: then the person is asked."
                                                .formatted(id, edge.from()));
                            }
                        });
    }
}
