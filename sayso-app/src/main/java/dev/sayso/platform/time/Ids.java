package dev.sayso.platform.time;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Mints ids: UUIDs of version 7 (RFC 9562, 5.7), which sort by the millisecond of their minting.
 * Thread-safe.
 */
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;

    Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        long high = clock.millis() << 16 | 0x7000 | random.nextLong() & 0x0fff;
        long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
