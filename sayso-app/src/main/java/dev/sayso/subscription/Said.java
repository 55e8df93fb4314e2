package dev.sayso.subscription;

import dev.sayso.event.SubscriptionEvent;

/**
 * Something said that is to be noted.
 *
 * @param currencyImplied the text named no currency, so the subscription's own goes first
 * @param confirmed the person has seen what is there and wants it all the same
 */
public record Said(SubscriptionEvent event, boolean currencyImplied, boolean confirmed) {}
