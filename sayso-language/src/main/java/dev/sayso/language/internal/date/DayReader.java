package dev.sayso.language.internal.date;

import dev.sayso.language.internal.amount.AmountReader;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.span.Span.Day.Form;
import dev.sayso.language.internal.text.Token;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.time.Period;

/** Reads days: "5 April 2027", "04/05/26", "the 5th", "next Friday", "in 10 days", "yesterday". */
public final class DayReader {
    private DayReader() {}

    /** The day that begins at the token, or null. */
    public static Span.@Nullable Day read(Board board, int at) {
        var token = board.token(at);
        if (token.isNumber() || token.kind() == Token.Kind.ORDINAL) {
            var day = NumericDay.read(board, at);
            if (day == null) {
                day = dayOfMonth(board, at);
            }
            return day != null ? day : Moved.counted(board, at);
        }
        if (!token.isWord()) {
            return null;
        }
        if (board.find(at, Tag.DAY) instanceof Entry day) {
            return beside(at, at + day.size(), day.text());
        }
        if (board.find(at, Tag.WHEN) instanceof Entry when) {
            var moved = Moved.read(board, at, when);
            if (moved != null) {
                return moved;
            }
        }
        if (board.find(at, Tag.WEEKDAY) instanceof Entry weekday) {
            return weekday(board, at, weekday);
        }
        if (board.find(at, Tag.MONTH) instanceof Entry month) {
            return month(board, at, at + month.size(), ((Number) month.value()).intValue());
        }
        if (board.isWord(at, "the")
                && at + 1 < board.size()
                && (board.token(at + 1).kind() == Token.Kind.ORDINAL
                        || board.is(at + 1, Tag.ORDINAL))) {
            var day = dayOfMonth(board, at + 1);
            return day == null ? null : from(day, at);
        }
        if (board.is(at, Tag.ORDINAL)) {
            return dayOfMonth(board, at);
        }
        return Moved.counted(board, at);
    }

    private static Span.Day beside(int from, int to, String value) {
        boolean either = value.startsWith("K");
        int days = Integer.parseInt(either ? value.substring(1) : value);
        return either
                ? new Span.Day(from, to, Form.BESIDE_TODAY, days, 0, 0)
                : new Span.Day(from, to, Form.FROM_TODAY, days, 0, 0);
    }

    private static Span.@Nullable Day weekday(Board board, int at, Entry weekday) {
        // "sun", "sat", "mon" alone are more often something else
        if (board.token(at).key().equals("sun") || board.token(at).key().equals("sat")) {
            if (!board.isWord(at - 1, "on")) {
                return null;
            }
        }
        int day = ((Number) weekday.value()).intValue();
        int to = at + weekday.size();
        if (board.isSign(to, ',') || board.isWord(to, "the")) {
            int next = board.isSign(to, ',') ? to + 1 : to;
            if (next < board.size()) {
                var exact = read(board, next);
                if (exact != null
                        && (exact.form() == Form.FULL
                                || exact.form() == Form.OF_YEAR
                                || exact.form() == Form.OF_MONTH)) {
                    return from(exact, at);
                }
            }
        }
        if (board.find(to, Tag.WHEN) instanceof Entry after && board.isWord(to, "week")) {
            to += after.size();
        }
        return new Span.Day(at, to, Form.OF_WEEK, day, 0, 0);
    }

