package dev.sayso.ledger;

import dev.sayso.account.AccountId;

import org.jspecify.annotations.Nullable;

/** Events whose order holds: those of one subscription, or those of an account that are of none. */
record Lane(AccountId account, @Nullable SubscriptionId subscription) {
    /** As its column, which is never null. */
    String subscriptionText() {
        return subscription == null ? "" : subscription.value();
    }

    static Lane of(String account, String subscription) {
        return new Lane(
                new AccountId(account),
                subscription.isEmpty() ? null : new SubscriptionId(subscription));
    }
}
