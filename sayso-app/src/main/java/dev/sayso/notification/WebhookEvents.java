package dev.sayso.notification;

import dev.sayso.ledger.Follower;
import dev.sayso.ledger.StoredEvent;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts each committed event on its way to the webhooks of its account. */
@Component
final class WebhookEvents implements Follower {
    private final SqlDeliveries deliveries;

    WebhookEvents(SqlDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    /** One that is added later must not be told three years of history. */
    @Override
    public Start start() {
        return Start.NOW;
    }

    @Override
    public void on(JdbcClient db, StoredEvent event) {
        deliveries.fanOut(db, event);
    }
}
