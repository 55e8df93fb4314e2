package dev.sayso.catalogue;

import dev.sayso.event.BillingCycle;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.List;

/**
 * A service that people pay for regularly.
 *
 * @param name as a person would write it
 * @param aliases other ways to write it; no name or alias belongs to two services
 * @param category one of {@link Category}
 * @param currency in which it is usually paid, where that is generally known
 * @param cycle how often it is usually paid, where that is generally known
 * @param onlyBySubscription whether a payment to it can only be for a subscription
 * @param thing whether it is no company's but a thing of which everyone has their own: Gym, Rent,
 *     Milk; its name is an everyday word, and often but a part of a name (Ramesh doodhwala,
 *     borewell AMC), so words beside it belong to it sooner than to a service's
 * @param spoken how a small speech model that lacks the word hears it ("net flicks")
 * @param descriptors how it stands in a bank statement ({@code NETFLIX.COM})
 */
public record Service(
        String name,
        List<String> aliases,
        Category category,
        @Nullable Currency currency,
        @Nullable BillingCycle cycle,
        boolean onlyBySubscription,
        boolean thing,
        List<String> spoken,
        List<String> descriptors) {
    public Service {
        aliases = List.copyOf(aliases);
        spoken = List.copyOf(spoken);
        descriptors = List.copyOf(descriptors);
    }
}
