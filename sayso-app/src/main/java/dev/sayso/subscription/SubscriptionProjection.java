package dev.sayso.subscription;

import dev.sayso.ledger.History;
import dev.sayso.ledger.Projection;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the list and of what was paid, made anew from the log. */
@Component
@Order(1)
public final class SubscriptionProjection implements Projection {
    @Override
    public void rebuild(JdbcClient db, History history) {
        var subscription = history.subscription();
        if (subscription == null) {
            return;
        }
        SqlSubscriptions.remove(db, history.account(), subscription);
        SqlPayments.remove(db, history.account(), subscription);
        Fold.of(history.standing())
                .ifPresent(
                        it -> {
                            SqlSubscriptions.put(db, history.account(), it);
                            history.standing().forEach(stored -> SqlPayments.add(db, stored));
                        });
    }

    @Override
    public void finish(JdbcClient db) {
        SqlSubscriptions.removeStrays(db);
        SqlPayments.removeStrays(db);
    }
}
