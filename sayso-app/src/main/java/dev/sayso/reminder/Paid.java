package dev.sayso.reminder;

import dev.sayso.event.PaymentRecorded;
import dev.sayso.event.RenewalCalendar;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.subscription.Subscription;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whether a payment settles the period that begins on a day. Pure. */
final class Paid {
    private Paid() {}

    /**
     * A payment settles the period whose first day is nearest, so one that is early or late is not
     * asked for again.
     */
    static boolean isPaid(List<StoredEvent> standing, Subscription it, LocalDate day) {
        var calendar = new RenewalCalendar(it.anchorOn(), it.cycle());
        var after = calendar.nextAfter(day);
        long half = ChronoUnit.DAYS.between(day, after) / 2;
        return standing.stream()
                .filter(stored -> stored.event() instanceof PaymentRecorded)
                .map(Paid::day)
                .anyMatch(
                        paid ->
                                !paid.isBefore(day.minusDays(half))
                                        && paid.isBefore(day.plusDays(half + 1)));
    }

    private static LocalDate day(StoredEvent stored) {
        return stored.event() instanceof PaymentRecorded(_, _, var day) && day != null
                ? day
                : stored.occurredOn();
    }
}
