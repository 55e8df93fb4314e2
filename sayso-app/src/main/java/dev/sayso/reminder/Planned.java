package dev.sayso.reminder;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A reminder that is to come: the next one of its kind and lead.
 *
 * @param subscription absent for what is about no single one
 * @param aboutOn the day that it is about: of the renewal, of the end
 */
record Planned(
        AccountId account,
        @Nullable SubscriptionId subscription,
        Kind kind,
        int daysBefore,
        LocalDate aboutOn,
        Instant dueAt) {}
