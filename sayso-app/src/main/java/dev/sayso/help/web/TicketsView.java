package dev.sayso.help.web;

import dev.sayso.platform.web.Page;

import java.util.List;

/** The tickets of a state, for those who answer. */
public record TicketsView(Page page, List<Tab> tabs, List<Row> rows) {
    public TicketsView {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }

    public record Tab(String state, String label, boolean here) {}

    public record Row(long number, String title, String what, boolean urgent) {}

    public String say(String key, Object... arguments) {
        return page.words().say(key, arguments);
    }
}
