package dev.sayso.platform.time;

import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Mints ids: UUIDs of version 7, which sort as they were minted here, also within a millisecond and
 * when the clock goes back (RFC 9562, 6.2, method 1: a counter after the milliseconds).
 * Thread-safe.
 */
public final class Ids {
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** An id that is a secret: 128 random bits, as 32 hexadecimal digits. */
    public String secret() {
        return HexFormat.of().toHexDigits(random.nextLong())
                + HexFormat.of().toHexDigits(random.nextLong());
    }

    public String next() {
        // begins in the lower half of the counter, so that a millisecond has room for 2,048 at
        // least
        long fresh = clock.millis() << COUNTER_BITS | random.nextInt(1 << COUNTER_BITS - 1);
        long stamp = last.updateAndGet(before -> Math.max(fresh, before + 1));
        long high = stamp >>> COUNTER_BITS << 16 | 0x7000 | stamp & (1 << COUNTER_BITS) - 1;
        long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
