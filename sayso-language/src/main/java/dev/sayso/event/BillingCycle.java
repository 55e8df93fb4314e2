package dev.sayso.event;

import java.math.BigDecimal;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;

/**
 * How often a subscription is paid: a whole number of days or of months, at least one and at most
 * {@link #MAX_YEARS} years. Cycles that mean the same are equal: 12 months are {@code yearly}, two
 * weeks {@code fortnightly}.
 */
public record BillingCycle(Period period) {
    public static final int MAX_YEARS = 50;

    public static final BillingCycle DAILY = new BillingCycle(Period.ofDays(1));
    public static final BillingCycle WEEKLY = new BillingCycle(Period.ofDays(7));
    public static final BillingCycle FORTNIGHTLY = new BillingCycle(Period.ofDays(14));
    public static final BillingCycle MONTHLY = new BillingCycle(Period.ofMonths(1));
    public static final BillingCycle QUARTERLY = new BillingCycle(Period.ofMonths(3));
    public static final BillingCycle HALF_YEARLY = new BillingCycle(Period.ofMonths(6));
    public static final BillingCycle YEARLY = new BillingCycle(Period.ofMonths(12));

    private static final Map<String, BillingCycle> NAMED =
            Map.of(
                    "daily", DAILY,
                    "weekly", WEEKLY,
                    "fortnightly", FORTNIGHTLY,
                    "monthly", MONTHLY,
                    "quarterly", QUARTERLY,
                    "half_yearly", HALF_YEARLY,
                    "yearly", YEARLY);

    public BillingCycle {
        Objects.requireNonNull(period);
        long months = period.toTotalMonths();
        int days = period.getDays();
        if (months < 0 || days < 0 || (months == 0) == (days == 0)) {
            throw new IllegalArgumentException(
                    "billing_cycle \""
                            + period
                            + "\" is not a whole number of days or of months; give for example P28D"
                            + " or P2M");
        }
        if (months > MAX_YEARS * 12L || days > MAX_YEARS * 366) {
            throw new IllegalArgumentException(
                    "billing_cycle \"" + period + "\" is longer than " + MAX_YEARS + " years");
        }
        period = months > 0 ? Period.ofMonths((int) months) : Period.ofDays(days);
    }

    public static BillingCycle ofDays(int days) {
        return new BillingCycle(Period.ofDays(days));
    }

    public static BillingCycle ofMonths(int months) {
        return new BillingCycle(Period.ofMonths(months));
    }

    /**
     * Reads the contract's value: a name such as {@code monthly}, or an ISO 8601 period of days,
     * weeks, months or years.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static BillingCycle parse(String value) {
        var named = NAMED.get(value);
        if (named != null) {
            return named;
        }
        try {
            return new BillingCycle(Period.parse(value));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "billing_cycle \""
                            + value
                            + "\" is not known; give daily, weekly, fortnightly, monthly,"
                            + " quarterly, half_yearly, yearly or a period such as P28D",
                    e);
        }
    }

    /** The contract's value, for example {@code monthly} or {@code P28D}. */
    public String wire() {
        for (var named : NAMED.entrySet()) {
            if (named.getValue().equals(this)) {
                return named.getKey();
            }
        }
        int months = (int) period.toTotalMonths();
        if (months == 0) {
            return "P" + period.getDays() + "D";
        }
        return months % 12 == 0 ? "P" + months / 12 + "Y" : "P" + months + "M";
    }

    public boolean isByMonths() {
        return period.toTotalMonths() > 0;
    }

    /**
     * How many such payments an average month holds, to compare and to add up; exact to 12 digits.
     */
    public BigDecimal perMonth() {
        return isByMonths()
                ? BigDecimal.ONE.divide(
                        BigDecimal.valueOf(period.toTotalMonths()),
                        12,
                        java.math.RoundingMode.HALF_EVEN)
                // the Gregorian calendar has 146,097 days in 4,800 months
                : new BigDecimal("146097")
                        .divide(
                                new BigDecimal(4800L * period.getDays()),
                                12,
                                java.math.RoundingMode.HALF_EVEN);
    }

    @Override
    public String toString() {
        return wire();
    }
}
