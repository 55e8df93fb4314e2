package dev.sayso.ledger;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.event.SubscriptionEvent;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Optional;

/**
 * The append-only log. Appending happens inside a unit of {@code Writer}; nothing is ever updated.
 */
public interface EventLog {
    /** How many events a page may hold. */
    int MAX_PAGE = 200;

    /** Appends an event, as the next version of its subscription. */
    StoredEvent append(
            JdbcClient db,
            Account account,
            @Nullable SubscriptionId subscription,
            SubscriptionEvent event,
            CaptureId cause);

    /** The events of a subscription in order that no later event retracts. */
    List<StoredEvent> of(JdbcClient db, AccountId account, SubscriptionId subscription);

    /** Those of the account's events that no later event retracts. */
    List<StoredEvent> standing(JdbcClient db, AccountId account, List<EventId> events);

    /** An event of the account, retracted or not. */
    Optional<StoredEvent> find(JdbcClient db, AccountId account, EventId event);

    /** The last position that the account's events have, 0 where there is none. */
    long position(JdbcClient db, AccountId account);

    /** A page of the account's events after a position, in order. */
    List<StoredEvent> after(AccountId account, long position, int limit);
}
