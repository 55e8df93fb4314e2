package dev.sayso.account;

import dev.sayso.platform.time.Moments;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of accounts. */
final class SqlAccounts {
    static final String LOCAL = "local";

    private SqlAccounts() {}

    static Optional<Account> find(JdbcClient db, String name) {
        return db.sql("SELECT id, name, locale, currency, zone FROM accounts WHERE name = :name")
                .param("name", name)
                .query((row, _) -> account(row))
                .optional();
    }

    static Account get(JdbcClient db, AccountId id) {
        return db.sql("SELECT id, name, locale, currency, zone FROM accounts WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> account(row))
                .single();
    }

    static void update(JdbcClient db, Account account) {
        db.sql(
                        """
                        UPDATE accounts SET locale = :locale, currency = :currency, zone = :zone
                        WHERE  id = :id
                        """)
                .param("id", account.id().value())
                .param("locale", account.locale().toLanguageTag())
                .param("currency", account.currency().getCurrencyCode())
                .param("zone", account.zone().getId())
                .update();
    }

    /** All, with whether each is an operator, by name. */
    static List<Member> all(JdbcClient db) {
        return db.sql(
                        """
                        SELECT id, name, locale, currency, zone, operator
                        FROM   accounts ORDER BY name LIMIT 10000
                        """)
                .query((row, _) -> new Member(account(row), row.getInt("operator") != 0))
                .list();
    }

    static void insert(JdbcClient db, Account account, boolean operator, Instant now) {
        db.sql(
                        """
                        INSERT INTO accounts (id, name, locale, currency, zone, created_at, operator)
                        VALUES (:id, :name, :locale, :currency, :zone, :createdAt, :operator)
                        """)
                .param("id", account.id().value())
                .param("name", account.name())
                .param("locale", account.locale().toLanguageTag())
                .param("currency", account.currency().getCurrencyCode())
                .param("zone", account.zone().getId())
                .param("createdAt", Moments.text(now))
                .param("operator", operator ? 1 : 0)
                .update();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getString("id")),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("zone")));
    }
}
