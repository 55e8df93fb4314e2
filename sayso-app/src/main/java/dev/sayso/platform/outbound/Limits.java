package dev.sayso.platform.outbound;

import java.time.Duration;

/**
 * What a call may take.
 *
 * @param total of it with all its attempts
 * @param bytes the most that an answer may have
 * @param atOnce how many calls may run at the same time to one host
 * @param retries how often it is tried again at most
 */
record Limits(Duration total, int bytes, int atOnce, int retries) {
    Limits {
        if (retries > 2) {
            throw new IllegalArgumentException("two retries are the most");
        }
    }
}
