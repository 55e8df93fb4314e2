package dev.sayso.platform.sql;

import io.micrometer.context.ContextSnapshotFactory;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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
    private static final ContextSnapshotFactory TRACES = ContextSnapshotFactory.builder().build();

    private final Dialect dialect;
    private final DataSource dataSource;
    private final int groupSize;
    private final UnitQueue queue;
    private final WriterMeters meters;
    private final HeldConnection held = new HeldConnection();
    private final JdbcClient db = JdbcClient.create(held);
    private final Thread thread;
    private volatile boolean healthy = true;

    Writer(
            Dialect dialect,
            DataSource dataSource,
            int groupSize,
            UnitQueue queue,
            WriterMeters meters) {
        this.dialect = dialect;
        this.dataSource = dataSource;
        this.groupSize = groupSize;
        this.queue = queue;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("writer").daemon().unstarted(this::run);
        meters.watch(queue);
        thread.start();
    }

    /**
     * Runs the unit and returns when it is durable.
     *
     * @throws Overloaded when it waited too long or the queue is full; nothing was written
     * @throws StorageFailed when it could not be made durable; nothing was written
     * @throws OutcomeUnknown when the COMMIT neither succeeded nor failed: look before saying
     *     either
     */
    public <T> T write(Unit<T> unit) {
        return write(unit, Lane.REQUESTS);
    }

    /**
     * As {@link #write}, after all requests that wait: for followers, sweeps and imports, in small
     * units.
     */
    public <T> T writeInBackground(Unit<T> unit) {
        return write(unit, Lane.BACKGROUND);
    }

    private <T> T write(Unit<T> unit, Lane lane) {
        if (Thread.currentThread() == thread) {
            return unit.in(db);
        }
        var waiting = new Waiting<>(traced(unit), MDC.getCopyOfContextMap(), queue.now());
        queue.add(waiting, lane);
        try {
            return waiting.result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException refused -> throw refused;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** The unit, in the trace of who calls here, so that what it writes is part of that. */
    private static <T> Unit<T> traced(Unit<T> unit) {
        var trace = TRACES.captureAll();
        return db -> {
            try (var _ = trace.setThreadLocals()) {
                return unit.in(db);
            }
        };
    }

    /**
     * Whether units are being made durable; false from a failed flush until the store was opened
     * and checked again.
     */
    public boolean isHealthy() {
        return healthy;
    }

    private void run() {
        while (true) {
            List<Waiting<?>> group;
            try {
                group = queue.take(groupSize);
            } catch (InterruptedException e) {
                return; // closed
            }
            for (int from = 0; from < group.size(); ) {
                from = commit(group, from);
            }
        }
    }

    /**
     * Commits the units from there on and returns how far it came: all of them, or one after a
     * group that broke.
     */
    private int commit(List<Waiting<?>> group, int from) {
        var units = group.subList(from, group.size());
        try {
            runInOneTransaction(units);
            return group.size();
        } catch (Broken broken) {
            meters.broken();
            if (broken.fate == Fate.UNKNOWN) {
                fail(units, new OutcomeUnknown(broken.error));
                return group.size();
            }
            if (broken.fate == Fate.REOPEN) {
                healthy = false;
                fail(units, new StorageFailed(dialect.explain(broken.error), broken.error));
                reopen();
                return group.size();
            }
            if (units.size() == 1) {
                fail(units, new StorageFailed(dialect.explain(broken.error), broken.error));
                return group.size();
            }
            units.forEach(unit -> commit(List.of(unit), 0));
            return group.size();
        }
    }

    private void runInOneTransaction(List<Waiting<?>> units) throws Broken {
        long began = System.nanoTime();
        try (var connection = dataSource.getConnection()) {
            held.hold(connection);
            var done = new ArrayList<Runnable>(units.size());
            try {
                for (var statement : dialect.begin()) {
                    execute(connection, statement);
                }
                for (var unit : units) {
                    done.add(runInSavepoint(connection, unit));
                }
            } catch (SQLException e) {
                rollBack(connection);
                throw new Broken(dialect.fate(e), e);
            } catch (Broken e) {
                rollBack(connection);
                throw e;
            }
            long flushing = System.nanoTime();
            try {
                execute(connection, "COMMIT");
            } catch (SQLException e) {
                rollBack(connection);
                throw new Broken(dialect.fateOfCommit(e), e);
            }
            meters.committed(units.size(), flushing - began, System.nanoTime() - flushing);
            done.forEach(Runnable::run);
        } catch (SQLException e) { // no connection, or it could not be given back
            throw new Broken(dialect.fate(e), e);
        } finally {
            held.release();
        }
    }

    private <T> Runnable runInSavepoint(Connection connection, Waiting<T> unit)
            throws SQLException, Broken {
        MDC.setContextMap(unit.context);
        execute(connection, "SAVEPOINT unit");
        try {
            T value = unit.unit.in(db);
            execute(connection, "RELEASE SAVEPOINT unit");
            return () -> unit.result.complete(value);
        } catch (RuntimeException | Error refused) {
            var failure = sqlFailure(refused);
            if (failure != null && dialect.endsTransaction(failure)) {
                throw new Broken(dialect.fate(failure), failure);
            }
            execute(connection, "ROLLBACK TO SAVEPOINT unit");
            execute(connection, "RELEASE SAVEPOINT unit");
            return () -> unit.result.completeExceptionally(refused);
        } finally {
            MDC.clear();
        }
    }

    private void reopen() {
        for (int attempt = 1; !thread.isInterrupted(); attempt++) {
            try {
                dialect.reopen(dataSource);
                healthy = true;
                log.info("the store was opened and checked again after {} attempts", attempt);
                return;
            } catch (SQLException e) {
                log.error("the store cannot be written to: {}", dialect.explain(e));
                queue.refuseAll(new StorageFailed(dialect.explain(e), e));
                pause(Duration.ofSeconds(1));
            }
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            thread.interrupt();
        }
    }

    private static void fail(List<Waiting<?>> units, RuntimeException why) {
        units.forEach(unit -> unit.result.completeExceptionally(why));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            log.debug("nothing to roll back: the transaction had ended", e);
        }
    }

    private static @Nullable SQLException sqlFailure(Throwable refused) {
        for (Throwable cause = refused instanceof DataAccessException ? refused.getCause() : null;
                cause != null;
                cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** Ends after what waits was written. */
    @Override
    public void close() {
        queue.close();
        try {
            if (!thread.join(Duration.ofSeconds(10))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static final class Waiting<T> {
        final Unit<T> unit;
        final @Nullable Map<String, String> context;
        final long since;
        final CompletableFuture<T> result = new CompletableFuture<>();

        Waiting(Unit<T> unit, @Nullable Map<String, String> context, long since) {
            this.unit = unit;
            this.context = context;
            this.since = since;
        }
    }

    /** Which queue a unit waits in. */
    enum Lane {
        REQUESTS,
        BACKGROUND
    }

    /** What becomes of a group whose transaction broke. */
    enum Fate {
        /** Nothing was written: each of its units runs again, alone. */
        AGAIN,
        /** Nothing was written, and nothing is until the store was opened and checked again. */
        REOPEN,
        /** It may have been written. */
        UNKNOWN
    }

    private static final class Broken extends Exception {
        final Fate fate;
        final SQLException error;

        Broken(Fate fate, SQLException error) {
            super(error);
            this.fate = fate;
            this.error = error;
        }
    }
}
