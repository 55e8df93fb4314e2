package dev.sayso.ledger;

import dev.sayso.platform.sql.Readers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How far the followers have come: for the operator and as meters. */
public final class FollowerStandings {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_PARKED = 100;

    private final Readers readers;
    private final Clock clock;
    private @Nullable Read read;

    FollowerStandings(
            List<Follower> followers, Readers readers, Clock clock, MeterRegistry registry) {
        this.readers = readers;
        this.clock = clock;
        for (var follower : followers) {
            gauge(
                    registry,
                    follower,
                    "sayso.follower.lag",
                    "positions of the log that it has yet to take",
                    it -> it.head() - it.position());
            Gauge.builder("sayso.follower.age", () -> age(follower.name()))
                    .baseUnit("seconds")
                    .description("how long the first event that it has yet to take has waited")
                    .tag("follower", follower.name())
                    .register(registry);
            gauge(
                    registry,
                    follower,
                    "sayso.follower.parked",
                    "subscriptions that it set aside after a failure",
                    SqlFollowers.Standing::parked);
        }
    }

    /**
     * How far one has come.
     *
     * @param behind positions, gaps included, that it has yet to take
     * @param oldestAt when the first event that it has yet to take was noted
     */
    public record Follows(
            String name,
            long position,
            long behind,
            @Nullable String oldestAt,
            List<SetAside> parked) {
        public Follows {
            parked = List.copyOf(parked);
        }
    }

    /**
     * Events that one set aside.
     *
     * @param subscriptionId absent for those of no subscription
     * @param failure its kind
     */
    public record SetAside(
            String accountId,
            @Nullable SubscriptionId subscriptionId,
            long position,
            String failure,
            int attempts,
            String parkedAt,
            String nextTryAt) {}

    public List<Follows> all() {
        return readers.read(
                db ->
                        SqlFollowers.standings(db).stream()
                                .map(
                                        it ->
                                                new Follows(
                                                        it.name(),
                                                        it.position(),
                                                        Math.max(0, it.head() - it.position()),
                                                        it.oldest(),
                                                        parked(db, it)))
                                .toList());
    }

    private static List<SetAside> parked(
            org.springframework.jdbc.core.simple.JdbcClient db, SqlFollowers.Standing it) {
        return it.parked() == 0
                ? List.of()
                : SqlFollowers.parked(db, it.name(), MOST_PARKED).stream()
                        .map(
                                parked ->
                                        new SetAside(
                                                parked.lane().account().value(),
                                                parked.lane().subscription(),
                                                parked.position(),
                                                parked.failure(),
                                                parked.attempts(),
                                                parked.parkedAt(),
                                                parked.nextTryAt()))
                        .toList();
    }

    private void gauge(
            MeterRegistry registry,
            Follower follower,
            String name,
            String description,
            ToDoubleFunction<SqlFollowers.Standing> value) {
        Gauge.builder(name, () -> value(follower.name(), value))
                .description(description)
                .tag("follower", follower.name())
                .register(registry);
    }

    private double age(String follower) {
        var now = clock.instant();
        return value(
                follower,
                it -> {
                    var oldest = it.oldest();
                    return oldest == null
                            ? 0
                            : Math.max(0, Duration.between(Instant.parse(oldest), now).toMillis())
                                    / 1e3;
                });
    }

    private double value(String follower, ToDoubleFunction<SqlFollowers.Standing> value) {
        for (var it : standings()) {
            if (it.name().equals(follower)) {
                return Math.max(0, value.applyAsDouble(it));
            }
        }
        return 0;
    }

    /** Read once for all gauges of one look. */
    private synchronized List<SqlFollowers.Standing> standings() {
        long now = System.nanoTime();
        var last = read;
        if (last == null || now - last.at > FRESH.toNanos()) {
            last = new Read(readers.read(SqlFollowers::standings), now);
            read = last;
        }
        return last.standings;
    }

    private record Read(List<SqlFollowers.Standing> standings, long at) {}
}
