package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** It is paid in another cycle, with the price of the new one where it is given. */
public record SubscriptionCycleChanged(
        String name,
        BillingCycle billingCycle,
        @Nullable Money cost,
        @Nullable LocalDate effectiveOn)
        implements SubscriptionEvent {
    public SubscriptionCycleChanged {
        name = Names.checked("name", name);
        Objects.requireNonNull(billingCycle);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_CYCLE_CHANGED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(cost)
                .with(Field.BILLING_CYCLE, billingCycle)
                .with(Field.EFFECTIVE_ON, effectiveOn)
                .unmodifiable();
    }
}
