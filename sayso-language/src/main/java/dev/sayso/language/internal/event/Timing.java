package dev.sayso.language.internal.event;

import dev.sayso.language.internal.date.Resolver;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of a group, each with what the words beside it say it is for. */
public final class Timing {
    /** What a day is for. */
    public enum Role {
        START,
        END,
        RENEW,
        EFFECTIVE,
        RESUME,
        NONE
    }

    /**
     * A day and its role.
     *
     * @param trial whether a trial is what ends then
     */
    public record Dated(Span span, int from, int to, Role role, boolean trial) {}

    private final Board board;
    private final List<Span> spans;
    public final List<Dated> days = new ArrayList<>();
    public final List<Span.Lapse> lapses = new ArrayList<>();

    /** A word of renewal with no day. */
    boolean renews;

    private Timing(Board board, List<Span> spans) {
        this.board = board;
        this.spans = spans;
    }

    public static Timing of(Board board, List<Span> spans) {
        var timing = new Timing(board, spans);
        timing.read();
        return timing;
    }

    private void read() {
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span instanceof Span.Day) {
                days.add(dated(i, span));
            } else if (span instanceof Span.Lapse lapse) {
                if (isAhead(i)) {
                    days.add(dated(i, ahead(lapse)));
                } else {
                    lapses.add(lapse);
                }
            } else if (span instanceof Span.Words words
                    && words.is(Tag.ROLE)
                    && words.value(Tag.ROLE).equals("RENEW")
                    && !(board.isWord(words.from(), "next") && words.to() == words.from() + 1)) {
                renews = true;
            } else if (span instanceof Span.Amount amount && i > 0 && isBareDay(i, amount)) {
                days.add(
                        dated(
                                i,
                                new Span.Day(
                                        amount.from(),
                                        amount.to(),
                                        Span.Day.Form.OF_MONTH,
                                        amount.value().intValue(),
                                        0,
                                        0)));
            }
        }
    }

    /** "renews in 10 days", where the word has the "in". */
    private boolean isAhead(int i) {
        return i > 0
                && spans.get(i - 1) instanceof Span.Words words
                && words.is(Tag.ROLE)
                && board.isWord(words.to() - 1, "in");
    }

    /** "renews on 5": a small number after a word that wants a day. */
    private boolean isBareDay(int i, Span.Amount amount) {
        return !amount.isPriced()
                && !amount.spoken()
                && amount.value().scale() <= 0
                && amount.value().intValue() >= 1
                && amount.value().intValue() <= 31
                && spans.get(i - 1) instanceof Span.Words words
                && words.is(Tag.ROLE)
                && board.isWord(words.to() - 1, "on");
    }

    private static Span.Day ahead(Span.Lapse lapse) {
        return new Span.Day(
                lapse.from(),
                lapse.to(),
                Span.Day.Form.FROM_TODAY,
                lapse.length().getDays(),
                (int) lapse.length().toTotalMonths(),
                0);
    }

    private Dated dated(int i, Span day) {
        var role = Role.NONE;
        int from = day.from();
        boolean trial = false;
        for (int k = i - 1; k >= 0 && k >= i - 4; k--) {
            var span = spans.get(k);
            if (span instanceof Span.Words words) {
                if (words.is(Tag.ROLE)) {
                    role = Role.valueOf(words.value(Tag.ROLE));
                    from = words.from();
                    trial = isTrial(k);
                    break;
                }
                if (!words.is(Tag.STOP) && !words.is(Tag.FILL)) {
                    break;
                }
            } else if (span instanceof Span.Other
                    && k > 0
                    && spans.get(k - 1) instanceof Span.Words next
                    && board.isWord(next.to() - 1, "next")) {
                // "next box Tuesday"
                role = Role.RENEW;
                from = next.from();
                break;
            } else if (!(span instanceof Span.Mark)
                    && !(span instanceof Span.Amount && k == i - 1)
                    && !(span instanceof Span.Name
                            && k > 0
                            && spans.get(k - 1) instanceof Span.Words)) {
                break;
            }
        }
        int to = day.to();
        if (role == Role.NONE
                && i + 1 < spans.size()
                && spans.get(i + 1) instanceof Span.Words post
                && post.is(Tag.ROLEPOST)) {
            role = Role.valueOf(post.value(Tag.ROLEPOST));
            to = post.to();
            trial = isTrial(i);
        }
        return new Dated(day, from, to, role, trial);
    }

    private boolean isTrial(int before) {
        for (int k = before; k >= 0 && k >= before - 5; k--) {
            if (spans.get(k) instanceof Span.Words words && words.is(Tag.TRIAL)) {
                return true;
            }
            if (spans.get(k) instanceof Span.Amount) {
                return false;
            }
        }
        return false;
    }

    public @Nullable Dated find(Role role) {
        for (var day : days) {
            if (day.role() == role) {
                return day;
            }
        }
        return null;
    }

    @Nullable Dated trialEnd() {
        for (var day : days) {
            if (day.trial() && day.role() == Role.END) {
                return day;
            }
        }
        return null;
    }

    public LocalDate day(Dated dated, boolean ahead) {
        return Resolver.resolve((Span.Day) dated.span(), board.message.now().toLocalDate(), ahead);
    }
}
