package dev.sayso.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class RenewalCalendarTests {
    @ParameterizedTest(name = "{1} from {0}, on or after {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    # the last day of shorter months, and the anchor's day again after them
                    2026-01-31, monthly,     2026-01-31, 2026-01-31
                    2026-01-31, monthly,     2026-02-01, 2026-02-28
                    2026-01-31, monthly,     2026-02-28, 2026-02-28
                    2026-01-31, monthly,     2026-03-01, 2026-03-31
                    2026-01-31, monthly,     2026-04-01, 2026-04-30
                    2028-01-31, monthly,     2028-02-29, 2028-02-29
                    2028-01-31, monthly,     2028-03-01, 2028-03-31
                    2026-01-30, monthly,     2026-02-28, 2026-02-28
                    2026-01-30, monthly,     2026-03-01, 2026-03-30
                    2026-02-28, monthly,     2026-03-01, 2026-03-28
                    2026-12-15, monthly,     2026-12-16, 2027-01-15
                    # 29 February
                    2028-02-29, yearly,      2028-03-01, 2029-02-28
                    2028-02-29, yearly,      2029-03-01, 2030-02-28
                    2028-02-29, yearly,      2031-03-01, 2032-02-29
                    2096-02-29, yearly,      2100-01-01, 2100-02-28
                    2096-02-29, yearly,      2104-01-01, 2104-02-29
                    2028-02-29, P2Y,         2029-01-01, 2030-02-28
                    # quarters and halves
                    2025-11-30, quarterly,   2025-12-01, 2026-02-28
                    2025-11-30, quarterly,   2026-03-01, 2026-05-30
                    2026-08-31, half_yearly, 2026-09-01, 2027-02-28
                    2026-08-31, half_yearly, 2027-03-01, 2027-08-31
                    # days go by the calendar, past the ends of months and leap days
                    2026-02-10, P28D,        2026-02-11, 2026-03-10
                    2028-02-10, P28D,        2028-02-11, 2028-03-09
                    2026-11-24, P84D,        2026-11-25, 2027-02-16
                    2026-11-24, P84D,        2027-02-17, 2027-05-11
                    2026-11-24, daily,       2026-11-25, 2026-11-25
                    2026-11-22, weekly,      2026-11-24, 2026-11-29
                    2026-11-22, fortnightly, 2026-11-24, 2026-12-06
                    # days on which clocks change in Europe and the United States are days like others
                    2026-03-22, weekly,      2026-03-29, 2026-03-29
                    2026-10-25, daily,       2026-10-26, 2026-10-26
                    2026-11-01, weekly,      2026-11-02, 2026-11-08
                    # before the anchor
                    2026-03-31, monthly,     2026-02-01, 2026-02-28
                    2026-03-31, monthly,     2025-12-31, 2025-12-31
                    2028-02-29, yearly,      2027-01-01, 2027-02-28
                    2026-11-24, P28D,        2026-10-27, 2026-10-27
                    2026-11-24, P28D,        2026-10-26, 2026-10-27
                    # far away
                    1900-01-31, monthly,     2999-02-01, 2999-02-28
                    2999-12-31, monthly,     1900-02-01, 1900-02-28
                    1900-01-01, daily,       2999-12-31, 2999-12-31
                    2026-01-01, P50Y,        2026-01-02, 2076-01-01
                    """)
    void findsTheFirstRenewalOnOrAfterADay(
            LocalDate anchor, String cycle, LocalDate day, LocalDate renewal) {
        assertThat(calendar(anchor, cycle).nextOnOrAfter(day)).isEqualTo(renewal);
    }

    @Test
    void goesPastTheDayItselfWhenAskedForWhatComesAfter() {
        var rent = calendar(LocalDate.of(2026, 1, 31), "monthly");

        assertThat(rent.nextAfter(LocalDate.of(2026, 2, 28))).isEqualTo("2026-03-31");
        assertThat(rent.nextAfter(LocalDate.of(2026, 2, 27))).isEqualTo("2026-02-28");
    }

    @Test
    void listsRenewalsWithoutWearingTheDayAway() {
        var rent = calendar(LocalDate.of(2026, 1, 31), "monthly");

        assertThat(rent.nextOnOrAfter(LocalDate.of(2026, 1, 31), 5))
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
        assertThat(rent.nextOnOrAfter(LocalDate.of(2026, 1, 31), 0)).isEmpty();
    }

    @Test
    void findsWhatWalkingFromDayToDayFinds() {
        var random = new Random(11);
        for (int i = 0; i < 300; i++) {
            var anchor = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1500));
            var cycle =
                    random.nextBoolean()
                            ? BillingCycle.ofMonths(1 + random.nextInt(14))
                            : BillingCycle.ofDays(1 + random.nextInt(400));
            var calendar = new RenewalCalendar(anchor, cycle);
            var day = anchor.plusDays(random.nextInt(3000));

            var walked = anchor;
            for (int step = 1; walked.isBefore(day); step++) {
                walked = anchor.plus(cycle.period().multipliedBy(step));
            }

            assertThat(calendar.nextOnOrAfter(day))
                    .as("%s from %s, on or after %s", cycle, anchor, day)
                    .isEqualTo(walked);
        }
    }

    private static RenewalCalendar calendar(LocalDate anchor, String cycle) {
        return new RenewalCalendar(anchor, BillingCycle.parse(cycle));
    }

    /**
     * A second computation, which knows nothing of the first: a calendar of numbers alone, on which
     * one counts each day from the anchor on.
     */
    @Test
    void agreesWithACalendarThatIsCountedDayByDay() {
        for (var wire :
                List.of(
                        "daily",
                        "weekly",
                        "fortnightly",
                        "monthly",
                        "quarterly",
                        "half_yearly",
                        "yearly",
                        "P28D",
                        "P84D",
                        "P10D",
                        "P2M",
                        "P2Y")) {
            var cycle = BillingCycle.parse(wire);
            for (var anchor :
                    List.of(
                            "2019-12-31",
                            "2020-01-29",
                            "2020-01-30",
                            "2020-01-31",
                            "2020-02-29",
                            "2020-03-15",
                            "2021-02-28",
                            "2023-08-31")) {
                var calendar = new RenewalCalendar(LocalDate.parse(anchor), cycle);
                var counted = Counted.renewals(anchor, cycle, "2035-12-31");
                var walked = calendar.nextOnOrAfter(LocalDate.parse(anchor), counted.size());

                assertThat(walked.stream().map(LocalDate::toString))
                        .as(wire + " from " + anchor)
                        .isEqualTo(counted);
            }
        }
    }

    /** Days as three numbers, counted one by one. */
    private static final class Counted {
        private static final int[] LONG = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        private int year;
        private int month;
        private int day;

        static List<String> renewals(String anchor, BillingCycle cycle, String last) {
            var it = new Counted();
            it.year = Integer.parseInt(anchor.substring(0, 4));
            it.month = Integer.parseInt(anchor.substring(5, 7));
            it.day = Integer.parseInt(anchor.substring(8));
            int wanted = it.day;
            int months = (int) cycle.period().toTotalMonths();
            int toGo = 0;
            int monthsToGo = 0;
            var renewals = new ArrayList<String>();
            for (var text = it.text(); text.compareTo(last) <= 0; text = it.text()) {
                boolean renews =
                        months == 0
                                ? toGo == 0
                                : monthsToGo == 0 && it.day == Math.min(wanted, it.days());
                if (renews) {
                    renewals.add(text);
                    toGo = cycle.period().getDays();
                    monthsToGo = months;
                }
                toGo--;
                if (it.day == it.days()) {
                    monthsToGo--;
                }
                it.next();
            }
            return renewals;
        }

        private int days() {
            boolean leap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0;
            return month == 2 && leap ? 29 : LONG[month - 1];
        }

        private void next() {
            if (day < days()) {
                day++;
            } else {
                day = 1;
                month = month == 12 ? 1 : month + 1;
                year += month == 1 ? 1 : 0;
            }
        }

        private String text() {
            return "%04d-%02d-%02d".formatted(year, month, day);
        }
    }
}
