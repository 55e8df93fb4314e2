package dev.sayso.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Why a message was read as it was: its tokens, the spans that the readers made of them, the
 * readings that stood against each other, and the choice. Places are UTF-16 units of the text.
 */
public record Explanation(
        List<Token> tokens, List<Span> spans, List<Rival> rivals, Outcome outcome) {
    /** A word, number or sign as it was compared, after spelling was mended. */
    public record Token(int start, int end, String key, List<String> meanings) {}

    /** A run of tokens that was understood as something. */
    public record Span(int start, int end, String kind, String text, String value) {}

    /**
     * A reading that was weighed.
     *
     * @param what for which it was: {@code name}, {@code cost}
     */
    public record Rival(String what, String value, int score, boolean chosen) {}

    public Explanation {
        tokens = List.copyOf(tokens);
        spans = List.copyOf(spans);
        rivals = List.copyOf(rivals);
    }

    /** Explains how the standard parser reads the message; slower than parsing, and for people. */
    public static Explanation of(Message message) {
        return Standard.PARSER.explain(message);
    }

    /** All of it as lines of text. */
    public String toText() {
        var lines = new ArrayList<String>();
        lines.add("tokens");
        for (var token : tokens) {
            lines.add(
                    row(token.start(), token.end(), token.key())
                            + String.join(" ", token.meanings()));
        }
        lines.add("spans");
        for (var span : spans) {
            lines.add(
                    row(span.start(), span.end(), span.kind()) + span.text() + "  " + span.value());
        }
        lines.add("rivals");
        for (var rival : rivals) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %s %-10s %5d  %s",
                            rival.chosen() ? "*" : " ",
                            rival.what(),
                            rival.score(),
                            rival.value()));
        }
        lines.add("choice");
        lines.add("  " + outcome);
        lines.add("");
        return String.join("\n", lines);
    }

    private static String row(int start, int end, String what) {
        return String.format(Locale.ROOT, "  %4d %4d  %-16s ", start, end, what.strip());
    }
}
