package dev.sayso.notification;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a delivery that failed is tried again: a day long, ever more seldom, never in step. */
final class Backoff {
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12));

    /** How often one is tried. */
    static final int ATTEMPTS = WAITS.size() + 1;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after the attempt of that number: half of it sure, half by chance; empty: no more.
     */
    Optional<Duration> after(int attempt) {
        if (attempt >= ATTEMPTS) {
            return Optional.empty();
        }
        long half = WAITS.get(Math.max(0, attempt - 1)).toMillis() / 2;
        return Optional.of(Duration.ofMillis(half + random.nextLong(half + 1)));
    }
}
