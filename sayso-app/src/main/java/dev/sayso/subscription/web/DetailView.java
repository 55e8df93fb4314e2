package dev.sayso.subscription.web;

import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Phrase;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A subscription's own page.
 *
 * @param life its life in a sentence or two
 * @param kept what is kept beside it, as label and words
 * @param acts what can be done with one press
 * @param edit the form; absent where it is off the list
 * @param problem why what was sent could not be done
 */
public record DetailView(
        Page page,
        String id,
        String name,
        List<Phrase> life,
        @Nullable String problem,
        List<Kept> kept,
        List<Act> acts,
        @Nullable EditView edit,
        List<Comes> comes,
        @Nullable PlotView plot,
        List<Entry> entries) {
    public DetailView {
        life = List.copyOf(life);
        kept = List.copyOf(kept);
        acts = List.copyOf(acts);
        comes = List.copyOf(comes);
        entries = List.copyOf(entries);
    }

    public record Kept(String label, String words) {}

    /**
     * Something to do.
     *
     * @param day the label of a day that may be given with it, where there is one
     */
    public record Act(
            String verb, String words, @Nullable String day, @Nullable String field, String send) {}

    /** A day on which it is paid. */
    public record Comes(String day, String year, boolean assumed, String when, String cost) {}

    /**
     * Something that happened.
     *
     * @param said the words that caused it
     * @param note whose or what words they were, or that it was taken back
     * @param verb what can be done with it: undo, restore, or nothing
     */
    public record Entry(
            String id,
            String day,
            String year,
            String what,
            @Nullable String said,
            @Nullable String note,
            boolean over,
            @Nullable String verb,
            @Nullable String act) {}
}
