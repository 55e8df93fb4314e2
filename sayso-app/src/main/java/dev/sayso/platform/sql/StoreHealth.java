package dev.sayso.platform.sql;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Part of readiness: whether what is written is being made durable. */
@Component("storage")
final class StoreHealth implements HealthIndicator {
    private final Writer writer;

    StoreHealth(Writer writer) {
        this.writer = writer;
    }

    @Override
    public Health health() {
        return (writer.isHealthy() ? Health.up() : Health.down()).build();
    }
}
