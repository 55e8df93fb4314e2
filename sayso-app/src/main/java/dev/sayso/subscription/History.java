package dev.sayso.subscription;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.ledger.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

/** What happened to a subscription, with the words in which it was said. */
@Component
public final class History {
    private final EventLog log;
    private final Sayings sayings;

    History(EventLog log, Sayings sayings) {
        this.log = log;
        this.sayings = sayings;
    }

    /** An event with the words that caused it; without words it was done by hand. */
    public record Entry(Told told, Sayings.@Nullable Saying said) {}

    /**
     * All of it, in order, with what was taken back since.
     *
     * @throws NoSuchSubscription when there never was one of the account's
     */
    public List<Entry> of(AccountId account, SubscriptionId id) {
        var told = log.history(account, id);
        if (told.isEmpty()) {
            throw new NoSuchSubscription("subscription", id.value());
        }
        var said = sayings.of(account, told.stream().map(it -> it.stored().cause()).toList());
        return told.stream().map(it -> new Entry(it, said.get(it.stored().cause()))).toList();
    }
}
