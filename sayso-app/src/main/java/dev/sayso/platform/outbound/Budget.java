package dev.sayso.platform.outbound;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import java.time.Duration;

/**
 * How many retries a dependency gets: one a second, and one for every ten calls. It is asked before
 * the wait, so that what fails is not called three times as often just when it fails.
 */
final class Budget {
    private static final int RETRY = 10;
    private static final int MOST = 10 * RETRY;

    private final Bucket tenths;

    Budget(TimeMeter time) {
        tenths =
                Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(
                                Bandwidth.builder()
                                        .capacity(MOST)
                                        .refillGreedy(RETRY, Duration.ofSeconds(1))
                                        .build())
                        .build();
    }

    void called() {
        tenths.addTokens(1);
    }

    boolean mayRetry() {
        return tenths.tryConsume(RETRY);
    }
}
