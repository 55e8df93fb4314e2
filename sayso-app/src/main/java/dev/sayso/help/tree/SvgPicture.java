package dev.sayso.help.tree;

import dev.sayso.help.tree.Picture.Marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A tree as one SVG that stands by itself: light and dark, with its figures and its story. */
final class SvgPicture {
    private static final int LINE = 24;
    private static final String STYLE =
            """
            svg{color-scheme:light dark;background:light-dark(#f2f5e5,#141b16);font:12px system-ui,sans-serif}
            .box{fill:light-dark(#fcfdfa,#1e261f);stroke:light-dark(#6e8072,#778478)}
            .answer .box{stroke:light-dark(#2d4498,#a7c0f9)}.person .box{stroke:light-dark(#b87609,#e7b551);stroke-width:2}
            .check .box,.do .box{stroke-dasharray:4 3}
            text{fill:light-dark(#192b23,#e7e9df)}.id{fill:light-dark(#4a5b52,#abb2a5)}.marks{fill:light-dark(#8b5500,#e7b551)}
            path{fill:none;stroke:light-dark(#6e8072,#778478)}.way{fill:light-dark(#4a5b52,#abb2a5);font-size:10px;text-anchor:middle}
            """;

    private final Tree tree;
    private final Map<String, Marks> marks;

    SvgPicture(Tree tree, Map<String, Marks> marks) {
        this.tree = tree;
        this.marks = marks;
    }

    String svg() {
        var layout = Layout.of(tree);
        var out = new StringBuilder();
        out.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
                <title>%s: %d steps</title>
                <style>%s</style>
                """
                        .formatted(
                                layout.width(),
                                layout.height(),
                                layout.width(),
                                layout.height(),
                                Picture.escaped(tree.name()),
                                layout.boxes().size(),
                                STYLE));
        layout.lines().forEach(line -> draw(out, line));
        layout.boxes().forEach(box -> draw(out, box));
        return out.append("</svg>\n").toString();
    }

    private void draw(StringBuilder out, Layout.Line line) {
        var figures = marks.get(line.from() + "/" + line.name());
        var middle = (line.fromY() + line.toY()) / 2;
        out.append(
                "<path d=\"M%d %dC%d %d %d %d %d %d\"/>\n"
                        .formatted(
                                line.fromX(),
                                line.fromY(),
                                line.fromX(),
                                middle,
                                line.toX(),
                                middle,
                                line.toX(),
                                line.toY()));
        // nearer to where it leads: there the ways have parted
        out.append(
                "<text class=\"way\" x=\"%d\" y=\"%d\">%s</text>\n"
                        .formatted(
                                (line.fromX() + 3 * line.toX()) / 4,
                                line.toY() - 6,
                                Picture.escaped(line.name())
                                        + (figures == null ? "" : " " + figures.reached())));
    }

    private void draw(StringBuilder out, Layout.Box box) {
        out.append(
                "<g class=\"%s\"><title>%s</title><rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n"
                        .formatted(
                                box.kind(),
                                Picture.escaped(box.text()),
                                box.x(),
                                box.y(),
                                box.width(),
                                box.height()));
        var y = box.y() + 14;
        line(out, "id", box.x(), y, box.node());
        for (var text : wrapped(box.text())) {
            y += 14;
            line(out, "words", box.x(), y, text);
        }
        var figures = marks.get(box.node());
        if (figures != null) {
            line(out, "marks", box.x(), box.y() + box.height() - 5, figures.toString());
        }
        out.append("</g>\n");
    }

    private static void line(StringBuilder out, String kind, int x, int y, String text) {
        out.append(
                "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n"
                        .formatted(kind, x + 8, y, Picture.escaped(text)));
    }

    /** Two lines at most; the whole text is the box's title. */
    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.size() <= 2
                ? lines
                : List.of(lines.getFirst(), Words.cut(lines.get(1), LINE - 1) + "…");
    }
}
