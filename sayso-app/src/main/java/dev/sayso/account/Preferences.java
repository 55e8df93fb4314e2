package dev.sayso.account;

import dev.sayso.platform.sql.Writer;

import org.springframework.stereotype.Component;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Changes what an account prefers. */
@Component
public final class Preferences {
    private final Writer writer;
    private final Accounts accounts;
    private final KnownKeys keys;
    private final List<PreferencesListener> listeners;

    Preferences(
            Writer writer, Accounts accounts, KnownKeys keys, List<PreferencesListener> listeners) {
        this.keys = keys;
        this.writer = writer;
        this.accounts = accounts;
        this.listeners = List.copyOf(listeners);
    }

    /** Writes them, and what hangs on them, in one unit. */
    public Account change(AccountId id, Locale locale, Currency currency, ZoneId zone) {
        var changed =
                writer.write(
                        db -> {
                            var before = SqlAccounts.get(db, id);
                            var now = new Account(id, before.name(), locale, currency, zone);
                            if (!now.equals(before)) {
                                SqlAccounts.update(db, now);
                                Held.forget(db);
                                listeners.forEach(it -> it.changed(db, before, now));
                            }
                            return now;
                        });
        accounts.lookAgain();
        keys.lookAgain();
        return changed;
    }
}
