package dev.sayso.faults;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** How much is tried, and by which seed: {@code -Dfaults.full}, {@code -Dfaults.seed=N}. */
final class Faults {
    private static final boolean FULL = Boolean.getBoolean("faults.full");
    private static final long SEED = seed();

    private Faults() {}

    /** A sample on each change, all of it before a release. */
    static int count(int sample, int full) {
        return FULL ? full : sample;
    }

    static Random random(String test) {
        return new Random(SEED * 31 + test.hashCode());
    }

    /** One line a test, for docs/operations.md. */
    static void report(String sentence, Object... values) {
        System.out.println("faults: " + String.format(sentence, values) + " (seed " + SEED + ")");
    }

    private static long seed() {
        var given = System.getProperty("faults.seed", "");
        return given.isBlank()
                ? ThreadLocalRandom.current().nextInt(1_000_000)
                : Long.parseLong(given);
    }
}
