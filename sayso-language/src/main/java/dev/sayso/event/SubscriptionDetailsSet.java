package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What a person keeps beside it, all of it as it is from now on; what is absent is none. Written
 * only by the product.
 */
public record SubscriptionDetailsSet(
        String name,
        @Nullable String note,
        Tags tags,
        @Nullable String paymentMethod,
        @Nullable Share myShare)
        implements SubscriptionEvent {
    public static final Tags NO_TAGS = new Tags(List.of());

    public SubscriptionDetailsSet {
        name = Names.checked("name", name);
        note = note == null ? null : Names.checkedNote(note);
        paymentMethod =
                paymentMethod == null ? null : Names.checked("payment_method", paymentMethod);
    }

    @Override
    public EventType type() {
        return EventType.SUBSCRIPTION_DETAILS_SET;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(Field.NOTE, note)
                .with(Field.TAGS, tags.words().isEmpty() ? null : tags)
                .with(Field.PAYMENT_METHOD, paymentMethod)
                .with(Field.MY_SHARE, myShare)
                .unmodifiable();
    }
}