    /** "April 5", "April 5th, 2027", "March 2027", "may third", "March". */
    private static Span.@Nullable Day month(Board board, int at, int next, int month) {
        if (board.isSign(next, '.')) {
            next++;
        }
        int dayAt = board.isWord(next, "the") ? next + 1 : next;
        int day = ordinal(board, dayAt);
        int to = day > 0 ? dayAt + ordinalSize(board, dayAt) : dayAt;
        if (day <= 0
                && dayAt < board.size()
                && board.token(dayAt).isNumber()
                && board.token(dayAt).key().length() <= 2
                && !isUnit(board, dayAt + 1)) {
            day = small(board.token(dayAt).key());
            to = dayAt + 1;
        }
        if (day >= 1 && day <= 31) {
            int yearAt = board.isSign(to, ',') ? to + 1 : to;
            int year = year(board, yearAt, yearAt > to);
            if (year > 0) {
                return Real.full(at, yearAt + 1, year, month, day);
            }
            return Real.ofYear(at, to, month, day);
        }
        int yearAt = board.isSign(next, ',') ? next + 1 : next;
        int year = year(board, yearAt, false);
        if (year > 0) {
            return new Span.Day(at, yearAt + 1, Form.MONTH, month, year, 0);
        }
        // "may" and "march" say more often something else: they need a word of time before them
        boolean alone =
                board.token(at).key().equals("may")
                        || board.token(at).key().equals("march")
                        || board.token(at).key().equals("mar")
                        || board.token(at).key().equals("dec");
        if (alone
                && !board.is(at - 1 < 0 ? board.size() : at - 1, Tag.ROLE)
                && !isBefore(board, at - 1)) {
            return null;
        }
        return new Span.Day(at, next, Form.MONTH, month, 0, 0);
    }

    private static boolean isBefore(Board board, int at) {
        return board.isWord(at, "in")
                || board.isWord(at, "from")
                || board.isWord(at, "since")
                || board.isWord(at, "until")
                || board.isWord(at, "till")
                || board.isWord(at, "by")
                || board.isWord(at, "of")
                || board.isWord(at, "for")
                || board.isWord(at, "starting");
    }

    /** "5 April", "5th of April 2027", "the 5th", "first of june", "1 tareekh". */
    private static Span.@Nullable Day dayOfMonth(Board board, int at) {
        boolean ordinal = !board.token(at).isNumber();
        int day = ordinal ? ordinal(board, at) : small(board.token(at).key());
        if (day < 1 || day > 31) {
            return null;
        }
        int to = at + (ordinal ? ordinalSize(board, at) : 1);
        int monthAt =
                board.isWord(to, "of") || board.isWord(to, "day") && board.isWord(to + 1, "of")
                        ? to + (board.isWord(to, "day") ? 2 : 1)
                        : to;
        if (board.isSign(monthAt, '-') && board.isGlued(monthAt)) {
            monthAt++;
        }
        if (board.find(monthAt, Tag.MONTH) instanceof Entry month) {
            int next = monthAt + month.size();
            if (board.isSign(next, '.')) {
                next++;
            }
            int yearAt = board.isSign(next, ',') ? next + 1 : next;
            if (board.isSign(next, '-') && board.isGlued(next)) {
                yearAt = next + 1;
            }
            if (board.isSign(yearAt, '\'')) {
                yearAt++;
            }
            int year = year(board, yearAt, yearAt > next || board.isGlued(yearAt));
            int number = ((Number) month.value()).intValue();
            return year > 0
                    ? Real.full(at, yearAt + 1, year, number, day)
                    : Real.ofYear(at, next, number, day);
        }
        if (board.isWord(monthAt, "every") || board.isWord(monthAt, "each")) {
            // "the 5th of every month": the cycle is read by its own reader
            return ordinal ? new Span.Day(at, to, Form.OF_MONTH, day, 0, 0) : null;
        }
        if (monthAt > to
                && (board.isWord(monthAt, "the") || board.isWord(monthAt, "this"))
                && board.is(monthAt + 1, Tag.UNIT)) {
            return new Span.Day(at, monthAt + 2, Form.OF_MONTH, day, 0, 0);
        }
        if (monthAt > to && board.isWord(monthAt, "next") && board.isWord(monthAt + 1, "month")) {
            return new Span.Day(at, monthAt + 2, Form.OF_MONTH, day, 1, 0);
        }
        if (!ordinal && board.isWord(to, "ko")) {
            return new Span.Day(at, to + 1, Form.OF_MONTH, day, 0, 0);
        }
        if (board.isWord(to, "tareekh")
                || board.isWord(to, "tarikh")
                || board.isWord(to, "tarik")) {
            return new Span.Day(at, to + 1, Form.OF_MONTH, day, 0, 0);
        }
        boolean tokenOrdinal = board.token(at).kind() == Token.Kind.ORDINAL;
        if (ordinal
                && (tokenOrdinal || board.isWord(at - 1, "the") || board.isWord(at - 1, "on"))) {
            return isPlace(board, to) ? null : new Span.Day(at, to, Form.OF_MONTH, day, 0, 0);
        }
        return null;
    }

