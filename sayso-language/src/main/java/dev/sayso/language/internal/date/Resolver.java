package dev.sayso.language.internal.date;

import dev.sayso.language.internal.span.Span;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** Turns what was said of a day into the day, once it is known which way to look. */
public final class Resolver {
    private Resolver() {}

    /**
     * @param ahead whether the day lies ahead; today counts both ways
     */
    public static LocalDate resolve(Span.Day day, LocalDate today, boolean ahead) {
        return switch (day.form()) {
            case FULL -> LocalDate.of(day.a(), day.b(), day.c());
            case OF_YEAR -> ofYear(day.a(), day.b(), today, ahead);
            case OF_MONTH -> ofMonth(day, today, ahead);
            case MONTH -> month(day, today, ahead);
            case OF_WEEK -> ofWeek(day, today, ahead);
            case FROM_TODAY -> today.plusMonths(day.b()).plusDays(day.a());
            case BESIDE_TODAY -> ahead ? today.plusDays(day.a()) : today.minusDays(day.a());
            case END_OF_MONTH -> YearMonth.from(today).plusMonths(day.a()).atEndOfMonth();
            case BEGIN_OF_MONTH -> YearMonth.from(today).plusMonths(day.a()).atDay(1);
            case END_OF_YEAR -> LocalDate.of(today.getYear() + day.a(), 12, 31);
            case BEGIN_OF_YEAR -> LocalDate.of(today.getYear() + day.a(), 1, 1);
            case OF_WEEKS ->
                    today.plusWeeks(day.a())
                            .with(
                                    day.b() == 1
                                            ? TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)
                                            : TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        };
    }

    /** The first such day of the week on or after today. */
    public static LocalDate firstOfWeek(int day, LocalDate today) {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(day)));
    }

    private static LocalDate ofYear(int month, int day, LocalDate today, boolean ahead) {
        var here = clamped(today.getYear(), month, day);
        if (ahead && here.isBefore(today)) {
            return clamped(today.getYear() + 1, month, day);
        }
        return !ahead && here.isAfter(today) ? clamped(today.getYear() - 1, month, day) : here;
    }

    private static LocalDate ofMonth(Span.Day day, LocalDate today, boolean ahead) {
        var thisMonth = YearMonth.from(today).plusMonths(day.b());
        var here = clamped(thisMonth.getYear(), thisMonth.getMonthValue(), day.a());
        if (day.b() != 0) {
            return here;
        }
        var other = ahead ? thisMonth.plusMonths(1) : thisMonth.minusMonths(1);
        boolean move = ahead ? here.isBefore(today) : here.isAfter(today);
        return move ? clamped(other.getYear(), other.getMonthValue(), day.a()) : here;
    }

    /** The month's first day; with 9 its last. A month that runs counts both ways. */
    private static LocalDate month(Span.Day day, LocalDate today, boolean ahead) {
        int year = day.b();
        if (year == 0) {
            year = today.getYear();
            int now = today.getMonthValue();
            boolean last = day.c() == 9;
            if (ahead
                    && (last
                            ? day.a() < now
                            : day.a() < now
                                    || day.a() == now && today.getDayOfMonth() > 1 && !last)) {
                year++;
            } else if (!ahead && day.a() > now) {
                year--;
            }
        }
        var month = YearMonth.of(year, day.a());
        return day.c() == 9 ? month.atEndOfMonth() : month.atDay(1);
    }

    private static LocalDate ofWeek(Span.Day day, LocalDate today, boolean ahead) {
        var weekday = DayOfWeek.of(day.a());
        return switch (day.b()) {
            case -1 -> today.with(TemporalAdjusters.previous(weekday));
            case 1 -> today.with(TemporalAdjusters.next(weekday));
            default ->
                    today.with(
                            ahead
                                    ? TemporalAdjusters.nextOrSame(weekday)
                                    : TemporalAdjusters.previousOrSame(weekday));
        };
    }

    private static LocalDate clamped(int year, int month, int day) {
        var in = YearMonth.of(year, month);
        return in.atDay(Math.min(day, in.lengthOfMonth()));
    }
}
