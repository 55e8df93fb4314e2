package dev.sayso.help.web;

import dev.sayso.platform.web.Page;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What serves, how well it helps, and the way back, for those who look after it. */
public record TreesView(
        Page page,
        String version,
        String serving,
        boolean canWithdraw,
        List<Figure> figures,
        List<NodeRow> nodes,
        List<Entry> history) {
    public TreesView {
        figures = List.copyOf(figures);
        nodes = List.copyOf(nodes);
        history = List.copyOf(history);
    }

    /**
     * @param why what the figure is made of
     */
    public record Figure(String what, String value, @Nullable String why) {}

    public record NodeRow(String id, int reached, String left, int exits, int skipped) {}

    public record Entry(String version, String what, String when, boolean canServe) {
        public String shortVersion() {
            return version.substring(0, 12);
        }
    }

    public String say(String key, Object... arguments) {
        return page.words().say(key, arguments);
    }
}
