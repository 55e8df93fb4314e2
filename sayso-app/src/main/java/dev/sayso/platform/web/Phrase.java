package dev.sayso.platform.web;

import java.util.List;
import java.util.stream.Collectors;

/** A sentence in which some words look different from the rest. */
public record Phrase(List<Run> runs) {
    /** How a word of a sentence looks. */
    public enum Mark {
        PLAIN,
        /** What Sayso supposes: a dashed line under it. */
        ASSUMED,
        /** The person's own words: in their face and ink. */
        YOURS,
        STRONG
    }

    /** Words of one look; given as an argument of a sentence they keep it there. */
    public record Run(String text, Mark mark) {
        @Override
        public String toString() {
            return text;
        }
    }

    public Phrase {
        runs = List.copyOf(runs);
    }

    public static Phrase of(String text) {
        return new Phrase(List.of(new Run(text, Mark.PLAIN)));
    }

    public static Run assumed(String text) {
        return new Run(text, Mark.ASSUMED);
    }

    public static Run yours(String text) {
        return new Run(text, Mark.YOURS);
    }

    public static Run strong(String text) {
        return new Run(text, Mark.STRONG);
    }

    /** The sentence as text. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
