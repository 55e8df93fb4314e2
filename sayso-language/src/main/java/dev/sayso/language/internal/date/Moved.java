package dev.sayso.language.internal.date;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.span.Span.Day.Form;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.time.Period;

/** Days told by their distance: "next month", "last Friday", "in 10 days", "end of the year". */
final class Moved {
    private Moved() {}

    static Span.@Nullable Day read(Board board, int at, Entry when) {
        int next = at + when.size();
        return switch (when.text()) {
            case "NEXT" -> shifted(board, at, next, 1);
            case "LAST" -> shifted(board, at, next, -1);
            case "THIS" -> shifted(board, at, next, 0);
            case "IN" -> ahead(board, at, next);
            case "END" -> edge(board, at, next, true);
            case "BEGIN" -> edge(board, at, next, false);
            case "MONTHEND" -> new Span.Day(at, next, Form.END_OF_MONTH, 0, 0, 0);
            case "YEAREND" -> new Span.Day(at, next, Form.END_OF_YEAR, 0, 0, 0);
            default -> null;
        };
    }

    /** "10 days ago", "a week from now". */
    static Span.@Nullable Day counted(Board board, int at) {
        return after(board, at, DayReader.lapse(board, at));
    }

    static Span.@Nullable Day after(Board board, int at, Span.@Nullable Lapse lapse) {
        if (lapse == null || !(board.find(lapse.to(), Tag.WHEN) instanceof Entry when)) {
            return null;
        }
        int to = lapse.to() + when.size();
        return switch (when.text()) {
            case "AGO" ->
                    board.isWord(lapse.to(), "ago")
                                    || board.isWord(lapse.to(), "back")
                                    || !board.isWord(lapse.to(), "back")
                            ? DayReader.apart(at, to, lapse.length(), -1)
                            : null;
            case "LATER" -> DayReader.apart(at, to, lapse.length(), 1);
            default -> null;
        };
    }

    private static Span.@Nullable Day ahead(Board board, int at, int next) {
        var lapse = DayReader.lapse(board, next);
        if (lapse == null) {
            return null;
        }
        int to = board.isWord(lapse.to(), "time") ? lapse.to() + 1 : lapse.to();
        return DayReader.apart(at, to, lapse.length(), 1);
    }

    private static Span.@Nullable Day shifted(Board board, int at, int next, int by) {
        if (board.find(next, Tag.WEEKDAY) instanceof Entry weekday) {
            int day = ((Number) weekday.value()).intValue();
            return new Span.Day(at, next + weekday.size(), Form.OF_WEEK, day, by == 0 ? 2 : by, 0);
        }
        if (board.find(next, Tag.MONTH) instanceof Entry month) {
            int number = ((Number) month.value()).intValue();
            return new Span.Day(at, next + month.size(), Form.MONTH, number, 0, by);
        }
        if (board.find(next, Tag.UNIT) instanceof Entry unit) {
            int to = next + unit.size();
            return period(at, to, (Period) unit.value(), by);
        }
        return null;
    }

    private static Span.@Nullable Day period(int at, int to, Period unit, int by) {
        if (unit.equals(Period.ofMonths(1))) {
            return new Span.Day(at, to, Form.BEGIN_OF_MONTH, by, 0, 0);
        }
        if (unit.equals(Period.ofYears(1))) {
            return new Span.Day(at, to, Form.BEGIN_OF_YEAR, by, 0, 0);
        }
        return unit.equals(Period.ofDays(7)) ? new Span.Day(at, to, Form.OF_WEEKS, by, 0, 0) : null;
    }

    private static Span.@Nullable Day edge(Board board, int at, int next, boolean end) {
        int by = 0;
        int unitAt = next;
        if (board.isWord(next, "next")) {
            by = 1;
            unitAt++;
        } else if (board.isWord(next, "this") || board.isWord(next, "current")) {
            unitAt++;
        } else if (board.isWord(next, "last")) {
            by = -1;
            unitAt++;
        }
        if (board.find(unitAt, Tag.MONTH) instanceof Entry month) {
            int number = ((Number) month.value()).intValue();
            int yearAt = unitAt + month.size();
            int year = DayReader.year(board, yearAt, false);
            int to = year > 0 ? yearAt + 1 : yearAt;
            return end
                    ? new Span.Day(at, to, Form.MONTH, number, year, 9)
                    : new Span.Day(at, to, Form.MONTH, number, year, 0);
        }
        if (!(board.find(unitAt, Tag.UNIT) instanceof Entry unit)) {
            return null;
        }
        int to = unitAt + unit.size();
        var length = (Period) unit.value();
        if (length.equals(Period.ofMonths(1))) {
            return new Span.Day(at, to, end ? Form.END_OF_MONTH : Form.BEGIN_OF_MONTH, by, 0, 0);
        }
        if (length.equals(Period.ofYears(1))) {
            return new Span.Day(at, to, end ? Form.END_OF_YEAR : Form.BEGIN_OF_YEAR, by, 0, 0);
        }
        return length.equals(Period.ofDays(7))
                ? new Span.Day(at, to, Form.OF_WEEKS, by, end ? 1 : 0, 0)
                : null;
    }
}
