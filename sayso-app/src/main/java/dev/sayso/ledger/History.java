package dev.sayso.ledger;

import dev.sayso.account.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * All that the log has of one subscription, in order; or, with none, of what an account said of all
 * of them.
 *
 * @param standing what of it stands, as {@link EventLog#of} gives it
 */
public record History(
        AccountId account,
        @Nullable SubscriptionId subscription,
        List<StoredEvent> events,
        List<StoredEvent> standing) {
    public History {
        events = List.copyOf(events);
        standing = List.copyOf(standing);
    }

    static History of(Lane lane, List<StoredEvent> events) {
        return new History(lane.account(), lane.subscription(), events, Standing.of(events));
    }
}
