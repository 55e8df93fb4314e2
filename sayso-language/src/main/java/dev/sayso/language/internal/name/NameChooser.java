package dev.sayso.language.internal.name;

import dev.sayso.language.Source;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** Chooses the name among what a text offers: known ones first, then what remained. */
public final class NameChooser {
    private static final int LONG_NAME = 6;

    private final Board board;
    private final List<Span> spans;

    public NameChooser(Board board, List<Span> spans) {
        this.board = board;
        this.spans = spans;
    }

    /**
     * The name that the spans give, or null.
     *
     * @param anchor the span that the name belongs to, an amount or a verb; or null
     */
    public @Nullable Named choose(@Nullable Span anchor) {
        Span.Name best = null;
        int bestScore = Integer.MIN_VALUE;
        for (var span : spans) {
            if (span instanceof Span.Name name) {
                int score =
                        (name.written() != null ? 40 : 0)
                                + near(name, anchor)
                                + (isAside(name) ? -30 : 0)
                                + (isAddress(name) ? -15 : 0)
                                + (name.to() - name.from());
                if (board.isExplained()) {
                    board.weighed(
                            "name",
                            board.written(name.from(), name.to()),
                            score,
                            score > bestScore);
                }
                if (score > bestScore) {
                    best = name;
                    bestScore = score;
                }
            }
        }
        if (best != null) {
            return of(best);
        }
        var run = bestRun(anchor);
        return run == null ? null : of(run);
    }

    private int near(Span span, @Nullable Span anchor) {
        if (anchor == null) {
            return 0;
        }
        int distance =
                span.from() >= anchor.to() ? span.from() - anchor.to() : anchor.from() - span.to();
        return -Math.min(20, Math.abs(distance));
    }

    /** "via PhonePe", "with my HDFC card": not what is paid for. */
    private boolean isAside(Span.Name name) {
        return board.isWord(name.from() - 1, "via")
                || board.isWord(name.from() - 1, "through")
                || board.isWord(name.from() - 1, "using");
    }

    /** What the name stands for: the person's own, or the service's. */
    public Named named(Span.Name name) {
        return of(name);
    }

    /** "strava.example": where it was read, not what it is. */
    private boolean isAddress(Span.Name name) {
        return board.isSign(name.to(), '.')
                && board.isGlued(name.to())
                && board.isGlued(name.to() + 1)
                && board.token(name.to() + 1).isWord();
    }

    private Named of(Span.Name name) {
        if (name.written() != null) {
            return new Named(
                    name.written(),
                    name.from(),
                    name.to(),
                    isKnown(name.written()),
                    false,
                    true,
                    name.service());
        }
        var service = name.service();
        if (service == null) {
            throw new IllegalStateException("a name is the person's own or the catalogue's");
        }
        int to = name.to();
        var own = Own.find(board, name.from(), to, service);
        if (own != null) {
            return new Named(
                    own.name(), name.from(), to, !own.ambiguous(), own.ambiguous(), true, service);
        }
        var tier = tier(name);
        return tier == null
                ? new Named(service.name(), name.from(), to, false, false, true, service)
                : tier;
    }

    /** "Netflix Premium": the tier may stay. */
    private @Nullable Named tier(Span.Name name) {
        var service = name.service();
        int to = name.to();
        if (service == null || name.descriptor()) {
            return null;
        }
        while (to < board.size()
                && board.is(to, Tag.TIER)
                && board.token(to).spaced()
                && !board.is(to, Tag.NUMBER)
                && !board.is(to, Tag.UNIT)) {
            to++;
        }
        while (isPersons() && to < board.size() && isContinued(to)) {
            to++;
        }
        if (to == name.to()) {
            return null;
        }
        var tier = board.written(name.to(), to);
        return new Named(
                service.name() + " " + Shown.title(tier),
                name.from(),
                to,
                false,
                false,
                true,
                service);
    }

    private boolean isPersons() {
        var source = board.message.source();
        return source == Source.TYPED || source == Source.VOICE;
    }

    /** A word with a capital that nothing is known of, right behind: "Sky Sport Now". */
    private boolean isContinued(int at) {
        var token = board.token(at);
        if (!token.isWord()
                || !token.spaced()
                || token.length() < 3
                || !Character.isUpperCase(board.text.charAt(token.start()))
                || !Character.isLowerCase(board.text.charAt(token.start() + 1))) {
            return false;
        }
        for (var entry : board.meanings(at)) {
            if (entry.tag() != Tag.IDEA && entry.tag() != Tag.STOP || entry.size() > 1) {
                return false;
            }
        }
        return !board.isCue(at, Cue.FEE);
    }

    private boolean isKnown(String name) {
        var normal = NameReader.normal(name);
        for (var known : board.message.known()) {
            if (NameReader.normal(known).equals(normal)) {
                return true;
            }
        }
        return false;
    }

    private Residual.@Nullable Run bestRun(@Nullable Span anchor) {
        Residual.Run best = null;
        int bestScore = Integer.MIN_VALUE;
        var runs = Residual.runs(board, spans);
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            int score = score(run, anchor, i > 0 ? runs.get(i - 1) : null);
            if (board.isExplained()) {
                board.weighed(
                        "name", board.written(run.from(), run.to()), score, score > bestScore);
            }
            if (score > bestScore) {
                best = run;
                bestScore = score;
            }
        }
        return best;
    }

    private int score(Residual.Run run, @Nullable Span anchor, Residual.@Nullable Run before) {
        int score = 0;
        if (anchor != null) {
            int distance =
                    run.from() >= anchor.to() ? run.from() - anchor.to() : anchor.from() - run.to();
            score -= Math.min(12, distance);
        } else {
            score -= run.from() > 0 ? 1 : 0;
        }
        score += run.quoted() ? 10 : 0;
        score -= run.from() > 0 && board.is(run.from() - 1, Tag.LABEL) ? 10 : 0;
        score -= run.to() - run.from() > LONG_NAME ? 4 : 0;
        for (int i = run.from(); i < run.to(); i++) {
            if (board.is(i, Tag.THING)) {
                score += 2;
                break;
            }
        }
        boolean proper = isProper(run);
        var preposition = run.preposition();
        if (preposition == null) {
            return score + (proper ? 3 : 0);
        }
        boolean follows = before != null && run.from() - before.to() <= 2;
        return switch (preposition) {
            case "for", "to", "towards" -> score + (follows ? -6 : 4);
            case "from" -> score + (proper ? 1 : -5);
            case "at", "in", "on", "with", "via", "through", "by" -> score - 5;
            default -> score - 3;
        };
    }

    /** Written with a capital where no sentence begins. */
    private boolean isProper(Residual.Run run) {
        int at = run.from();
        return at > 0
                && board.token(at - 1).isWord()
                && Character.isUpperCase(board.text.charAt(board.token(at).start()));
    }

    private Named of(Residual.Run run) {
        return remaining(run.from(), run.to());
    }

    /** A name that nobody knew, or the person's own that its words fit. */
    public Named remaining(int from, int to) {
        var own = Own.find(board, from, to, null);
        if (own != null) {
            return new Named(own.name(), from, to, !own.ambiguous(), own.ambiguous(), true, null);
        }
        for (var entry : board.meanings(from)) {
            if (entry.tag() == Tag.THING
                    && entry.size() == to - from
                    && !entry.value().equals("")
                    && board.is(to - 1, Tag.NOUN)) {
                return new Named(entry.text(), from, to, false, false, false, null);
            }
        }
        var name = Shown.asWritten(board, from, to);
        return new Named(name, from, to, false, false, false, null);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
