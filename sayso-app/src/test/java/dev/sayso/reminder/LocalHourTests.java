package dev.sayso.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

class LocalHourTests {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2036-01-01T00:00:00Z");
    private static final int MINUTE = 60_000;
    private static final int DAY = 24 * 60 * MINUTE;

    @ParameterizedTest(name = "{1} on {0} in {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    2026-12-02, 09:00, Asia/Kolkata,        2026-12-02T03:30:00Z
                    # an hour that is left out
                    2026-03-29, 02:30, Europe/Berlin,       2026-03-29T01:00:00Z
                    2026-03-29, 02:00, Europe/Berlin,       2026-03-29T01:00:00Z
                    2026-03-29, 03:00, Europe/Berlin,       2026-03-29T01:00:00Z
                    2026-03-08, 02:30, America/New_York,    2026-03-08T07:00:00Z
                    # one that there is twice
                    2026-10-25, 02:30, Europe/Berlin,       2026-10-25T00:30:00Z
                    2026-10-25, 03:00, Europe/Berlin,       2026-10-25T02:00:00Z
                    2026-11-01, 01:30, America/New_York,    2026-11-01T05:30:00Z
                    # half an hour, and a day that begins at one
                    2026-10-04, 02:15, Australia/Lord_Howe, 2026-10-03T15:30:00Z
                    2026-04-24, 00:00, Africa/Cairo,        2026-04-23T22:00:00Z
                    # a day that was left out
                    2011-12-30, 09:00, Pacific/Apia,        2011-12-30T10:00:00Z
                    """)
    void isTheFirstMomentAtWhichTheClocksShowIt(
            LocalDate day, LocalTime hour, ZoneId zone, Instant moment) {
        assertThat(LocalHour.first(day, hour, zone)).isEqualTo(moment);
    }

    /**
     * A second computation, by the JDK's older calendar: it watches a clock of the zone, minute by
     * minute, around each change of its clocks, and notes when it first shows each half hour.
     */
    @Test
    void agreesWithAClockThatIsWatchedAroundEveryChangeOfEveryZone() {
        int changes = 0;
        var wrong = new ArrayList<String>();
        for (var id : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(id);
            for (var change : changes(zone)) {
                changes++;
                watch(zone, TimeZone.getTimeZone(zone), change, wrong);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(changes).as("changes of clocks that were watched").isGreaterThan(5_000);
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        var changes = new ArrayList<ZoneOffsetTransition>();
        var rules = zone.getRules();
        for (var it = rules.nextTransition(FIRST);
                it != null && it.getInstant().isBefore(END);
                it = rules.nextTransition(it.getInstant())) {
            changes.add(it);
        }
        return changes;
    }

    private static void watch(
            ZoneId zone, TimeZone clock, ZoneOffsetTransition change, List<String> wrong) {
        for (var day :
                List.of(
                        change.getDateTimeBefore().toLocalDate(),
                        change.getDateTimeAfter().toLocalDate())) {
            // the day's own minutes, as a clock shows them that knows no zone
            long midnight = Math.multiplyExact(day.toEpochDay(), (long) DAY);
            int next = 0;
            for (long moment = midnight - DAY;
                    next < 48 && moment < midnight + 2L * DAY;
                    moment += MINUTE) {
                long shown = moment + clock.getOffset(moment);
                while (next < 48 && shown >= midnight + next * 30L * MINUTE) {
                    var hour = LocalTime.MIN.plusMinutes(next * 30L);
                    var ours = LocalHour.first(day, hour, zone);
                    if (ours.toEpochMilli() != moment) {
                        wrong.add(
                                zone
                                        + " "
                                        + day
                                        + " "
                                        + hour
                                        + ": "
                                        + ours
                                        + ", watched "
                                        + Instant.ofEpochMilli(moment));
                    }
                    next++;
                }
            }
        }
    }
}
