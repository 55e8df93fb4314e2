package dev.sayso.notification;

import dev.sayso.account.AccountId;
import dev.sayso.notification.Delivery.State;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** What is on its way to an account's channels, and what became of it. */
@Component
public final class Deliveries {
    /** How many are given at once. */
    public static final int MAX_PAGE = 100;

    private final SqlDeliveries deliveries;
    private final Writer writer;
    private final Readers readers;

    Deliveries(SqlDeliveries deliveries, Writer writer, Readers readers) {
        this.deliveries = deliveries;
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * The latest first, from before the position on, each with its attempts.
     *
     * @param state of that state only, or of all
     */
    public List<Delivery> before(
            AccountId account, Optional<State> state, long position, int limit) {
        return readers.read(
                db ->
                        deliveries.before(
                                db, account, state, position, Math.min(limit, MAX_PAGE + 1)));
    }

    /** Begins a dead one anew; false when the account has no dead one of that id. */
    public boolean retry(AccountId account, String id) {
        return writer.write(db -> deliveries.revive(db, account, id));
    }
}
