package dev.sayso.subscription;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.sql.Readers;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/** What was noted as paid. */
@Component
public final class Payments {
    /** How many payments a page, or an answer, may hold. */
    public static final int MAX_PAGE = 200;

    private static final int MOST = 2_000;
    private static final String LAST = "9999";

    private final Readers readers;

    Payments(Readers readers) {
        this.readers = readers;
    }

    /** Those of the days, both inclusive, the last first: as many as two thousand. */
    public List<Payment> between(AccountId account, LocalDate from, LocalDate to) {
        return readers.read(db -> SqlPayments.between(db, account, from, to, MOST));
    }

    /** The last ones of all. */
    public List<Payment> latest(AccountId account) {
        return readers.read(db -> SqlPayments.before(db, account, LAST, "", MAX_PAGE));
    }

    /** Those of one subscription, the last first. */
    public List<Payment> of(AccountId account, SubscriptionId subscription) {
        return readers.read(db -> SqlPayments.of(db, account, subscription, MOST));
    }
}
