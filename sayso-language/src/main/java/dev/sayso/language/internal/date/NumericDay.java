package dev.sayso.language.internal.date;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.text.Token;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

/**
 * Days in figures: 2026-06-12, 12/06/26, 06/05, 12.06.26, 28-Dec-2026, 11Jun26. Day or month first
 * is told by the locale, and by the other where that is no day.
 */
final class NumericDay {
    private NumericDay() {}

    static Span.@Nullable Day read(Board board, int at) {
        var first = board.token(at);
        if (!first.isNumber()) {
            return null;
        }
        var dotted = dotted(board, at, first);
        if (dotted != null) {
            return dotted;
        }
        int a = DayReader.small(first.key());
        if (a < 0 || at + 2 >= board.size()) {
            return null;
        }
        var month = named(board, at, a);
        if (month != null) {
            return month;
        }
        char sign = board.isSign(at + 1, '/') ? '/' : board.isSign(at + 1, '-') ? '-' : 0;
        if (sign == 0
                || !board.isGlued(at + 1)
                || !board.isGlued(at + 2)
                || !board.token(at + 2).isNumber()) {
            return null;
        }
        int b = DayReader.small(board.token(at + 2).key());
        if (b < 0) {
            return null;
        }
        boolean third =
                board.isSign(at + 3, sign)
                        && board.isGlued(at + 3)
                        && board.isGlued(at + 4)
                        && board.token(at + 4).isNumber();
        if (!third) {
            // two figures with a slash are a day; with a dash they are a range or a code
            return sign == '/'
                            && a > 0
                            && b > 0
                            && !board.is(at + 3, Tag.UNIT)
                            && !board.isSign(at + 3, '/')
                    ? inYear(board, at, a, b)
                    : null;
        }
        if (board.isSign(at + 5, sign) && board.isGlued(at + 5) && board.isGlued(at + 6)) {
            return null;
        }
        int c = DayReader.small(board.token(at + 4).key());
        if (first.length() == 4) {
            return Real.full(at, at + 5, a, b, c);
        }
        return ordered(board, at, at + 5, a, b, board.token(at + 4).key(), c);
    }

    /** 12.06.26 is one token. */
    private static Span.@Nullable Day dotted(Board board, int at, Token token) {
        var key = token.key();
        int one = key.indexOf('.');
        int two = one < 0 ? -1 : key.indexOf('.', one + 1);
        if (two < 0
                || one > 2 && one != 4
                || two - one > 3
                || key.indexOf('.', two + 1) >= 0
                || key.indexOf(',') >= 0) {
            return null;
        }
        int a = DayReader.small(key.substring(0, one));
        int b = DayReader.small(key.substring(one + 1, two));
        int c = DayReader.small(key.substring(two + 1));
        if (a < 0 || b < 0 || c < 0) {
            return null;
        }
        return one == 4
                ? Real.full(at, at + 1, a, b, c)
                : ordered(board, at, at + 1, a, b, key.substring(two + 1), c);
    }

    /** 28-Dec-2026, 29-Aug-26, 11Jun26, 12/Feb/26. */
    private static Span.@Nullable Day named(Board board, int at, int day) {
        boolean glued = board.isGlued(at + 1) && board.is(at + 1, Tag.MONTH);
        boolean signed =
                (board.isSign(at + 1, '-') || board.isSign(at + 1, '/'))
                        && board.isGlued(at + 1)
                        && board.is(at + 2, Tag.MONTH);
        int monthAt = glued ? at + 1 : signed ? at + 2 : -1;
        if (monthAt < 0
                || !(board.find(monthAt, Tag.MONTH) instanceof Entry month)
                || month.size() != 1) {
            return null;
        }
        int yearAt = monthAt + 1;
        if (board.isSign(yearAt, '-') || board.isSign(yearAt, '/')) {
            yearAt++;
        }
        int number = ((Number) month.value()).intValue();
        int year = board.isGlued(yearAt) ? DayReader.year(board, yearAt, true) : 0;
        return year > 0
                ? Real.full(at, yearAt + 1, year, number, day)
                : Real.ofYear(at, monthAt + 1, number, day);
    }

    private static Span.@Nullable Day ordered(
            Board board, int from, int to, int a, int b, String yearText, int c) {
        int year = yearText.length() == 2 ? 2000 + c : c;
        if (yearText.length() != 2 && yearText.length() != 4 || year < 1990 || year > 2099) {
            return null;
        }
        boolean monthFirst = isMonthFirst(board);
        int month = monthFirst ? a : b;
        int day = monthFirst ? b : a;
        return Real.is(year, month, day)
                ? Real.full(from, to, year, month, day)
                : Real.full(from, to, year, day, month);
    }

    private static Span.@Nullable Day inYear(Board board, int at, int a, int b) {
        boolean monthFirst = isMonthFirst(board);
        int month = monthFirst ? a : b;
        int day = monthFirst ? b : a;
        if (month > 12) {
            int swap = month;
            month = day;
            day = swap;
        }
        return month < 1 || month > 12 || day > 31 ? null : Real.ofYear(at, at + 3, month, day);
    }

    private static boolean isMonthFirst(Board board) {
        var country = board.message.locale().getCountry();
        return country.equals("US")
                || country.equals("PH")
                || country.isEmpty() && board.message.locale().getLanguage().equals("en");
    }
}
