package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** Money was paid for it. */
public record PaymentRecorded(String name, Money cost, @Nullable LocalDate paidOn)
        implements SubscriptionEvent {
    public PaymentRecorded {
        name = Names.checked("name", name);
        Objects.requireNonNull(cost);
    }

    @Override
    public EventType type() {
        return EventType.PAYMENT_RECORDED;
    }

    @Override
    public Map<Field, Object> fields() {
        return Fields.of()
                .with(Field.NAME, name)
                .with(cost)
                .with(Field.PAID_ON, paidOn)
                .unmodifiable();
    }
}
