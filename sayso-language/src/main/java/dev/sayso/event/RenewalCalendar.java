package dev.sayso.event;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The days on which a subscription renews, counted from one day on which it did or will.
 *
 * <p>A cycle of months keeps the anchor's day of the month and takes the last day where a month
 * lacks it: 31 January, 28 February, 31 March. Each renewal is counted from the anchor, never from
 * the one before, so the day does not wear away. Days are days of the calendar, so zones and
 * daylight saving time do not move them; "today" is the caller's. Immutable; constant time.
 */
public record RenewalCalendar(LocalDate anchor, BillingCycle cycle) {
    public RenewalCalendar {
        Objects.requireNonNull(anchor);
        Objects.requireNonNull(cycle);
    }

    /**
     * The first renewal on or after the day; a day before the anchor gets the renewals before it,
     * too.
     */
    public LocalDate nextOnOrAfter(LocalDate day) {
        long step = stepsBetween(day);
        while (renewal(step).isBefore(day)) {
            step++;
        }
        while (!renewal(step - 1).isBefore(day)) {
            step--;
        }
        return renewal(step);
    }

    /** The first renewal after the day. */
    public LocalDate nextAfter(LocalDate day) {
        return nextOnOrAfter(day.plusDays(1));
    }

    /** The renewals on or after the day, as many as asked for. */
    public List<LocalDate> nextOnOrAfter(LocalDate day, int count) {
        return Stream.iterate(nextOnOrAfter(day), this::nextAfter).limit(count).toList();
    }

    private LocalDate renewal(long step) {
        return cycle.isByMonths()
                ? anchor.plusMonths(Math.multiplyExact(step, cycle.period().toTotalMonths()))
                : anchor.plusDays(Math.multiplyExact(step, cycle.period().getDays()));
    }

    private long stepsBetween(LocalDate day) {
        return cycle.isByMonths()
                ? Math.floorDiv(
                        ChronoUnit.MONTHS.between(anchor, day), cycle.period().toTotalMonths())
                : Math.floorDiv(
                        ChronoUnit.DAYS.between(anchor, day), (long) cycle.period().getDays());
    }
}
