package dev.sayso.platform.sql;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

/**
 * The one way to read. Queries run on platform threads of its own, one a connection: SQLite is
 * native code and would hold the carrier of a virtual thread (tried on 2 cores: an empty virtual
 * task waited 10 s behind two long reads). Any thread may call; a query that waits or runs longer
 * than its limit is ended in the database too, and its caller gets {@link Overloaded}.
 */
public final class Readers implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(Readers.class);
    private static final int WAITING = 1_000;

    private final Dialect dialect;
    private final DataSource dataSource;
    private final Duration limit;
    private final ThreadPoolExecutor threads;
    private final HeldConnection held = new HeldConnection();
    private final JdbcClient db = JdbcClient.create(held);

    Readers(Dialect dialect, DataSource dataSource, int size, Duration limit) {
        this.dialect = dialect;
        this.dataSource = dataSource;
        this.limit = limit;
        threads =
                new ThreadPoolExecutor(
                        size,
                        size,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().name("reader-", 0).daemon().factory());
    }

    /**
     * Answers the query.
     *
     * @throws Overloaded when too many wait, or it took longer than two seconds
     * @throws StorageFailed when the database cannot be reached
     */
    public <T> T read(Query<T> query) {
        var reading = new Reading<>(query, MDC.getCopyOfContextMap());
        Future<T> answer;
        try {
            answer = threads.submit(reading);
        } catch (RejectedExecutionException e) {
            throw new Overloaded("too many read at once just now; try again in a second");
        }
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(false);
            reading.end();
            throw new Overloaded(
                    "reading took longer than " + limit.toMillis() + " ms; try again in a second");
        } catch (InterruptedException e) {
            answer.cancel(false);
            reading.end();
            Thread.currentThread().interrupt();
            throw new Overloaded("the request was ended");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failed -> throw failed;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** How many read just now. */
    int busy() {
        return threads.getActiveCount();
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private final class Reading<T> implements Callable<T> {
        private final Query<T> query;
        private final @Nullable Map<String, String> logKeys;
        private @Nullable Connection running;

        Reading(Query<T> query, @Nullable Map<String, String> logKeys) {
            this.query = query;
            this.logKeys = logKeys;
        }

        @Override
        public T call() {
            if (logKeys != null) {
                MDC.setContextMap(logKeys);
            }
            try (var connection = dataSource.getConnection()) {
                return answer(connection);
            } catch (SQLException e) { // none to be had
                throw new StorageFailed(dialect.explain(e), false, e);
            } finally {
                MDC.clear();
            }
        }

        private T answer(Connection connection) {
            held.hold(connection);
            runs(connection);
            try {
                return query.in(db);
            } finally {
                runs(null);
                held.release();
            }
        }

        private synchronized void runs(@Nullable Connection connection) {
            running = connection;
        }

        /** Ends its statement; within the lock, or it could be the next one's. */
        synchronized void end() {
            if (running != null) {
                try {
                    dialect.interrupt(running);
                } catch (SQLException e) {
                    log.warn("a query that took too long could not be ended", e);
                }
            }
        }
    }
}
