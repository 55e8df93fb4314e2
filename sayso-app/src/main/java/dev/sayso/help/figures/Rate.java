package dev.sayso.help.figures;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A share with what it is made of. Below {@value #ENOUGH} it is no rate, only two numbers.
 *
 * @param finalOn the day from which it cannot change any more
 * @param provisional whether that day is still to come
 */
public record Rate(int numerator, int denominator, LocalDate finalOn, boolean provisional) {
    static final int ENOUGH = 30;
    // the 97.5th percentile of the normal distribution, for an interval of 95%
    private static final double Z = 1.959963984540054;

    public Optional<Double> value() {
        return denominator < ENOUGH
                ? Optional.empty()
                : Optional.of((double) numerator / denominator);
    }

    /** Where the true share lies in 95 of 100 such months, by Wilson. */
    public record Interval(double low, double high) {}

    public Optional<Interval> interval() {
        if (denominator < ENOUGH) {
            return Optional.empty();
        }
        double n = denominator;
        double share = Math.max(0, numerator) / n;
        var centre = share + Z * Z / (2 * n);
        var spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        var scale = 1 + Z * Z / n;
        return Optional.of(
                new Interval(
                        Math.max(0, (centre - spread) / scale),
                        Math.min(1, (centre + spread) / scale)));
    }
}
