package dev.sayso.reminder;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.History;
import dev.sayso.ledger.Projection;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is planned, made anew from the log, the settings and the acts; after the list, from whose
 * rows it plans.
 */
@Component
@Order(2)
public final class ReminderProjection implements Projection {
    @Override
    public String follower() {
        return ReminderFollower.NAME;
    }

    @Override
    public void rebuild(JdbcClient db, History history) {
        var account = history.account();
        var id = history.subscription();
        begin(db, account, history.events().getFirst().recordedAt());
        SqlPlans.put(db, account, id, Rules.of(history.standing()));
        if (id != null) {
            SqlPlans.put(db, account, id, Base.of(history.events(), history.standing()));
            new ReminderPlanner(db).plan(account, id);
        }
    }

    /** What is of no single one begins with the first event of all. */
    private static void begin(JdbcClient db, AccountId account, String recordedAt) {
        var base = SqlPlans.base(db, account, null);
        if (base.isEmpty() || base.get().since().compareTo(recordedAt) > 0) {
            SqlPlans.put(db, account, null, new Base(recordedAt, false));
        }
    }

    @Override
    public void finish(JdbcClient db) {
        SqlPlans.removeStrays(db);
        SqlPlans.accounts(db).forEach(account -> new ReminderPlanner(db).planDigest(account));
    }
}