    /** "24th Street", "1st floor", "second season" are no days. */
    private static boolean isPlace(Board board, int at) {
        if (at >= board.size() || !board.token(at).isWord()) {
            return false;
        }
        return switch (board.token(at).key()) {
            case "street",
                    "st",
                    "avenue",
                    "ave",
                    "floor",
                    "road",
                    "cross",
                    "main",
                    "block",
                    "grade",
                    "class",
                    "gen",
                    "generation",
                    "edition",
                    "time",
                    "one",
                    "place",
                    "birthday",
                    "anniversary",
                    "century",
                    "season",
                    "party",
                    "phase",
                    "stage",
                    "sector",
                    "standard",
                    "hand",
                    "year",
                    "month",
                    "week",
                    "day",
                    "quarter",
                    "half",
                    "tier",
                    "seat",
                    "line",
                    "subscription" ->
                    true;
            default -> false;
        };
    }

    private static boolean isUnit(Board board, int at) {
        return board.is(at, Tag.UNIT) || board.is(at, Tag.SCALE);
    }

    static int ordinal(Board board, int at) {
        if (at >= board.size()) {
            return 0;
        }
        if (board.token(at).kind() == Token.Kind.ORDINAL) {
            return small(board.token(at).key());
        }
        return board.find(at, Tag.ORDINAL) instanceof Entry entry
                ? ((Number) entry.value()).intValue()
                : 0;
    }

    private static int ordinalSize(Board board, int at) {
        return board.find(at, Tag.ORDINAL) instanceof Entry entry ? entry.size() : 1;
    }

    /** A year of this century in four digits, or where it is safe in two; else 0. */
    static int year(Board board, int at, boolean shortToo) {
        if (at >= board.size() || !board.token(at).isNumber()) {
            return 0;
        }
        var key = board.token(at).key();
        int value = key.length() == 4 || key.length() == 2 && shortToo ? small(key) : 0;
        if (key.length() == 2) {
            return value > 0 ? 2000 + value : 0;
        }
        return value >= 1990 && value <= 2099 ? value : 0;
    }

    /** The value of up to four digits, or -1. */
    static int small(String key) {
        if (key.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    static Span.Day from(Span.Day day, int from) {
        return new Span.Day(from, day.to(), day.form(), day.a(), day.b(), day.c());
    }

    static Span.@Nullable Day apart(int from, int to, Period length, int sign) {
        return new Span.Day(
                from,
                to,
                Form.FROM_TODAY,
                sign * length.getDays(),
                sign * (int) length.toTotalMonths(),
                0);
    }

    static Span.@Nullable Lapse lapse(Board board, int at) {
        if (at >= board.size()) {
            return null;
        }
        if (board.isWord(at, "a") || board.isWord(at, "an") || board.isWord(at, "the")) {
            return board.find(at + 1, Tag.UNIT) instanceof Entry unit
                    ? new Span.Lapse(at, at + 1 + unit.size(), (Period) unit.value())
                    : null;
        }
        if (!board.token(at).isNumber() && !board.is(at, Tag.NUMBER)) {
            return null;
        }
        var number = AmountReader.number(board, at);
        if (number == null
                || number.value().scale() > 0
                || number.value().compareTo(java.math.BigDecimal.valueOf(1000)) > 0
                || !(board.find(number.to(), Tag.UNIT) instanceof Entry unit)) {
            return null;
        }
        return new Span.Lapse(
                at,
                number.to() + unit.size(),
                ((Period) unit.value()).multipliedBy(number.value().intValue()));
    }
}
