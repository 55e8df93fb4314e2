package dev.sayso.help.tree;

import dev.sayso.help.tree.Node.Edge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ways of a tree, without the texts. Nothing here recurses: a tree may be a chain of 12,000.
 */
final class Graph {
    private final Map<String, Node> nodes;
    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();

    Graph(Map<String, Node> nodes) {
        this(nodes, Set.of());
    }

    Graph(Map<String, Node> nodes, Set<Edge> without) {
        this.nodes = nodes;
        for (var node : nodes.values()) {
            edges.put(
                    node.id(),
                    node.edges().stream()
                            .filter(edge -> nodes.containsKey(edge.to()))
                            .filter(edge -> !without.contains(edge))
                            .toList());
        }
    }

    List<Edge> from(String node) {
        return edges.getOrDefault(node, List.of());
    }

    Set<String> reachable(Collection<String> starts) {
        var seen = new LinkedHashSet<String>();
        var queue = new ArrayDeque<String>();
        for (var start : starts) {
            if (nodes.containsKey(start) && seen.add(start)) {
                queue.add(start);
            }
        }
        while (!queue.isEmpty()) {
            for (var edge : from(queue.remove())) {
                if (seen.add(edge.to())) {
                    queue.add(edge.to());
                }
            }
        }
        return seen;
    }

    /** A way round, as edges from a node back to it; the first of them is the best to bend. */
    Optional<List<Edge>> circle() {
        for (var start : onCircles()) {
            var round = shortestRound(start);
            if (round.isPresent()) {
                return round.map(Graph::bestFirst);
            }
        }
        return Optional.empty();
    }

    /** Nodes left after all that end, and all that nothing leads to, are taken away in turn. */
    private Set<String> onCircles() {
        var out = new HashMap<String, Integer>();
        var into = new HashMap<String, List<String>>();
        edges.forEach(
                (node, ways) -> {
                    out.put(node, ways.size());
                    ways.forEach(
                            way ->
                                    into.computeIfAbsent(way.to(), _ -> new ArrayList<>())
                                            .add(node));
                });
        var ended = new ArrayDeque<String>();
        out.forEach(
                (node, ways) -> {
                    if (ways == 0) {
                        ended.add(node);
                    }
                });
        var left = new LinkedHashSet<>(edges.keySet());
        while (!ended.isEmpty()) {
            var node = ended.remove();
            left.remove(node);
            for (var before : into.getOrDefault(node, List.of())) {
                if (out.merge(before, -1, Integer::sum) == 0) {
                    ended.add(before);
                }
            }
        }
        return left;
    }

    private Optional<List<Edge>> shortestRound(String start) {
        var cameBy = new HashMap<String, Edge>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            for (var edge : from(queue.remove())) {
                if (edge.to().equals(start)) {
                    return Optional.of(back(start, edge, cameBy));
                }
                if (cameBy.putIfAbsent(edge.to(), edge) == null) {
                    queue.add(edge.to());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Edge> back(String start, Edge last, Map<String, Edge> cameBy) {
        var round = new ArrayList<>(List.of(last));
        for (var edge = cameBy.get(last.from());
                edge != null && !round.getFirst().from().equals(start);
                edge = cameBy.get(edge.from())) {
            round.addFirst(edge);
        }
        return round;
    }

    private static List<Edge> bestFirst(List<Edge> round) {
        var best = round.size() - 1;
        for (var i = 0; i < round.size(); i++) {
            if (round.get(i).kind() == Edge.Kind.IF_NOT) {
                best = i;
            }
        }
        var turned = new ArrayList<>(round.subList(best, round.size()));
        turned.addAll(round.subList(0, best));
        return turned;
    }

    /** Each node before those it leads to; only for a graph without a circle. */
    List<String> inOrder() {
        var into = new HashMap<String, Integer>();
        edges.values().forEach(ways -> ways.forEach(way -> into.merge(way.to(), 1, Integer::sum)));
        var ready = new ArrayDeque<String>();
        for (var node : edges.keySet()) {
            if (!into.containsKey(node)) {
                ready.add(node);
            }
        }
        var order = new ArrayList<String>();
        while (!ready.isEmpty()) {
            var node = ready.remove();
            order.add(node);
            for (var edge : from(node)) {
                if (into.merge(edge.to(), -1, Integer::sum) == 0) {
                    ready.add(edge.to());
                }
            }
        }
        return order;
    }

    /** The longest row of questions that a person can be asked from each of the nodes on. */
    Map<String, List<String>> longestQuestions(Collection<String> starts) {
        var most = mostQuestions();
        var paths = new LinkedHashMap<String, List<String>>();
        for (var start : starts) {
            paths.put(start, questions(start, most));
        }
        return paths;
    }

    /** How many questions at most from each node on, itself included. */
    Map<String, Integer> mostQuestions() {
        var most = new HashMap<String, Integer>();
        for (var node : inOrder().reversed()) {
            var deepest =
                    from(node).stream().mapToInt(edge -> most.getOrDefault(edge.to(), 0)).max();
            most.put(node, deepest.orElse(0) + (nodes.get(node) instanceof Node.Ask ? 1 : 0));
        }
        return most;
    }

    private List<String> questions(String start, Map<String, Integer> most) {
        var path = new ArrayList<String>();
        var node = start;
        while (most.getOrDefault(node, 0) > 0) {
            if (nodes.get(node) instanceof Node.Ask) {
                path.add(node);
            }
            node =
                    from(node).stream()
                            .map(Edge::to)
                            .max(Comparator.comparingInt(to -> most.getOrDefault(to, 0)))
                            .orElse("");
        }
        return path;
    }

    /**
     * Where one can come without an action that succeeded since the last that failed or the last
     * answer that did not help; for each such node the edge by which one comes.
     */
    Map<String, Edge> unproven(Collection<String> starts) {
        record Spot(String node, boolean proven) {}
        var seen = new HashSet<Spot>();
        var unproven = new LinkedHashMap<String, Edge>();
        var queue = new ArrayDeque<Spot>();
        for (var start : starts) {
            if (nodes.containsKey(start) && seen.add(new Spot(start, false))) {
                queue.add(new Spot(start, false));
                unproven.put(start, new Edge("entries", Edge.Kind.OPTION, start, start));
            }
        }
        while (!queue.isEmpty()) {
            var spot = queue.remove();
            for (var edge : from(spot.node())) {
                var proven =
                        switch (edge.kind()) {
                            case SUCCESS -> true;
                            case FAILURE, TIMEOUT, DECLINED, IF_NOT -> false;
                            case OPTION, IS, UNKNOWN -> spot.proven();
                        };
                if (!proven) {
                    unproven.putIfAbsent(edge.to(), edge);
                }
                var next = new Spot(edge.to(), proven);
                if (seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return unproven;
    }
}
