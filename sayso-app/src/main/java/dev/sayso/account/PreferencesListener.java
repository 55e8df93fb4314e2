package dev.sayso.account;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hears that an account prefers something else, in the unit that writes it: what hangs on the zone
 * or the locale and is not in the log changes with it, or neither does.
 */
public interface PreferencesListener {
    void changed(JdbcClient db, Account before, Account now);
}
