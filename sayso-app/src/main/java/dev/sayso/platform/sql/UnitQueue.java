package dev.sayso.platform.sql;

import dev.sayso.platform.sql.Writer.Lane;
import dev.sayso.platform.sql.Writer.Waiting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The units that wait for the writer: requests first, background after them. It holds at most
 * {@code capacity} a lane, and refuses what waited too long: {@link #STANDING} while it has not
 * been empty for {@link #PATIENCE}, else {@link #PATIENCE}. So a short stall of the disk refuses
 * nobody, and a standing queue does not grow (controlled delay: Maurer, "Fail at Scale", ACM Queue
 * 2015; RFC 8289).
 */
final class UnitQueue {
    static final Duration STANDING = Duration.ofMillis(100);
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final int capacity;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<Waiting<?>> requests = new ArrayDeque<>();
    private final ArrayDeque<Waiting<?>> background = new ArrayDeque<>();
    private long emptyAt;
    private boolean closed;

    UnitQueue(int capacity, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.nanoTime = nanoTime;
        this.emptyAt = nanoTime.getAsLong();
    }

    long now() {
        return nanoTime.getAsLong();
    }

    void add(Waiting<?> unit, Lane lane) {
        lock.lock();
        try {
            if (closed) {
                throw new Overloaded("Sayso is stopping; try again in a moment");
            }
            var units = lane == Lane.REQUESTS ? requests : background;
            if (units.size() >= capacity) {
                throw new Overloaded(
                        "too many at once just now: "
                                + capacity
                                + " wait to be written; try again in a second");
            }
            if (requests.isEmpty()) {
                emptyAt = now();
            }
            units.add(unit);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The next units, at least one: requests, and background only where no request waits. */
    List<Waiting<?>> take(int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                refuseTheOld();
                var units = requests.isEmpty() ? background : requests;
                if (!units.isEmpty()) {
                    var group = new ArrayList<Waiting<?>>(Math.min(most, units.size()));
                    while (group.size() < most && !units.isEmpty()) {
                        group.add(units.remove());
                    }
                    if (requests.isEmpty()) {
                        emptyAt = now();
                    }
                    return group;
                }
                if (closed) {
                    throw new InterruptedException();
                }
                filled.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void refuseTheOld() {
        long now = now();
        var limit = now - emptyAt > PATIENCE.toNanos() ? STANDING : PATIENCE;
        while (!requests.isEmpty() && now - requests.element().since > limit.toNanos()) {
            requests.remove()
                    .result
                    .completeExceptionally(
                            new Overloaded(
                                    "it waited longer than "
                                            + limit.toMillis()
                                            + " ms to be written; try again in a second"));
        }
    }

    void refuseAll(RuntimeException why) {
        lock.lock();
        try {
            requests.forEach(unit -> unit.result.completeExceptionally(why));
            requests.clear();
            background.forEach(unit -> unit.result.completeExceptionally(why));
            background.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits is still handed out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return requests.size() + background.size();
        } finally {
            lock.unlock();
        }
    }

    /** How long the oldest has waited. */
    Duration age() {
        lock.lock();
        try {
            long now = now();
            long oldest = now;
            if (!requests.isEmpty()) {
                oldest = Math.min(oldest, requests.element().since);
            }
            if (!background.isEmpty()) {
                oldest = Math.min(oldest, background.element().since);
            }
            return Duration.ofNanos(now - oldest);
        } finally {
            lock.unlock();
        }
    }
}
