package dev.sayso.platform.sql;

import dev.sayso.platform.sql.Broken.Fate;
import dev.sayso.platform.sql.UnitQueue.Lane;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

/**
 * The one way to write. Units run one after the other on a platform thread of the writer's own,
 * several to a transaction, each in a savepoint so that the refusal of one harms no other; a caller
 * returns only after the COMMIT of its group has returned. Any thread may call; a unit that writes
 * again joins itself.
 *
 * <p>The queue is bounded in length and in age, see {@link UnitQueue}: past that a caller gets
 * {@link Overloaded}. A group whose transaction broke is rolled back whole; what is done then
 * depends on {@link Dialect#fate}.
 */
public final class Writer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final Dialect dialect;
    private final DataSource dataSource;
    private final GroupTransaction transaction;
    private final UnitQueue queue;
    private final Reserve reserve;
    private final WriterMeters meters;
    private final Limits limits;
    private final Thread thread;
    private volatile @Nullable SQLException outage;

    /**
     * @param group how many units share a commit at most
     * @param deadline by which a caller is answered, whatever the database does
     */
    record Limits(int group, Duration deadline) {}

    Writer(
            Dialect dialect,
            DataSource dataSource,
            GroupTransaction transaction,
            UnitQueue queue,
            Reserve reserve,
            WriterMeters meters,
            Limits limits) {
        this.dialect = dialect;
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.queue = queue;
        this.reserve = reserve;
        this.meters = meters;
        this.limits = limits;
        this.thread = Thread.ofPlatform().name("writer").daemon().unstarted(this::run);
        meters.watch(queue);
        thread.start();
    }

    /**
     * Runs the unit and returns when it is durable.
     *
     * @throws Overloaded when it waited too long or the queue is full; nothing was written
     * @throws StorageFailed when it could not be made durable; nothing was written
     * @throws OutcomeUnknown when it is not known by the deadline whether it was written
     */
    public <T> T write(Unit<T> unit) {
        return write(unit, Lane.REQUESTS, UnitQueue.PATIENCE, false);
    }

    /** As {@link #write}, also where the disk is full: room is kept for what is taken back. */
    public <T> T writeEvenIfFull(Unit<T> unit) {
        return write(unit, Lane.REQUESTS, UnitQueue.PATIENCE, true);
    }

    /**
     * As {@link #write}, after all requests that wait: for followers, sweeps and imports, in small
     * units.
     */
    public <T> T writeInBackground(Unit<T> unit) {
        return write(unit, Lane.BACKGROUND, limits.deadline(), false);
    }

    /**
     * Runs something once the unit that runs now is durable, and never when it is not: to wake who
     * waits for what was written. It must be quick and must not fail.
     *
     * @throws IllegalStateException outside a unit
     */
    public void afterCommit(Runnable action) {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("no unit runs here; call afterCommit in the unit");
        }
        transaction.afterCommit(action);
    }

    private <T> T write(Unit<T> unit, Lane lane, Duration patience, boolean evenIfFull) {
        if (Thread.currentThread() == thread) {
            return transaction.join(unit);
        }
        var ongoing = outage;
        if (ongoing != null) {
            throw failed(ongoing);
        }
        var waiting = new Waiting<>(unit, queue.now(), evenIfFull);
        queue.add(waiting, lane);
        return await(waiting, patience);
    }

    private <T> T await(Waiting<T> waiting, Duration patience) {
        try {
            try {
                return waiting.result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (queue.withdraw(waiting)) {
                    throw UnitQueue.tooOld(patience);
                }
                var rest = limits.deadline().minus(patience);
                return waiting.result.get(rest.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            throw new OutcomeUnknown("the database did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (queue.withdraw(waiting)) {
                throw new Overloaded("the request was ended");
            }
            throw new OutcomeUnknown("the request was ended while it was written", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException refused -> throw refused;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Whether units are being made durable; false from a failed flush until the store was opened
     * and checked again.
     */
    public boolean isHealthy() {
        return outage == null;
    }

    private void run() {
        try {
            while (true) {
                var group = queue.take(limits.group());
                try {
                    commit(admitted(group));
                } catch (RuntimeException
                        | Error e) { // a fault of ours; it must not end the thread
                    log.error("a group could not be written", e);
                    group.forEach(unit -> unit.refuse(e));
                }
            }
        } catch (InterruptedException e) {
            queue.refuseAll(new Overloaded("Sayso is stopping; try again in a moment"));
        }
    }

    /** While the room that is kept is not whole, only those that it is kept for. */
    private List<Waiting<?>> admitted(List<Waiting<?>> units) {
        if (reserve.isWhole()) {
            return units;
        }
        units.stream()
                .filter(unit -> !unit.evenIfFull)
                .forEach(unit -> unit.refuse(new StorageFailed(Dialect.FULL, true)));
        return units.stream().filter(unit -> unit.evenIfFull).toList();
    }

    private void commit(List<Waiting<?>> units) throws InterruptedException {
        if (units.isEmpty()) {
            return;
        }
        try {
            transaction.commit(units).answer();
        } catch (Broken e) {
            meters.broken();
            if (e.fate == Fate.AGAIN && units.size() > 1) {
                for (var unit : units) {
                    commit(admitted(List.of(unit)));
                }
            } else if (dialect.isFull(e.error) && units.getFirst().evenIfFull && reserve.letGo()) {
                commit(units);
            } else if (e.fate == Fate.UNKNOWN && e.group != null) {
                recover(e.error, e.group, units);
            } else {
                units.forEach(unit -> unit.refuse(failed(e.error)));
                if (e.fate == Fate.REOPEN) {
                    recover(e.error, null, List.of());
                }
            }
        }
    }

    /**
     * Opens the store again, checked, and then looks whether the group is there; until then nothing
     * is written.
     */
    private void recover(SQLException error, @Nullable Group group, List<Waiting<?>> units)
            throws InterruptedException {
        log.error("the store is opened anew: {}", dialect.explain(error), error);
        outage = error;
        while (true) {
            try {
                dialect.reopen(dataSource);
                if (group == null) {
                    break;
                }
                if (transaction.isCommitted(group)) {
                    group.answer();
                } else {
                    units.forEach(unit -> unit.refuse(failed(error)));
                }
                break;
            } catch (SQLException e) {
                outage = e;
                log.error("the store cannot be written to: {}", dialect.explain(e));
                queue.refuseAll(failed(e));
                Thread.sleep(BETWEEN_ATTEMPTS);
            }
        }
        outage = null;
        log.info("the store was opened and checked");
    }

    private StorageFailed failed(SQLException error) {
        return new StorageFailed(dialect.explain(error), dialect.isFull(error), error);
    }

    /** Ends after what waits was written. */
    @Override
    public void close() {
        queue.close();
        try {
            if (!thread.join(limits.deadline())) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
