package dev.sayso.platform.sql;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way to read. Queries run on platform threads of its own, one a connection: SQLite is
 * native code and would hold the carrier of a virtual thread (tried on 2 cores: an empty virtual
 * task waited 10 s behind two long reads). Any thread may call; a query that waits or runs longer
 * than its limit ends in {@link Overloaded}.
 */
public final class Readers implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int WAITING = 1_000;

    private final ThreadPoolExecutor threads;
    private final JdbcClient db;

    Readers(javax.sql.DataSource dataSource, int size) {
        var template = new JdbcTemplate(dataSource);
        template.setQueryTimeout((int) LIMIT.toSeconds());
        db = JdbcClient.create(template);
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
     */
    public <T> T read(Query<T> query) {
        Future<T> answer;
        var context = MDC.getCopyOfContextMap();
        try {
            answer = threads.submit(() -> within(context, query));
        } catch (RejectedExecutionException e) {
            throw new Overloaded("too many read at once just now; try again in a second");
        }
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Overloaded(
                    "reading took longer than "
                            + LIMIT.toSeconds()
                            + " seconds; try again in a second");
        } catch (InterruptedException e) {
            answer.cancel(true);
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

    private <T> T within(@Nullable Map<String, String> context, Query<T> query) {
        MDC.setContextMap(context);
        try {
            return query.in(db);
        } finally {
            MDC.clear();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
