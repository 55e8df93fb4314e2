package dev.sayso.home;

import dev.sayso.platform.web.Page;

import gg.jte.Content;

import java.util.List;

/** The first page: what the modules offer for it, in order. */
public record HomeView(Page page, List<Content> parts) {
    public HomeView {
        parts = List.copyOf(parts);
    }
}
