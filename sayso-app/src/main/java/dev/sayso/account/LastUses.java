package dev.sayso.account;

import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.StorageFailed;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Moments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Gatherers;

/**
 * Notes when a key opened something last: to the hour, gathered and written beside the requests,
 * for it is there to be looked at, and nothing depends on it. What was not written when the process
 * ends is forgotten.
 */
final class LastUses implements AutoCloseable {
    static final Duration EXACT = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST = 20_000;
    private static final int TOGETHER = 200;

    private final Writer writer;
    private final Clock clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("last-uses").daemon().factory());

    LastUses(Writer writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
        thread.scheduleWithFixedDelay(
                this::writeOrWait, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void note(String keyId) {
        var now = clock.instant();
        var before = noted.get(keyId);
        if (before != null && now.isBefore(before.plus(EXACT))) {
            return;
        }
        if (noted.size() >= MOST) {
            noted.clear(); // then some are written once more than they had to be
        }
        noted.put(keyId, now);
        unwritten.put(keyId, now);
    }

    private void writeOrWait() {
        try {
            write();
        } catch (Overloaded | StorageFailed e) {
            // the writer says what is wrong; these wait for the next time
        }
    }

    /** Writes what has been noted so far. */
    void write() {
        var all = unwritten.entrySet().stream().map(Map.Entry::copyOf).toList();
        for (var some : all.stream().gather(Gatherers.windowFixed(TOGETHER)).toList()) {
            writer.writeInBackground(
                    db -> {
                        for (var use : some) {
                            db.sql(
                                            """
                                            UPDATE access_keys SET used_at = :at
                                            WHERE  id = :id AND (used_at IS NULL OR used_at < :at)
                                            """)
                                    .param("at", Moments.text(use.getValue()))
                                    .param("id", use.getKey())
                                    .update();
                        }
                        return some.size();
                    });
            some.forEach(use -> unwritten.remove(use.getKey(), use.getValue()));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
