package dev.sayso.reminder;

import dev.sayso.notification.Kind;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How an account wants to be reminded; the days before a renewal are in the log.
 *
 * @param at the hour of the day there
 * @param off kinds that it does not want
 * @param cancelByDays how long before a yearly renewal it is told by when to cancel
 * @param trialDays how long before a trial ends
 * @param digestOn the day of the week on which it gets what the week brings
 */
public record ReminderSettings(
        LocalTime at, Set<Kind> off, int cancelByDays, int trialDays, DayOfWeek digestOn) {
    /** The kinds that one may do without. */
    public static final Set<Kind> KINDS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Kind.RENEWAL,
                            Kind.CANCEL_BY,
                            Kind.TRIAL_END,
                            Kind.PRICE_RISE,
                            Kind.PLAN_END,
                            Kind.PAYMENT_MISSED,
                            Kind.DIGEST));

    /** What holds until something else is set. */
    public static final ReminderSettings DEFAULT =
            new ReminderSettings(LocalTime.of(9, 0), Set.of(), 14, 2, DayOfWeek.MONDAY);

    private static final int MOST_DAYS = 366;

    public ReminderSettings {
        var kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(off);
        off = Collections.unmodifiableSet(kinds);
        var problems = new ArrayList<String>();
        if (!KINDS.containsAll(kinds)) {
            problems.add("only kinds of reminders can be switched off");
        }
        if (at.getSecond() != 0 || at.getNano() != 0) {
            problems.add("at has seconds; give hour and minute, such as 09:00");
        }
        check(problems, "cancel_by_days", cancelByDays);
        check(problems, "trial_days", trialDays);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void check(ArrayList<String> problems, String name, int days) {
        if (days < 0 || days > MOST_DAYS) {
            problems.add(name + " is " + days + "; give 0 to " + MOST_DAYS);
        }
    }

    public boolean wants(Kind kind) {
        return !off.contains(kind);
    }
}
