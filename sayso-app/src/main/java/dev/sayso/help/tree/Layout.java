package dev.sayso.help.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each node of a picture stands, ready to be drawn: rows from the entries down, each node
 * below all that lead to it, and in its row as near to them as there is room.
 */
public record Layout(int width, int height, List<Box> boxes, List<Line> lines) {
    static final int BOX_WIDTH = 180;
    static final int BOX_HEIGHT = 64;
    private static final int GAP = 24;
    private static final int ROW = BOX_HEIGHT + 56;
    private static final int ROUNDS = 4;

    /**
     * @param kind {@code ask}, {@code check}, {@code do}, {@code answer} or {@code person}
     */
    public record Box(String node, String kind, String text, int x, int y, int width, int height) {}

    /** From the foot of one box to the head of another. */
    public record Line(
            String from, String name, String to, int fromX, int fromY, int toX, int toY) {}

    /**
     * @param tree one without errors
     */
    public static Layout of(Tree tree) {
        var graph = new Graph(tree.nodes());
        var rows = rows(graph);
        var before = new HashMap<String, List<String>>();
        for (var node : tree.nodes().values()) {
            for (var edge : graph.from(node.id())) {
                before.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(node.id());
            }
        }
        var column = new HashMap<String, Double>();
        rows.values().forEach(row -> place(row, column));
        for (var round = 0; round < ROUNDS; round++) {
            for (var row : rows.values()) {
                row.sort(Comparator.comparingDouble(node -> middle(node, before, column)));
                place(row, column);
            }
        }
        return drawn(tree, graph, rows, column);
    }

    private static Map<Integer, List<String>> rows(Graph graph) {
        var depth = new HashMap<String, Integer>();
        var rows = new TreeMap<Integer, List<String>>();
        for (var node : graph.inOrder()) {
            var row = depth.getOrDefault(node, 0);
            rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(node);
            graph.from(node).forEach(edge -> depth.merge(edge.to(), row + 1, Math::max));
        }
        return rows;
    }

    private static void place(List<String> row, Map<String, Double> column) {
        for (var i = 0; i < row.size(); i++) {
            column.put(row.get(i), i - (row.size() - 1) / 2.0);
        }
    }

    private static double middle(
            String node, Map<String, List<String>> before, Map<String, Double> column) {
        return before.getOrDefault(node, List.of()).stream()
                .mapToDouble(leader -> column.getOrDefault(leader, 0.0))
                .average()
                .orElse(column.getOrDefault(node, 0.0));
    }

    private static Layout drawn(
            Tree tree, Graph graph, Map<Integer, List<String>> rows, Map<String, Double> column) {
        var widest = rows.values().stream().mapToInt(List::size).max().orElse(1);
        var width = widest * (BOX_WIDTH + GAP) + GAP;
        var boxes = new HashMap<String, Box>();
        rows.forEach(
                (row, nodes) ->
                        nodes.forEach(
                                id -> {
                                    var centre =
                                            width / 2.0
                                                    + column.getOrDefault(id, 0.0)
                                                            * (BOX_WIDTH + GAP);
                                    var node = tree.node(id);
                                    boxes.put(
                                            id,
                                            new Box(
                                                    id,
                                                    kind(node),
                                                    Picture.text(node),
                                                    (int) Math.round(centre - BOX_WIDTH / 2.0),
                                                    GAP + row * ROW,
                                                    BOX_WIDTH,
                                                    BOX_HEIGHT));
                                }));
        var lines = new ArrayList<Line>();
        for (var id : tree.nodes().keySet()) {
            for (var edge : graph.from(id)) {
                lines.add(line(edge, boxes));
            }
        }
        return new Layout(
                width,
                GAP + rows.size() * ROW,
                tree.nodes().keySet().stream()
                        .filter(boxes::containsKey)
                        .map(id -> box(id, boxes))
                        .toList(),
                List.copyOf(lines));
    }

    private static Line line(Node.Edge edge, Map<String, Box> boxes) {
        var from = box(edge.from(), boxes);
        var to = box(edge.to(), boxes);
        return new Line(
                edge.from(),
                edge.name(),
                edge.to(),
                from.x() + from.width() / 2,
                from.y() + from.height(),
                to.x() + to.width() / 2,
                to.y());
    }

    private static Box box(String id, Map<String, Box> boxes) {
        var box = boxes.get(id);
        if (box == null) {
            throw new IllegalStateException("\"" + id + "\" stands in no row of the picture");
        }
        return box;
    }

    private static String kind(Node node) {
        return switch (node) {
            case Node.Ask _ -> "ask";
            case Node.Check _ -> "check";
            case Node.Do _ -> "do";
            case Node.Solution _ -> "answer";
            case Node.Person _ -> "person";
        };
    }
}
