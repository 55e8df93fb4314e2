package dev.sayso.subscription;

import dev.sayso.account.AccountId;
import dev.sayso.event.BillingCycle;
import dev.sayso.event.Money;
import dev.sayso.event.Share;
import dev.sayso.event.Tags;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.subscription.Subscription.Later;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The rows of {@code subscriptions}. */
final class SqlSubscriptions {
    private static final String COLUMNS =
            """
            id, name, cost_minor, currency, later_minor, later_currency, later_from, billing_cycle, anchor_on, renews_from,
            renewal_assumed, started_on, trial_ends_on, ends_on, paused, resumes_on, cancelled_on, version,
            note, tags, payment_method, my_share
            """;

    private SqlSubscriptions() {}

    static void put(JdbcClient db, AccountId account, Subscription it) {
        db.sql(
                        """
                        INSERT INTO subscriptions (id, account_id, name, name_key, cost_minor, currency, later_minor,
                                                   later_currency, later_from, billing_cycle, anchor_on, renews_from, renewal_assumed, started_on,
                                                   trial_ends_on, ends_on, paused, resumes_on, cancelled_on, version,
                                                   note, tags, payment_method, my_share)
                        VALUES (:id, :account, :name, :nameKey, :costMinor, :currency, :laterMinor,
                                :laterCurrency, :laterFrom, :cycle, :anchorOn, :renewsFrom, :assumed, :startedOn,
                                :trialEndsOn, :endsOn, :paused, :resumesOn, :cancelledOn, :version,
                                :note, :tags, :paymentMethod, :myShare)
                        ON CONFLICT (id) DO UPDATE SET
                            name = excluded.name, name_key = excluded.name_key, cost_minor = excluded.cost_minor,
                            currency = excluded.currency, later_minor = excluded.later_minor,
                            later_currency = excluded.later_currency, later_from = excluded.later_from,
                            billing_cycle = excluded.billing_cycle, anchor_on = excluded.anchor_on,
                            renews_from = excluded.renews_from, renewal_assumed = excluded.renewal_assumed,
                            started_on = excluded.started_on, trial_ends_on = excluded.trial_ends_on,
                            ends_on = excluded.ends_on, paused = excluded.paused, resumes_on = excluded.resumes_on,
                            cancelled_on = excluded.cancelled_on, version = excluded.version,
                            note = excluded.note, tags = excluded.tags,
                            payment_method = excluded.payment_method, my_share = excluded.my_share
                        """)
                .param("id", it.id().value())
                .param("account", account.value())
                .param("name", it.name())
                .param("nameKey", NameKey.of(it.name()).value())
                .param("costMinor", minor(it.cost()))
                .param("laterMinor", it.later() == null ? null : minor(it.later().cost()))
                .param(
                        "laterCurrency",
                        it.later() == null ? null : it.later().cost().currency().getCurrencyCode())
                .param("laterFrom", it.later() == null ? null : it.later().from().toString())
                .param("currency", it.cost().currency().getCurrencyCode())
                .param("cycle", it.cycle().wire())
                .param("anchorOn", it.anchorOn().toString())
                .param("renewsFrom", it.renewsFrom().toString())
                .param("assumed", it.renewalAssumed() ? 1 : 0)
                .param("startedOn", text(it.startedOn()))
                .param("trialEndsOn", text(it.trialEndsOn()))
                .param("endsOn", text(it.endsOn()))
                .param("paused", it.paused() ? 1 : 0)
                .param("resumesOn", text(it.resumesOn()))
                .param("cancelledOn", text(it.cancelledOn()))
                .param("version", it.version())
                .param("note", it.details().note())
                .param("tags", it.details().tags().toString())
                .param("paymentMethod", it.details().paymentMethod())
                .param("myShare", text(it.details().myShare()))
                .update();
    }

    static void remove(JdbcClient db, AccountId account, SubscriptionId id) {
        db.sql("DELETE FROM subscriptions WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    static void removeStrays(JdbcClient db) {
        db.sql(
                        """
                        DELETE FROM subscriptions
                        WHERE  NOT EXISTS (SELECT 1 FROM events e
                                           WHERE  e.subscription_id = subscriptions.id)
                        """)
                .update();
    }

    static Optional<Subscription> find(JdbcClient db, AccountId account, SubscriptionId id) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM subscriptions WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .query((row, _) -> subscription(row))
                .optional();
    }

    static List<Subscription> named(JdbcClient db, AccountId account, NameKey key, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM   subscriptions
                                WHERE  account_id = :account
                                  AND  name_key = :key
                                ORDER BY id
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("key", key.value())
                .param("limit", limit)
                .query((row, _) -> subscription(row))
                .list();
    }

    static List<Subscription> after(JdbcClient db, AccountId account, String id, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM   subscriptions
                                WHERE  account_id = :account
                                  AND  id > :id
                                ORDER BY id
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> subscription(row))
                .list();
    }

    static List<String> names(JdbcClient db, AccountId account, int limit) {
        return db.sql(
                        """
                        SELECT DISTINCT name
                        FROM   subscriptions
                        WHERE  account_id = :account
                        ORDER BY name
                        LIMIT  :limit
                        """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var laterFrom = day(row, "later_from");
        return new Subscription(
                new SubscriptionId(row.getString("id")),
                row.getString("name"),
                money(row.getLong("cost_minor"), currency),
                laterFrom == null
                        ? null
                        : new Later(
                                money(
                                        row.getLong("later_minor"),
                                        Currency.getInstance(row.getString("later_currency"))),
                                laterFrom),
                BillingCycle.parse(row.getString("billing_cycle")),
                LocalDate.parse(row.getString("anchor_on")),
                LocalDate.parse(row.getString("renews_from")),
                row.getInt("renewal_assumed") == 1,
                day(row, "started_on"),
                day(row, "trial_ends_on"),
                day(row, "ends_on"),
                row.getInt("paused") == 1,
                day(row, "resumes_on"),
                day(row, "cancelled_on"),
                row.getLong("version"),
                details(row));
    }

    private static Details details(ResultSet row) throws SQLException {
        var share = row.getString("my_share");
        return new Details(
                row.getString("note"),
                Tags.parse(row.getString("tags")),
                row.getString("payment_method"),
                share == null ? null : Share.parse(share));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static long minor(Money money) {
        return money.amount()
                .movePointRight(Money.fractionDigits(money.currency()))
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    private static Money money(long minor, Currency currency) {
        return new Money(BigDecimal.valueOf(minor, Money.fractionDigits(currency)), currency);
    }
}
