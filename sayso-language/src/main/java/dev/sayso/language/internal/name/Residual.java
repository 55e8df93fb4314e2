package dev.sayso.language.internal.name;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What remains of a text when the rest is understood: the name of a service nobody knew. */
public final class Residual {
    /**
     * A run of words that may be a name.
     *
     * @param preposition the word before it, where it is one: for, to, at
     * @param at the place of its first span in the list
     */
    public record Run(int from, int to, @Nullable String preposition, int at, boolean quoted) {}

    private static final long BREAKING =
            bits(
                    Tag.VERB,
                    Tag.ROLE,
                    Tag.ASK,
                    Tag.IF,
                    Tag.NOT,
                    Tag.FIX,
                    Tag.ALL,
                    Tag.BEFORE,
                    Tag.TRIAL,
                    Tag.INTRO,
                    Tag.THEN,
                    Tag.JOIN,
                    Tag.PLAN,
                    Tag.RENEWAL,
                    Tag.FILL,
                    Tag.EVERY,
                    Tag.ROLEPOST,
                    Tag.DAY,
                    Tag.WHEN);
    private static final long INSIDE =
            bits(
                    Tag.STOP,
                    Tag.THING,
                    Tag.TIER,
                    Tag.NOUN,
                    Tag.COUNT,
                    Tag.ARTICLE,
                    Tag.MINOR,
                    Tag.UNIT,
                    Tag.LABEL,
                    Tag.ALIEN,
                    Tag.IDEA,
                    Tag.SCALE);

    private Residual() {}

    private static long bits(Tag... tags) {
        long bits = 0;
        for (var tag : tags) {
            bits |= 1L << tag.ordinal();
        }
        return bits;
    }

    public static boolean isIn(Board board, List<Span> spans) {
        return !runs(board, spans).isEmpty();
    }

    /** All runs of the spans, trimmed of words that begin or end no name. */
    public static List<Run> runs(Board board, List<Span> spans) {
        var runs = new ArrayList<Run>();
        int start = -1;
        String preposition = null;
        String before = null;
        for (int i = 0; i <= spans.size(); i++) {
            var span = i < spans.size() ? spans.get(i) : null;
            boolean inside =
                    span != null
                            && isInside(board, span)
                            && (start < 0 || spans.get(i - 1).to() == span.from());
            boolean parts = span instanceof Span.Words words && isPreposition(board, words);
            if (inside && !parts) {
                if (start < 0) {
                    start = i;
                    before = preposition;
                }
            } else if (start >= 0) {
                add(board, spans, start, i, before, runs);
                start = -1;
                if (span != null && !parts && isInside(board, span)) {
                    start = i;
                    before = null;
                }
            }
            preposition =
                    parts && span != null
                            ? board.token(span.from()).key()
                            : inside || span instanceof Span.Words ? preposition : null;
        }
        return runs;
    }

    private static void add(
            Board board,
            List<Span> spans,
            int start,
            int end,
            @Nullable String before,
            List<Run> runs) {
        while (start < end && isTrimmed(board, spans, start, true)) {
            start++;
        }
        while (end > start && isTrimmed(board, spans, end - 1, false)) {
            end--;
        }
        boolean substance = false;
        for (int i = start; i < end; i++) {
            var span = spans.get(i);
            substance |=
                    span instanceof Span.Other other
                                    && hasLetter(board, other)
                                    && !board.isCue(other.from(), Cue.FEE)
                            || span instanceof Span.Words words
                                    && (words.is(Tag.THING) || isProper(board, words));
        }
        if (substance) {
            int from = spans.get(start).from();
            boolean quoted = board.isSign(from - 1, '"');
            runs.add(new Run(from, spans.get(end - 1).to(), before, start, quoted));
        }
    }

    private static boolean hasLetter(Board board, Span.Other other) {
        var token = board.token(other.from());
        return token.isWord() && Character.isLetterOrDigit(token.key().codePointAt(0));
    }

    private static boolean isInside(Board board, Span span) {
        return switch (span) {
            case Span.Other ignored -> true;
            case Span.Words words ->
                    isProper(board, words)
                            || (words.tags() & BREAKING) == 0 && (words.tags() & INSIDE) != 0;
            case Span.Mark mark ->
                    board.isGlued(mark.from())
                            && board.isGlued(mark.to())
                            && mark.sign() != ':'
                            && mark.sign() != '/';
            default -> false;
        };
    }

    /** Written with a capital where no sentence begins: part of a name whatever the word says. */
    private static boolean isProper(Board board, Span.Words words) {
        int at = words.from();
        var token = board.token(at);
        if (!token.isWord()
                || token.length() < 3
                || words.to() - at > 1
                || !Character.isUpperCase(board.text.charAt(token.start()))
                || Character.isUpperCase(board.text.charAt(token.start() + 1))) {
            return false;
        }
        if (words.is(Tag.CURRENCY) || words.is(Tag.FILL) && at == 0) {
            return false;
        }
        if (at == 0) {
            return false;
        }
        var before = board.token(at - 1);
        boolean amid = at + 1 < board.size() && isCapital(board, at + 1);
        return before.isWord()
                && token.spaced()
                && !words.is(Tag.VERB)
                && !words.is(Tag.LABEL)
                && !words.is(Tag.NOUN)
                && (isCapital(board, at - 1) || amid && !words.is(Tag.CURRENCY));
    }

    private static boolean isCapital(Board board, int at) {
        var token = board.token(at);
        return token.isWord() && Character.isUpperCase(board.text.charAt(token.start()));
    }

    private static boolean isPreposition(Board board, Span.Words words) {
        if (!words.is(Tag.STOP) || words.to() - words.from() > 1) {
            return false;
        }
        return switch (board.token(words.from()).key()) {
            case "for",
                    "to",
                    "at",
                    "with",
                    "from",
                    "on",
                    "in",
                    "by",
                    "via",
                    "through",
                    "towards",
                    "into",
                    "because",
                    "since",
                    "which",
                    "but",
                    "that",
                    "so",
                    "i",
                    "we",
                    "as" ->
                    true;
            default -> false;
        };
    }

    private static boolean isTrimmed(Board board, List<Span> spans, int i, boolean first) {
        var span = spans.get(i);
        if (span instanceof Span.Mark) {
            return true;
        }
        if (!(span instanceof Span.Words words) || isProper(board, words) && first) {
            return false;
        }
        if (words.is(Tag.THING)) {
            return false;
        }
        if (words.is(Tag.NOUN)) {
            // "haircut plan" is a name; "gym membership" is the gym's
            return first || !board.token(words.from()).key().equals("plan");
        }
        if (board.isWord(words.from(), "'s")) {
            return first
                    || board.is(words.from() - 1, Tag.THING)
                    || !Character.isUpperCase(
                            board.text.charAt(board.token(Math.max(0, words.from() - 1)).start()))
                    || words.to() < board.size() && board.token(words.to()).isWord();
        }
        return words.is(Tag.STOP)
                || words.is(Tag.ARTICLE)
                || words.is(Tag.LABEL)
                || first && words.is(Tag.TIER) && spans.size() > i + 1 && false;
    }
}
