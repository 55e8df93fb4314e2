package dev.sayso.subscription;

import dev.sayso.account.AccountId;
import dev.sayso.event.Money;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.ledger.SubscriptionId;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** The rows of {@code payments}, folded from the log beside those of {@code subscriptions}. */
final class SqlPayments {
    private static final String COLUMNS =
            "p.event_id, p.subscription_id, s.name, p.cost_minor, p.currency, p.paid_on, p.cause";

    private SqlPayments() {}

    static void add(JdbcClient db, StoredEvent stored) {
        if (!(stored.event() instanceof PaymentRecorded(_, var cost, var day))) {
            return;
        }
        db.sql(
                        """
                        INSERT INTO payments (event_id, account_id, subscription_id, paid_on, cost_minor, currency, cause)
                        VALUES (:id, :account, :subscription, :paidOn, :costMinor, :currency, :cause)
                        """)
                .param("id", stored.id().value())
                .param("account", stored.accountId().value())
                .param("subscription", Objects.requireNonNull(stored.subscriptionId()).value())
                .param("paidOn", (day == null ? stored.occurredOn() : day).toString())
                .param("costMinor", SqlSubscriptions.minor(cost))
                .param("currency", cost.currency().getCurrencyCode())
                .param("cause", stored.cause().value())
                .update();
    }

    static void remove(JdbcClient db, AccountId account, SubscriptionId subscription) {
        db.sql(
                        "DELETE FROM payments WHERE account_id = :account AND subscription_id ="
                                + " :subscription")
                .param("account", account.value())
                .param("subscription", subscription.value())
                .update();
    }

    static void removeStrays(JdbcClient db) {
        db.sql(
                        """
                        DELETE FROM payments
                        WHERE  NOT EXISTS (SELECT 1 FROM events e WHERE e.id = payments.event_id)
                        """)
                .update();
    }

    /** Those of the days, both inclusive, the last first. */
    static List<Payment> between(
            JdbcClient db, AccountId account, LocalDate from, LocalDate to, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """

                                FROM   payments p JOIN subscriptions s ON s.id = p.subscription_id
                                WHERE  p.account_id = :account
                                  AND  p.paid_on >= :from
                                  AND  p.paid_on <= :to
                                ORDER BY p.paid_on DESC, p.event_id DESC
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("from", from.toString())
                .param("to", to.toString())
                .param("limit", limit)
                .query((row, _) -> payment(row))
                .list();
    }

    /** A page of all after one, given by its day and id; the last first. */
    static List<Payment> before(
            JdbcClient db, AccountId account, String day, String id, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """

                                FROM   payments p JOIN subscriptions s ON s.id = p.subscription_id
                                WHERE  p.account_id = :account
                                  AND  (p.paid_on < :day OR p.paid_on = :day AND p.event_id < :id)
                                ORDER BY p.paid_on DESC, p.event_id DESC
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("day", day)
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> payment(row))
                .list();
    }

    /** Those of one subscription, the last first. */
    static List<Payment> of(
            JdbcClient db, AccountId account, SubscriptionId subscription, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """

                                FROM   payments p JOIN subscriptions s ON s.id = p.subscription_id
                                WHERE  p.account_id = :account
                                  AND  p.subscription_id = :subscription
                                ORDER BY p.paid_on DESC, p.event_id DESC
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("subscription", subscription.value())
                .param("limit", limit)
                .query((row, _) -> payment(row))
                .list();
    }

    /** The subscriptions of which payments are noted, those of the last one first. */
    static List<SubscriptionId> watched(JdbcClient db, AccountId account, int limit) {
        return db.sql(
                        """
                        SELECT subscription_id
                        FROM   payments
                        WHERE  account_id = :account
                        GROUP BY subscription_id
                        ORDER BY max(paid_on) DESC, subscription_id
                        LIMIT  :limit
                        """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> new SubscriptionId(row.getString(1)))
                .list();
    }

    private static Payment payment(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Payment(
                new EventId(row.getString("event_id")),
                new SubscriptionId(row.getString("subscription_id")),
                row.getString("name"),
                new Money(
                        java.math.BigDecimal.valueOf(
                                row.getLong("cost_minor"), Money.fractionDigits(currency)),
                        currency),
                LocalDate.parse(row.getString("paid_on")),
                new CaptureId(row.getString("cause")));
    }
}
