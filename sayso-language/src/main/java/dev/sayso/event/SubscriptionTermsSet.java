package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;

/**
 * Until when it is free, and when it ends, as they are from now on; what is absent is not so. A day
 * of the trial's end is that of the first payment. Written only by the product.
 */
public record SubscriptionTermsSet(
        String name, @Nullable LocalDate trialEndsOn, @Nullable LocalDate endsOn)
        implements SubscriptionEvent {
    public SubscriptionTermsSet {
        name = Names.checked("name", name);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_TERMS_SET;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(Field.TRIAL_ENDS_ON, trialEndsOn)
                .with(Field.ENDS_ON, endsOn)
                .unmodifiable();
    }
}
