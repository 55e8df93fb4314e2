package dev.sayso.event;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in a currency. The amount is never negative, carries no empty fraction and no more
 * digits than {@link #MAX_DIGITS}; equal values are equal whatever scale they came with.
 */
public record Money(BigDecimal amount, Currency currency) {
    /** Digits that an amount may have in all; a price beyond this is a typing mistake. */
    public static final int MAX_DIGITS = 15;

    public Money {
        amount = normal(amount);
        Objects.requireNonNull(currency);
    }

    /**
     * The amount as the contract writes it: without an empty fraction, without an exponent.
     *
     * @throws IllegalArgumentException when it is negative or too long
     */
    public static BigDecimal normal(BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(
                    "cost \"" + amount + "\" is negative; give zero or more");
        }
        // bounded before anything is expanded: 1E999999999 would fill the memory
        if (amount.precision() > MAX_DIGITS || Math.abs((long) amount.scale()) > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "cost has more than " + MAX_DIGITS + " digits; give a price as it is charged");
        }
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The contract's {@code cost}, for example {@code 14.99}. */
    public String cost() {
        return amount.toPlainString();
    }

    /**
     * The currency of that ISO 4217 code. Codes that no price is in (XXX, XAU, testing codes) are
     * none.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Currency currency(String code) {
        var currency = Currency.getInstance(code);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(code);
        }
        return currency;
    }

    /** How many digits the currency has after the point: 2 for INR, 0 for JPY, 3 for KWD. */
    public static int fractionDigits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
