package dev.sayso.ledger;

import dev.sayso.account.AccountId;
import dev.sayso.event.SubscriptionEvent;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * An event in the log: what was said, in the ledger's envelope.
 *
 * @param position its place in the log; positions commit in order and may have gaps
 * @param subscriptionId absent where it concerns no subscription
 * @param version counts the events of one subscription from 1, without gaps; absent likewise
 * @param recordedAt UTC with milliseconds, as text that sorts
 * @param occurredOn the day in the account's zone
 * @param replaces of a correction: the event that it takes the place of
 */
public record StoredEvent(
        long position,
        EventId id,
        AccountId accountId,
        @Nullable SubscriptionId subscriptionId,
        @Nullable Long version,
        SubscriptionEvent event,
        String recordedAt,
        LocalDate occurredOn,
        CaptureId cause,
        @Nullable EventId replaces) {}
