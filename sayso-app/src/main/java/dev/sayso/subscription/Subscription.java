package dev.sayso.subscription;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.event.RenewalCalendar;
import dev.sayso.ledger.SubscriptionId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the log says of one subscription. How it stands on a day is computed from this and the day;
 * nothing about "now" is stored.
 *
 * @param cost the price of one cycle, until {@code later} takes its place
 * @param anchorOn a day from which its renewals are counted
 * @param renewsFrom the first day that may be a renewal
 * @param renewalAssumed whether nobody named a day, so that it is counted from the day it was noted
 * @param resumesOn of a pause: the day it goes on, where one was given
 * @param cancelledOn the end of access where it was given, else the day of the act
 */
public record Subscription(
        SubscriptionId id,
        String name,
        Money cost,
        @Nullable Later later,
        BillingCycle cycle,
        LocalDate anchorOn,
        LocalDate renewsFrom,
        boolean renewalAssumed,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate trialEndsOn,
        @Nullable LocalDate endsOn,
        boolean paused,
        @Nullable LocalDate resumesOn,
        @Nullable LocalDate cancelledOn,
        long version,
        Details details) {

    /** One beside which nothing is kept. */
    public Subscription(
            SubscriptionId id,
            String name,
            Money cost,
            @Nullable Later later,
            BillingCycle cycle,
            LocalDate anchorOn,
            LocalDate renewsFrom,
            boolean renewalAssumed,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate trialEndsOn,
            @Nullable LocalDate endsOn,
            boolean paused,
            @Nullable LocalDate resumesOn,
            @Nullable LocalDate cancelledOn,
            long version) {
        this(
                id,
                name,
                cost,
                later,
                cycle,
                anchorOn,
                renewsFrom,
                renewalAssumed,
                startedOn,
                trialEndsOn,
                endsOn,
                paused,
                resumesOn,
                cancelledOn,
                version,
                Details.NONE);
    }

    // of a daily one, some three years
    private static final int MOST_RENEWALS = 1_000;

    /** A price that is known to come. */
    public record Later(Money cost, LocalDate from) {}

    /** Whether that is its name, whatever the writing. */
    public boolean isCalled(String other) {
        return NameKey.of(name).equals(NameKey.of(other));
    }

    public Money costOn(LocalDate day) {
        return later != null && !day.isBefore(later.from()) ? later.cost() : cost;
    }

    /** What of its price a month comes to; of a shared one, one's own share. Not rounded. */
    public BigDecimal perMonthOn(LocalDate day) {
        return mineOn(day).multiply(cycle.perMonth());
    }

    /** What of its price is one's own. Not rounded. */
    public BigDecimal mineOn(LocalDate day) {
        var price = costOn(day).amount();
        return details.myShare() == null ? price : details.myShare().of(price);
    }

    public Status statusOn(LocalDate day) {
        if (cancelledOn != null) {
            return Status.CANCELLED;
        }
        if (endsOn != null && day.isAfter(endsOn)) {
            return Status.ENDED;
        }
        if (isPausedOn(day)) {
            return Status.PAUSED;
        }
        return trialEndsOn != null && day.isBefore(trialEndsOn) ? Status.TRIAL : Status.ACTIVE;
    }

    /** The next day on which it is paid, seen from the day; empty when nothing is known to come. */
    public Optional<LocalDate> nextRenewal(LocalDate day) {
        if (cancelledOn != null || isPausedOn(day) && resumesOn == null) {
            return Optional.empty();
        }
        var from = day.isBefore(renewsFrom) ? renewsFrom : day;
        if (paused && resumesOn != null && from.isBefore(resumesOn)) {
            from = resumesOn;
        }
        var next = new RenewalCalendar(anchorOn, cycle).nextOnOrAfter(from);
        return endsOn != null && next.isAfter(endsOn) ? Optional.empty() : Optional.of(next);
    }

    /** The days from one to another on which it is paid, as far as is known today. */
    public List<LocalDate> renewals(LocalDate from, LocalDate to) {
        return renewals(from).takeWhile(day -> !day.isAfter(to)).limit(MOST_RENEWALS).toList();
    }

    /** The next days on which it is paid, as many as asked for where so many come. */
    public List<LocalDate> renewals(LocalDate from, int count) {
        return renewals(from).limit(count).toList();
    }

    private Stream<LocalDate> renewals(LocalDate from) {
        return Stream.iterate(
                        nextRenewal(from),
                        Optional::isPresent,
                        next -> next.flatMap(day -> nextRenewal(day.plusDays(1))))
                .flatMap(Optional::stream);
    }

    /** The fields of the list's row that nobody said. */
    public Set<Field> assumed() {
        return renewalAssumed && cancelledOn == null ? Set.of(Field.NEXT_RENEWAL_ON) : Set.of();
    }

    /** Whether it is still paid for, or will be again. */
    public boolean isStanding(LocalDate day) {
        return switch (statusOn(day)) {
            case ACTIVE, TRIAL, PAUSED -> true;
            case CANCELLED, ENDED -> false;
        };
    }

    private boolean isPausedOn(LocalDate day) {
        return paused && (resumesOn == null || day.isBefore(resumesOn));
    }
}
