package dev.sayso.help.figures;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** When people answer. */
public record BusinessHours(ZoneId zone, Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
    public BusinessHours {
        days = Set.copyOf(days);
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "business hours from %s to %s are none; give an opening before the closing"
                            .formatted(opens, closes));
        }
    }

    /** How much of the time between two moments lies in these hours. */
    public Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        var last = to.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (!days.contains(day.getDayOfWeek())) {
                continue;
            }
            var opening = day.atTime(opens).atZone(zone).toInstant();
            var closing = day.atTime(closes).atZone(zone).toInstant();
            var begin = from.isAfter(opening) ? from : opening;
            var end = to.isBefore(closing) ? to : closing;
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
            }
        }
        return sum;
    }
}
