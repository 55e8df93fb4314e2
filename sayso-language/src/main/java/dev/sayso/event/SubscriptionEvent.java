package dev.sayso.event;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Something that happened to what a person pays for. An event is valid once constructed; the same
 * record is what the parser reads, the log stores and the API shows.
 */
public sealed interface SubscriptionEvent
        permits SubscriptionCreated,
                SubscriptionPriceChanged,
                SubscriptionRenewalSet,
                SubscriptionCycleChanged,
                SubscriptionCancelled,
                SubscriptionPaused,
                SubscriptionResumed,
                PaymentRecorded,
                ReminderSet,
                EventRetracted,
                ReminderRemoved,
                SubscriptionRenamed,
                SubscriptionTermsSet,
                SubscriptionDetailsSet {

    EventType type();

    /** The subscription that it speaks of, or null where it speaks of none or of all. */
    @Nullable String name();

    /**
     * Its fields that are set, in the order of the wire; {@code type().build(fields())} is equal to
     * this.
     */
    Map<Field, Object> fields();
}
