package dev.sayso.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** An hour of the day where an account lives, as a moment. Pure. */
final class LocalHour {
    private LocalHour() {}

    /**
     * The first moment at which the clocks there show that hour of that day, or a later one: an
     * hour that is left out in spring comes as the clocks jump over it, one that there is twice in
     * autumn comes at its first.
     */
    static Instant first(LocalDate day, LocalTime hour, ZoneId zone) {
        var local = day.atTime(hour);
        var transition = zone.getRules().getTransition(local);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        return local.toInstant(zone.getRules().getValidOffsets(local).getFirst());
    }
}
