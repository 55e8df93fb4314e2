package dev.sayso.subscription;

import dev.sayso.event.Share;
import dev.sayso.event.SubscriptionDetailsSet;
import dev.sayso.event.Tags;

import org.jspecify.annotations.Nullable;

/** What a person keeps beside a subscription. */
public record Details(
        @Nullable String note, Tags tags, @Nullable String paymentMethod, @Nullable Share myShare) {
    public static final Details NONE =
            new Details(null, SubscriptionDetailsSet.NO_TAGS, null, null);
}
