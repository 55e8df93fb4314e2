package dev.sayso.account;

import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** The local account of an installation, whom loopback needs no sign-in for. */
@Component
public final class Accounts {
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Readers readers;
    private volatile Seen local;

    Accounts(Writer writer, Readers readers, AccountDefaults defaults, Clock clock, Ids ids) {
        this.readers = readers;
        local =
                new Seen(
                        readers.read(db -> SqlAccounts.find(db, SqlAccounts.LOCAL))
                                .orElseGet(() -> make(writer, defaults, clock, ids)),
                        System.nanoTime());
    }

    private record Seen(Account account, long at) {}

    /** The account of whoever comes over loopback; another instance may have changed it. */
    public Account local() {
        var seen = local;
        if (System.nanoTime() - seen.at > KEPT.toNanos()) {
            lookAgain();
        }
        return local.account;
    }

    /** An account, inside a unit; events and plans name only accounts that are there. */
    public static Account get(JdbcClient db, AccountId id) {
        return SqlAccounts.get(db, id);
    }

    /** As above, outside of a unit. */
    public Account get(AccountId id) {
        return readers.read(db -> get(db, id));
    }

    void lookAgain() {
        readers.read(db -> SqlAccounts.find(db, SqlAccounts.LOCAL))
                .ifPresent(account -> local = new Seen(account, System.nanoTime()));
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
