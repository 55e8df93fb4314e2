package dev.sayso.capture.web;

import dev.sayso.platform.web.Phrase;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of one message, as the page shows it.
 *
 * @param id the capture's, for what can be done with it; empty where nothing can
 * @param heard the reading as a sentence, for who listens
 * @param more what is said of the rows that an answer counted and that are not shown
 * @param about the subscriptions whose rows it is about
 * @param words what was heard, where it may be corrected and said again
 */
public record NoteView(
        String id,
        Age age,
        Sign sign,
        @Nullable Said said,
        @Nullable String heard,
        List<Phrase> means,
        @Nullable String why,
        @Nullable String asked,
        List<Chip> chips,
        @Nullable Other other,
        List<Act> acts,
        @Nullable Phrase hint,
        List<Row> rows,
        @Nullable String more,
        @Nullable Link leads,
        List<String> about,
        @Nullable Words words) {
    /** What was heard, to be put in the box. */
    public record Words(String label, String text) {
        public String link() {
            return "/?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** The sign in the margin. */
    public enum Sign {
        TICK(""),
        ASKS("?"),
        STOPS("="),
        LEAVES("–"),
        TELLS("“"),
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

    /** When it was said, as far as the page cares. */
    public enum Age {
        /** It is the answer to what was just sent. */
        NEW,
        LATEST,
        EARLIER
    }

    /** The words of an answer, and what one tap on them sends. */
    public record Chip(String text, String value) {}

    /**
     * An answer that is typed.
     *
     * @param least the first value that fits, where there is one
     */
    public record Other(
            String summary,
            String label,
            String type,
            String field,
            String send,
            @Nullable String least) {}

    /** What can be done with the capture: its words, and the last part of its path. */
    public record Act(String text, String verb) {}

    /**
     * One that an answer counted.
     *
     * @param path of its own page
     */
    public record Row(
            String day, boolean assumed, String name, String path, String cost, String per) {}

    /** Where one goes on from a note. */
    public record Link(String text, String href) {}

    public NoteView {
        rows = List.copyOf(rows);
        means = List.copyOf(means);
        chips = List.copyOf(chips);
        acts = List.copyOf(acts);
        about = List.copyOf(about);
    }

    public boolean isNew() {
        return age == Age.NEW;
    }

    public boolean hasAnswers() {
        return !chips.isEmpty() || other != null;
    }

    public String path(String verb) {
        return "/captures/" + id + "/" + verb;
    }

    /** All that it says, for a screen reader. */
    public String spoken() {
        return Stream.of(
                        Stream.ofNullable(heard),
                        means.stream().map(Phrase::text),
                        Stream.ofNullable(why),
                        Stream.ofNullable(asked))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    /** A note that is being written. */
    static final class Draft {
        private final String id;
        private final Age age;
        private final List<Phrase> means = new ArrayList<>();
        private final List<Chip> chips = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();
        private final SequencedSet<String> about = new LinkedHashSet<>();
        private Sign sign = Sign.TICK;
        private @Nullable Said said;
        private @Nullable String heard;
        private @Nullable String why;
        private @Nullable String asked;
        private @Nullable Other other;
        private @Nullable Phrase hint;
        private List<Row> rows = List.of();
        private @Nullable String more;
        private @Nullable Words words;
        private @Nullable Link leads;

        Draft(String id, Age age) {
            this.id = id;
            this.age = age;
        }

        /** Whether it is an older one, which the next message can neither correct nor answer. */
        boolean isEarlier() {
            return age == Age.EARLIER;
        }

        Draft sign(Sign sign) {
            this.sign = sign;
            return this;
        }

        Draft said(@Nullable Said said) {
            this.said = said;
            return this;
        }

        Draft heard(String heard) {
            this.heard = heard.isEmpty() ? null : heard;
            return this;
        }

        Draft means(Phrase sentence) {
            means.add(sentence);
            return this;
        }

        Draft why(String why) {
            this.why = why;
            return this;
        }

        Draft asked(String asked) {
            this.asked = asked;
            return this;
        }

        Draft chip(Chip chip) {
            chips.add(chip);
            return this;
        }

        Draft other(Other other) {
            this.other = other;
            return this;
        }

        Draft act(String text, String verb) {
            acts.add(new Act(text, verb));
            return this;
        }

        Draft hint(@Nullable Phrase hint) {
            this.hint = hint;
            return this;
        }

        Draft words(@Nullable Words words) {
            this.words = words;
            return this;
        }

        /** The rows that were counted, and what is said of more. */
        Draft rows(List<Row> rows, @Nullable String more) {
            this.rows = rows;
            this.more = more;
            return this;
        }

        Draft leads(Link link) {
            leads = link;
            return this;
        }

        Draft about(String subscription) {
            about.add(subscription);
            return this;
        }

        Draft about(List<String> subscriptions) {
            about.addAll(subscriptions);
            return this;
        }

        NoteView done() {
            return new NoteView(
                    id,
                    age,
                    sign,
                    said,
                    heard,
                    means,
                    why,
                    asked,
                    chips,
                    other,
                    acts,
                    hint,
                    rows,
                    more,
                    leads,
                    List.copyOf(about),
                    words);
        }
    }
}
