package dev.sayso.subscription;

import dev.sayso.event.Money;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.SubscriptionId;

import java.time.LocalDate;

/**
 * Money that was noted as paid.
 *
 * @param id of the event that noted it
 * @param name the subscription's, as it is now
 * @param cause the message in which it was said, or the act
 */
public record Payment(
        EventId id,
        SubscriptionId subscriptionId,
        String name,
        Money cost,
        LocalDate paidOn,
        CaptureId cause) {}
