package dev.sayso.subscription;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Share;
import dev.sayso.event.Tags;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** What a person sets of a subscription by hand. A currency that is absent is its own. */
public sealed interface Change {
    record Price(BigDecimal cost, @Nullable Currency currency, @Nullable LocalDate from)
            implements Change {}

    record Cycle(
            BillingCycle cycle,
            @Nullable BigDecimal cost,
            @Nullable Currency currency,
            @Nullable LocalDate from)
            implements Change {}

    record Renewal(LocalDate on) implements Change {}

    record Pause(@Nullable LocalDate until) implements Change {}

    record Resume() implements Change {}

    record Cancel(@Nullable LocalDate on) implements Change {}

    /** Takes the cancellation back. */
    record Keep() implements Change {}

    record Trial(@Nullable LocalDate until) implements Change {}

    record End(@Nullable LocalDate on) implements Change {}

    record Name(String name) implements Change {}

    record Note(@Nullable String note) implements Change {}

    record Labels(Tags tags) implements Change {}

    record Method(@Nullable String paymentMethod) implements Change {}

    record Shared(@Nullable Share myShare) implements Change {}
}
