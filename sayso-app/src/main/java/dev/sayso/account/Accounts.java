package dev.sayso.account;

import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.time.Moments;

import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * All accounts; just now the one local account of an installation, whom loopback needs no sign-in
 * for.
 */
@Component
public final class Accounts {
    private static final String LOCAL = "local";

    private final Account local;

    Accounts(Writer writer, Readers readers, AccountDefaults defaults, Clock clock, Ids ids) {
        local =
                readers.read(db -> find(db, LOCAL))
                        .orElseGet(
                                () ->
                                        writer.write(
                                                db -> {
                                                    db.sql(
                                                                    """
                                                                    INSERT INTO accounts (id, name, locale, currency, zone, created_at)
                                                                    VALUES (:id, :name, :locale, :currency, :zone, :createdAt)
                                                                    """)
                                                            .param("id", ids.next())
                                                            .param("name", LOCAL)
                                                            .param(
                                                                    "locale",
                                                                    defaults.locale()
                                                                            .toLanguageTag())
                                                            .param(
                                                                    "currency",
                                                                    defaults.currency()
                                                                            .getCurrencyCode())
                                                            .param("zone", defaults.zone().getId())
                                                            .param(
                                                                    "createdAt",
                                                                    Moments.text(clock.instant()))
                                                            .update();
                                                    return find(db, LOCAL).orElseThrow();
                                                }));
    }

    /** The account of whoever comes over loopback. */
    public Account local() {
        return local;
    }

    private static Optional<Account> find(
            org.springframework.jdbc.core.simple.JdbcClient db, String name) {
        return db.sql("SELECT id, name, locale, currency, zone FROM accounts WHERE name = :name")
                .param("name", name)
                .query((row, _) -> account(row))
                .optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getString("id")),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("zone")));
    }
}
