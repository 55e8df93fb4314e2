package dev.sayso.help.web;

import dev.sayso.help.HelpView;

import java.util.List;

/** The first question, shown before a session begins: looking at the page is no visit of help. */
public record FirstView(String node, String text, String lang, List<HelpView.Option> options) {
    static final FirstView NONE = new FirstView("", "", "", List.of());

    public FirstView {
        options = List.copyOf(options);
    }
}
