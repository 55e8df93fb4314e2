package dev.sayso.language.internal.cycle;

import dev.sayso.event.BillingCycle;
import dev.sayso.language.internal.amount.AmountReader;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Period;

/** Reads how often: "monthly", "/mo", "every 84 days", "a year"; and spans of time: "2 weeks". */
public final class CycleReader {
    private static final int MOST_DAYS = 3_660;
    private static final int MOST_MONTHS = 120;

    private CycleReader() {}

    /**
     * The cycle or span of time that begins at the token, or null.
     *
     * @param before the span that ends there, or null
     */
    public static @Nullable Span read(Board board, int at, @Nullable Span before) {
        var none = board.find(at, Tag.NOCYCLE);
        var named = board.find(at, Tag.CYCLE);
        if (none != null && (named == null || none.size() >= named.size())) {
            return new Span.Cycle(at, at + none.size(), null, 0);
        }
        if (named != null) {
            int to = at + named.size();
            return new Span.Cycle(at, to, (BillingCycle) named.value(), 0);
        }
        boolean afterAmount = before instanceof Span.Amount;
        if (before instanceof Span.Amount amount
                && board.find(at, Tag.AMOUNTCYCLE) instanceof Entry entry) {
            // "at 5 pm" is a time
            boolean time =
                    !amount.isPriced()
                            && amount.value().scale() <= 0
                            && amount.value().compareTo(BigDecimal.valueOf(12)) <= 0;
            return time ? null : new Span.Cycle(at, at + 1, (BillingCycle) entry.value(), 0);
        }
        var every = board.find(at, Tag.EVERY);
        if (every != null) {
            return every(board, at, at + every.size());
        }
        if (board.is(at, Tag.ARTICLE)) {
            var unit = board.find(at + 1, Tag.UNIT);
            if (unit == null) {
                return null;
            }
            if (afterAmount) {
                return cycle(at, at + 1 + unit.size(), (Period) unit.value(), 1);
            }
            return lapse(at, at + 1 + unit.size(), (Period) unit.value(), 1);
        }
        if (board.isWord(at, "the")
                && (board.isWord(at - 1, "for") || board.isWord(at - 1, "of"))) {
            int next =
                    board.isWord(at + 1, "whole")
                                    || board.isWord(at + 1, "full")
                                    || board.isWord(at + 1, "entire")
                            ? at + 2
                            : at + 1;
            return board.find(next, Tag.UNIT) instanceof Entry whole
                    ? lapse(at, next + whole.size(), (Period) whole.value(), 1)
                    : null;
        }
        var unit = board.find(at, Tag.UNIT);
        if (unit != null) {
            int to = at + unit.size();
            if (board.find(to, Tag.PERPOST) instanceof Entry post) {
                return cycle(at, to + post.size(), (Period) unit.value(), 1);
            }
            return afterAmount && !board.token(at).key().endsWith("s")
                    ? cycle(at, to, (Period) unit.value(), 1)
                    : null;
        }
        return counted(board, at);
    }

    private static @Nullable Span every(Board board, int from, int at) {
        while (board.isWord(at, "single")
                || board.isWord(at, "and") && board.is(at + 1, Tag.EVERY)) {
            at++;
        }
        if (at >= board.size()) {
            return null;
        }
        boolean slash = board.isSign(from, '/');
        var unit = board.find(at, Tag.UNIT);
        if (unit != null) {
            return cycle(from, at + unit.size(), (Period) unit.value(), 1);
        }
        var weekday = board.find(at, Tag.WEEKDAY);
        if (weekday != null && !slash) {
            int day = ((Number) weekday.value()).intValue();
            return new Span.Cycle(from, at + weekday.size(), BillingCycle.WEEKLY, day);
        }
        int count;
        int to;
        if (board.token(at).kind() == dev.sayso.language.internal.text.Token.Kind.ORDINAL) {
            count =
                    Integer.parseInt(
                            board.token(at)
                                    .key()
                                    .substring(0, Math.min(3, board.token(at).key().length())));
            to = at + 1;
        } else if (!slash && board.find(at, Tag.ORDINAL) instanceof Entry ordinal) {
            count = ((Number) ordinal.value()).intValue();
            to = at + ordinal.size();
        } else {
            return numbered(board, from, at, true);
        }
        unit = board.find(to, Tag.UNIT);
        return unit == null ? null : cycle(from, to + unit.size(), (Period) unit.value(), count);
    }

    /** "84 days", "two weeks", "3-month", "12 mahine ka". */
    private static @Nullable Span counted(Board board, int at) {
        var span = numbered(board, at, at, false);
        if (span == null) {
            return null;
        }
        var post = board.find(span.to(), Tag.PERPOST);
        if (post != null && span instanceof Span.Lapse lapse) {
            return cycle(at, span.to() + post.size(), lapse.length(), 1);
        }
        return span;
    }

    private static @Nullable Span numbered(Board board, int from, int at, boolean cycle) {
        if (!board.token(at).isNumber() && !board.is(at, Tag.NUMBER)) {
            return null;
        }
        var number = AmountReader.number(board, at);
        if (number == null || number.value().scale() > 0 || number.value().signum() <= 0) {
            return null;
        }
        int unitAt = number.to();
        if (board.isSign(unitAt, '-') && board.is(unitAt + 1, Tag.UNIT)) {
            unitAt++;
        }
        if (board.isWord(unitAt, "whole") || board.isWord(unitAt, "full")) {
            unitAt++;
        }
        if (board.isSign(number.to(), '-')
                && board.find(number.to() + 1, Tag.CYCLE) instanceof Entry each) {
            // "2-monthly"
            return cycle(
                    from,
                    number.to() + 1 + each.size(),
                    ((BillingCycle) each.value()).period(),
                    number.value().intValue());
        }
        var unit = board.find(unitAt, Tag.UNIT);
        if (unit == null || number.value().compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0) {
            return null;
        }
        int count = number.value().intValue();
        int to = unitAt + unit.size();
        return cycle
                ? cycle(from, to, (Period) unit.value(), count)
                : board.isWord(from - 1, "for")
                        ? span(from, to, (Period) unit.value(), count)
                        : lapse(from, to, (Period) unit.value(), count);
    }

    private static Span.@Nullable Cycle cycle(int from, int to, Period unit, int count) {
        return fits(unit, count)
                ? new Span.Cycle(from, to, new BillingCycle(unit.multipliedBy(count)), 0)
                : null;
    }

    /** "for 27 months": a span of time, however long. */
    private static Span.@Nullable Lapse span(int from, int to, Period unit, int count) {
        return unit.toTotalMonths() * count <= MOST_MONTHS
                        && (long) unit.getDays() * count <= MOST_DAYS
                ? new Span.Lapse(from, to, unit.multipliedBy(count))
                : null;
    }

    private static Span.@Nullable Lapse lapse(int from, int to, Period unit, int count) {
        return fits(unit, count) ? new Span.Lapse(from, to, unit.multipliedBy(count)) : null;
    }

    private static boolean fits(Period unit, int count) {
        long months = unit.toTotalMonths() * count;
        // "119 mahine ka" is 119 a month, not every 119 months
        boolean usual = months <= 24 || months % 12 == 0;
        return count > 0
                && (long) unit.getDays() * count <= MOST_DAYS
                && months <= MOST_MONTHS
                && usual;
    }
}
