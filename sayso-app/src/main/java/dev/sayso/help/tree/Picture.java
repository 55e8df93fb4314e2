package dev.sayso.help.tree;

import dev.sayso.help.tree.Node.Edge;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Draws a tree with its texts, its ways and, where they are given, last month's figures. */
public final class Picture {
    private final Tree tree;
    private final Map<String, Marks> marks;

    /**
     * @param marks figures by node, and by {@code node/option}; nodes without stand without
     */
    public Picture(Tree tree, Map<String, Marks> marks) {
        this.tree = tree;
        this.marks = Map.copyOf(marks);
    }

    /** How many sessions reached a node or took an option, left there, or went to a person. */
    public record Marks(int reached, int left, int exits) {
        @Override
        public String toString() {
            return "%d reached, %d left, %d exits".formatted(reached, left, exits);
        }
    }

    public String mermaid() {
        var out = new StringBuilder("flowchart TD\n");
        var ids = numbered();
        for (var node : tree.nodes().values()) {
            var text = lines(node, "<br/>", Picture::escaped);
            var shape =
                    switch (node) {
                        case Node.Ask _ -> "[\"%s\"]";
                        case Node.Check _ -> "{\"%s\"}";
                        case Node.Do _ -> "[[\"%s\"]]";
                        case Node.Solution _ -> "([\"%s\"])";
                        case Node.Person _ -> "[/\"%s\"/]";
                    };
            out.append("  ")
                    .append(ids.apply(node.id()))
                    .append(shape.formatted(text))
                    .append('\n');
        }
        for (var node : tree.nodes().values()) {
            for (var edge : node.edges()) {
                out.append(
                        "  %s -->|\"%s\"| %s\n"
                                .formatted(
                                        ids.apply(edge.from()),
                                        escaped(label(node, edge)),
                                        ids.apply(edge.to())));
            }
        }
        return out.toString();
    }

    /** A whole SVG document. */
    public String svg() {
        return new SvgPicture(tree, marks).svg();
    }

    public String dot() {
        var out = new StringBuilder("digraph help {\n  node [fontname=\"sans-serif\"];\n");
        for (var node : tree.nodes().values()) {
            var shape =
                    switch (node) {
                        case Node.Ask _ -> "box";
                        case Node.Check _ -> "diamond";
                        case Node.Do _ -> "component";
                        case Node.Solution _ -> "oval";
                        case Node.Person _ -> "house";
                    };
            out.append(
                    "  \"%s\" [shape=%s, label=\"%s\"];\n"
                            .formatted(
                                    quoted(node.id()), shape, lines(node, "\\n", Picture::quoted)));
        }
        for (var node : tree.nodes().values()) {
            for (var edge : node.edges()) {
                out.append(
                        "  \"%s\" -> \"%s\" [label=\"%s\"];\n"
                                .formatted(
                                        quoted(edge.from()),
                                        quoted(edge.to()),
                                        quoted(label(node, edge))));
            }
        }
        return out.append("}\n").toString();
    }

    /** Ids may be words of the language, so nodes are numbered in it. */
    private Function<String, String> numbered() {
        var ids = tree.nodes().keySet().stream().toList();
        var numbers = new HashMap<String, String>();
        for (var i = 0; i < ids.size(); i++) {
            numbers.put(ids.get(i), "n" + i);
        }
        return id -> numbers.getOrDefault(id, "n");
    }

    private String lines(Node node, String newLine, Function<String, String> escaped) {
        var lines = escaped.apply(node.id()) + newLine + escaped.apply(Words.cut(text(node), 80));
        var figures = marks.get(node.id());
        return figures == null ? lines : lines + newLine + figures;
    }

    static String text(Node node) {
        return switch (node) {
            case Node.Ask ask -> ask.text().text();
            case Node.Check check -> check.fact() + "?";
            case Node.Do act -> act.confirm() == null ? act.action() : act.confirm().text();
            case Node.Solution solution -> solution.text().text();
            case Node.Person person -> person.text().text();
        };
    }

    private String label(Node node, Edge edge) {
        var figures = marks.get(edge.from() + "/" + edge.name());
        return label(node, edge, figures);
    }

    private static String label(Node node, Edge edge, @Nullable Marks figures) {
        var words =
                node instanceof Node.Ask ask
                        ? ask.options().stream()
                                .filter(option -> option.id().equals(edge.name()))
                                .map(Node.Option::label)
                                .findFirst()
                                .orElse(edge.name())
                        : edge.name();
        return figures == null ? words : words + " (" + figures.reached() + ")";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
