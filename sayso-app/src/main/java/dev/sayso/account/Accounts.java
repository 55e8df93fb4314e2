package dev.sayso.account;

import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;

import org.springframework.stereotype.Component;

import java.time.Clock;

/** The local account of an installation, whom loopback needs no sign-in for. */
@Component
public final class Accounts {
    private final Account local;

    Accounts(Writer writer, Readers readers, AccountDefaults defaults, Clock clock, Ids ids) {
        local =
                readers.read(db -> SqlAccounts.find(db, SqlAccounts.LOCAL))
                        .orElseGet(() -> make(writer, defaults, clock, ids));
    }

    /** The account of whoever comes over loopback. */
    public Account local() {
        return local;
    }

    private static Account make(Writer writer, AccountDefaults defaults, Clock clock, Ids ids) {
        var account =
                new Account(
                        new AccountId(ids.next()),
                        SqlAccounts.LOCAL,
                        defaults.locale(),
                        defaults.currency(),
                        defaults.zone());
        return writer.write(
                db ->
                        // another instance may have made it just now
                        SqlAccounts.find(db, SqlAccounts.LOCAL)
                                .orElseGet(
                                        () -> {
                                            SqlAccounts.insert(db, account, true, clock.instant());
                                            return account;
                                        }));
    }
}
