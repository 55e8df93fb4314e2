package dev.sayso.language.internal.amount;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * A number as it was read.
 *
 * @param to the token after it
 * @param rival its other reading: {@code 1.499} of a person who writes points into thousands
 */
public record Numeral(
        int to, BigDecimal value, @Nullable BigDecimal rival, boolean spoken, boolean scaled) {
    boolean isWhole() {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
