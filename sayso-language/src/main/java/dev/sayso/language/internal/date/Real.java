package dev.sayso.language.internal.date;

import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.span.Span.Day.Form;

import org.jspecify.annotations.Nullable;

import java.time.Month;
import java.time.YearMonth;

/** Days that exist; an impossible one is refused, not bent. */
final class Real {
    private Real() {}

    static boolean is(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    static Span.@Nullable Day full(int from, int to, int year, int month, int day) {
        return is(year, month, day) ? new Span.Day(from, to, Form.FULL, year, month, day) : null;
    }

    static Span.@Nullable Day ofYear(int from, int to, int month, int day) {
        return day >= 1 && day <= Month.of(month).maxLength()
                ? new Span.Day(from, to, Form.OF_YEAR, month, day, 0)
                : null;
    }
}
