package dev.sayso.notification;

import dev.sayso.platform.sql.OutcomeUnknown;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.StorageFailed;
import dev.sayso.platform.sql.Writer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Claims due deliveries, each second, on every instance, and has them sent: so many at once that
 * one slow host holds up no other. A claim is a lease by the database's time; an instance that died
 * leaves what it had to another, under the same id on the wire.
 */
@Component
public final class Dispatcher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int AT_ONCE = 64;

    private final Writer writer;
    private final Readers readers;
    private final SqlDeliveries deliveries;
    private final Post post;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Thread sweep;

    Dispatcher(
            Writer writer,
            Readers readers,
            SqlDeliveries deliveries,
            Post post,
            MeterRegistry registry) {
        this.writer = writer;
        this.readers = readers;
        this.deliveries = deliveries;
        this.post = post;
        for (var state : java.util.List.of(Delivery.State.PENDING, Delivery.State.DEAD)) {
            Gauge.builder(
                            "sayso.deliveries." + state.wire(),
                            () -> readers.read(db -> deliveries.count(db, state)))
                    .description("deliveries that are " + state.wire())
                    .register(registry);
        }
    }

    /** Sends all that is due, here and now, and returns once that is done. */
    public void catchUp() throws InterruptedException {
        while (sweep() > 0) {
            awaitQuiet();
        }
        awaitQuiet();
    }

    private void awaitQuiet() throws InterruptedException {
        free.acquire(AT_ONCE);
        free.release(AT_ONCE);
    }

    /** How many were claimed; they are sent on threads of their own. */
    private synchronized int sweep() {
        if (!readers.read(deliveries::isAnyDue)) {
            return 0;
        }
        int room = free.drainPermits();
        int claimed = 0;
        try {
            if (room > 0) {
                int most = room;
                var due =
                        writer.<java.util.List<Claimed>>writeInBackground(
                                db -> deliveries.claim(db, most));
                long leased = System.nanoTime();
                for (var it : due) {
                    threads.execute(() -> send(it, leased));
                    claimed++;
                }
            }
            return claimed;
        } finally {
            free.release(room - claimed);
        }
    }

    private void send(Claimed claimed, long leased) {
        try {
            // a machine that slept meanwhile no longer has the lease
            if (System.nanoTime() - leased < SqlDeliveries.LEASE.dividedBy(3).toNanos()) {
                post.deliver(claimed);
            }
        } catch (Overloaded | StorageFailed | OutcomeUnknown e) {
            log.info("a delivery waits for its lease to end: {}", e.getMessage());
        } finally {
            free.release();
        }
    }

    @Override
    public void start() {
        if (threads.isShutdown()) {
            threads = Executors.newVirtualThreadPerTaskExecutor();
        }
        sweep = Thread.ofVirtual().name("deliveries").start(this::run);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (sweep() == 0) {
                    TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
                }
            } catch (InterruptedException e) {
                return;
            } catch (Overloaded | StorageFailed | OutcomeUnknown e) {
                log.info("deliveries wait: {}", e.getMessage());
                pause();
            } catch (RuntimeException e) { // a fault of ours; it must not end the thread
                log.error("deliveries could not be claimed", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        if (sweep != null) {
            sweep.interrupt();
            sweep = null;
        }
        try {
            // it may be started again
            if (free.tryAcquire(AT_ONCE, 5, TimeUnit.SECONDS)) {
                free.release(AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return sweep != null;
    }
}
