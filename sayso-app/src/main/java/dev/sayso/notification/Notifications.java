package dev.sayso.notification;

import dev.sayso.account.AccountId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where other modules say what is to be told. */
@Component
public final class Notifications {
    private final SqlNotices notices;
    private final SqlDeliveries deliveries;

    Notifications(SqlNotices notices, SqlDeliveries deliveries) {
        this.notices = notices;
        this.deliveries = deliveries;
    }

    /**
     * Puts the notice into the inbox and, for what the person chose, on its way to their channels;
     * to be called inside a unit of {@code Writer}, with whose commit it becomes true. Nothing is
     * sent within the unit.
     *
     * @return whether it is new; false when the account has one of this key, and nothing was done
     */
    public boolean enqueue(JdbcClient db, Notice notice) {
        var id = notices.insert(db, notice);
        id.ifPresent(it -> deliveries.fanOut(db, it, notice));
        return id.isPresent();
    }

    /**
     * Takes a notice back that is no longer so: it leaves the inbox and is sent nowhere any more;
     * inside a unit. Its key stays used.
     *
     * @return whether there was one
     */
    public boolean withdraw(JdbcClient db, AccountId account, String key) {
        return notices.dismissByKey(db, account, key);
    }
}
