package dev.sayso.reminder;

import dev.sayso.event.BillingCycle;
import dev.sayso.notification.Kind;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/** The days that reminders of a kind are about. An assumed day gives none. Pure. */
final class Series {
    private static final int LONG_MONTHS = 10;
    private static final int LONG_DAYS = 300;

    private Series() {}

    /** The first such day of the subscription on or after the given one. */
    static Optional<LocalDate> next(Subscription it, Kind kind, LocalDate from) {
        return switch (kind) {
            case RENEWAL, PAYMENT_MISSED -> renewal(it, from);
            case CANCEL_BY -> isLong(it.cycle()) ? renewal(it, from) : Optional.empty();
            case TRIAL_END ->
                    it.cancelledOn() == null ? on(it.trialEndsOn(), from) : Optional.empty();
            case PRICE_RISE -> rise(it, from);
            case PLAN_END -> on(it.cancelledOn() != null ? it.cancelledOn() : it.endsOn(), from);
            case DIGEST, CAUGHT_UP, CHANNEL_FAILED, HELP, TEST -> Optional.empty();
        };
    }

    /** Whether so much is paid at once that one wants to know by when to cancel. */
    static boolean isLong(BillingCycle cycle) {
        return cycle.isByMonths()
                ? cycle.period().toTotalMonths() >= LONG_MONTHS
                : cycle.period().getDays() >= LONG_DAYS;
    }

    private static Optional<LocalDate> renewal(Subscription it, LocalDate from) {
        if (it.renewalAssumed()) {
            return Optional.empty();
        }
        var next = it.nextRenewal(from);
        // the first payment after a trial has a reminder of its own kind
        return next.isPresent() && next.get().equals(it.trialEndsOn())
                ? it.nextRenewal(next.get().plusDays(1))
                : next;
    }

    private static Optional<LocalDate> rise(Subscription it, LocalDate from) {
        var later = it.later();
        return later != null
                        && it.cancelledOn() == null
                        && later.cost().currency().equals(it.cost().currency())
                        && later.cost().amount().compareTo(it.cost().amount()) > 0
                ? on(later.from(), from)
                : Optional.empty();
    }

    private static Optional<LocalDate> on(@Nullable LocalDate day, LocalDate from) {
        return day == null || day.isBefore(from) ? Optional.empty() : Optional.of(day);
    }
}
