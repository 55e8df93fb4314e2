package dev.sayso.capture.web;

import dev.sayso.platform.web.Phrase;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * What became of one message, as the page shows it.
 *
 * @param id the capture's, for what can be done with it; empty where nothing can
 * @param fresh whether it has just happened
 * @param opensEarlier whether it is the first of the older ones that are still open
 * @param heard the reading as a sentence, for who listens
 * @param about the subscriptions whose rows it is about
 */
public record NoteView(
        String id,
        Sign sign,
        boolean fresh,
        boolean opensEarlier,
        @Nullable Said said,
        @Nullable String heard,
        List<Phrase> means,
        @Nullable String why,
        @Nullable String asked,
        List<Chip> chips,
        @Nullable Other other,
        List<Act> acts,
        @Nullable Phrase hint,
        List<String> about) {
    /** The sign in the margin. */
    public enum Sign {
        TICK(""),
        ASKS("?"),
        STOPS("="),
        WAITS("…"),
        LEAVES("–"),
        FAILS("!");

        private final String text;

        Sign(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        public boolean isTick() {
            return this == TICK;
        }

        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The words of an answer; one tap sends them. */
    public record Chip(String text, String field, String value) {}

    /** An answer that is typed. */
    public record Other(String summary, String label, String type, String field, String send) {}

    /** What can be done with the capture: its words, and the last part of its path. */
    public record Act(String text, String verb) {}

    public NoteView {
        means = List.copyOf(means);
        chips = List.copyOf(chips);
        acts = List.copyOf(acts);
        about = List.copyOf(about);
    }

    public boolean hasAnswers() {
        return !chips.isEmpty() || other != null;
    }

    public String path(String verb) {
        return "/captures/" + id + "/" + verb;
    }
}
