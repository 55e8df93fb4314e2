package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A subscription began, or was told of: its name, the price of one cycle, and how often it is paid.
 */
public record SubscriptionCreated(
        String name,
        Money cost,
        BillingCycle billingCycle,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate nextRenewalOn,
        @Nullable LocalDate trialEndsOn,
        @Nullable LocalDate endsOn)
        implements SubscriptionEvent {
    public SubscriptionCreated {
        name = Names.checked("name", name);
        Objects.requireNonNull(cost);
        Objects.requireNonNull(billingCycle);
        if (startedOn != null && endsOn != null && endsOn.isBefore(startedOn)) {
            throw new IllegalArgumentException(
                    "ends_on " + endsOn + " is before started_on " + startedOn);
        }
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_CREATED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(cost)
                .with(Field.BILLING_CYCLE, billingCycle)
                .with(Field.STARTED_ON, startedOn)
                .with(Field.NEXT_RENEWAL_ON, nextRenewalOn)
                .with(Field.TRIAL_ENDS_ON, trialEndsOn)
                .with(Field.ENDS_ON, endsOn)
                .unmodifiable();
    }
}
