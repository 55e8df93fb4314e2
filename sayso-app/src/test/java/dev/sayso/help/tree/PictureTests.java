package dev.sayso.help.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Collectors;

class PictureTests {
    private final Tree tree = Given.sample();

    @Test
    void drawsEveryNodeAndWayWithItsFigures() {
        var marks =
                Map.of(
                        "pay.what", new Picture.Marks(40, 6, 3),
                        "pay.what/failed", new Picture.Marks(21, 0, 0));

        var mermaid = new Picture(tree, marks).mermaid();

        assertThat(mermaid)
                .startsWith("flowchart TD\n")
                .contains(
                        "pay.what<br/>What happened with the payment?<br/>40 reached, 6 left, 3"
                                + " exits")
                .contains("-->|\"It failed at renewal (21)\"|")
                .contains("-->|\"timeout\"|");
        assertThat(mermaid.lines().filter(line -> line.contains("-->")))
                .hasSize(tree.nodes().values().stream().mapToInt(n -> n.edges().size()).sum());
    }

    @Test
    void escapesWhatWouldBreakADrawing() {
        var odd =
                new Linter(Given.SMALL)
                        .lint(
                                TreeFiles.of(
                                        new Source(
                                                "tree.yaml",
                                                Given.small()
                                                        .replace(
                                                                "\"This\"", "'Say \"x\" & \\ y'"))))
                        .tree()
                        .orElseThrow();

        assertThat(new Picture(odd, Map.of()).mermaid())
                .contains("|\"Say &quot;x&quot; &amp; \\ y\"|");
        assertThat(new Picture(odd, Map.of()).dot()).contains("label=\"Say \\\"x\\\" & \\\\ y\"");
    }

    @Test
    void laysBoxesOutBesideAndBelowEachOther() {
        var layout = Layout.of(tree);

        assertThat(layout.boxes()).hasSameSizeAs(tree.nodes().keySet());
        assertThat(layout.lines()).allMatch(line -> line.toY() > line.fromY());
        var rows = layout.boxes().stream().collect(Collectors.groupingBy(Layout.Box::y));
        for (var row : rows.values()) {
            var sorted = row.stream().map(Layout.Box::x).sorted().toList();
            for (var i = 1; i < sorted.size(); i++) {
                assertThat(sorted.get(i) - sorted.get(i - 1)).isGreaterThan(Layout.BOX_WIDTH);
            }
        }
        assertThat(layout.boxes())
                .allMatch(box -> box.x() >= 0 && box.x() + box.width() <= layout.width())
                .allMatch(box -> box.y() + box.height() <= layout.height());
    }
}
