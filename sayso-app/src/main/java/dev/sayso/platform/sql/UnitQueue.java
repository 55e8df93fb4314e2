package dev.sayso.platform.sql;

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
 *
 * <p>Background units wait as long as requests keep the writer busy, but not for ever: one that has
 * waited {@link #PATIENCE} goes along with the next group.
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

    /**
     * @throws Overloaded when its lane is full, or the queue closed
     */
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

    /**
     * The next units, at least one; waits for it.
     *
     * @throws InterruptedException when the queue is closed and empty
     */
    List<Waiting<?>> take(int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                refuseTheOld();
                if (!requests.isEmpty() || !background.isEmpty()) {
                    return group(most);
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

    private List<Waiting<?>> group(int most) {
        var group = new ArrayList<Waiting<?>>(Math.min(most, size()));
        if (requests.isEmpty() || (!background.isEmpty() && age(background.element()) > nanos())) {
            // one at a time where requests wait: a background unit holds them up
            int few = requests.isEmpty() ? most : 1;
            while (group.size() < few && !background.isEmpty()) {
                group.add(background.remove());
            }
        }
        while (group.size() < most && !requests.isEmpty()) {
            group.add(requests.remove());
        }
        if (requests.isEmpty()) {
            emptyAt = now();
        }
        return group;
    }

    private void refuseTheOld() {
        var limit = now() - emptyAt > nanos() ? STANDING : PATIENCE;
        while (!requests.isEmpty() && age(requests.element()) > limit.toNanos()) {
            requests.remove().refuse(tooOld(limit));
        }
    }

    static Overloaded tooOld(Duration limit) {
        return new Overloaded(
                "it waited longer than "
                        + limit.toMillis()
                        + " ms to be written; try again in a second");
    }

    private long age(Waiting<?> unit) {
        return now() - unit.since;
    }

    private static long nanos() {
        return PATIENCE.toNanos();
    }

    /** Takes it out again; false when it is not here any more, because the writer has it. */
    boolean withdraw(Waiting<?> unit) {
        lock.lock();
        try {
            return requests.remove(unit) || background.remove(unit);
        } finally {
            lock.unlock();
        }
    }

    void refuseAll(RuntimeException why) {
        lock.lock();
        try {
            requests.forEach(unit -> unit.refuse(why));
            requests.clear();
            background.forEach(unit -> unit.refuse(why));
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
            long oldest = requests.isEmpty() ? 0 : age(requests.element());
            return Duration.ofNanos(
                    background.isEmpty() ? oldest : Math.max(oldest, age(background.element())));
        } finally {
            lock.unlock();
        }
    }

    /** Where a unit waits. */
    enum Lane {
        REQUESTS,
        BACKGROUND
    }
}
