package dev.sayso.subscription;

import dev.sayso.event.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * One time that a subscription is paid.
 *
 * @param dueOn the day of its renewal
 * @param expected what it costs then; where the amounts vary, what the last ones came to
 * @param paid the payment that settles it, early or late
 */
public record Period(LocalDate dueOn, Money expected, @Nullable Payment paid) {
    public boolean isSettled() {
        return paid != null;
    }
}
