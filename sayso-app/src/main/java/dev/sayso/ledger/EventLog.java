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
    default StoredEvent append(
            JdbcClient db,
            Account account,
            @Nullable SubscriptionId subscription,
            SubscriptionEvent event,
            CaptureId cause) {
        return append(db, account, subscription, event, cause, null);
    }

    /** As above; of a correction, with the event that it takes the place of. */
    StoredEvent append(
            JdbcClient db,
            Account account,
            @Nullable SubscriptionId subscription,
            SubscriptionEvent event,
            CaptureId cause,
            @Nullable EventId replaces);

    /**
     * The events of a subscription that stand, each in its place: a correction in that of what it
     * corrects. An event stands when no event that stands itself retracts it.
     */
    List<StoredEvent> of(JdbcClient db, AccountId account, SubscriptionId subscription);

    /**
     * All that was ever said of a subscription, in order, with what was taken back since; without
     * the acts of taking back.
     */
    List<Told> history(AccountId account, SubscriptionId subscription);

    /** As {@link #of}, the events that are of no subscription: what was said of all of them. */
    List<StoredEvent> ofNone(JdbcClient db, AccountId account);

    /** An event of the account, standing or not. */
    Optional<StoredEvent> find(JdbcClient db, AccountId account, EventId event);

    /** The event, or what took its place since, if one of them stands. */
    Optional<StoredEvent> standing(JdbcClient db, AccountId account, EventId event);

    /**
     * Takes back an event that stands, or lets one stand again that was taken back: by an event
     * that retracts it, or that retracts the last retraction of it.
     */
    StoredEvent turn(JdbcClient db, Account account, StoredEvent event, CaptureId cause);

    /** The last position that the account's events have, 0 where there is none. */
    long position(JdbcClient db, AccountId account);

    /** A page of the account's events after a position, in order. */
    List<StoredEvent> after(AccountId account, long position, int limit);
}
