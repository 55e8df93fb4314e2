package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Two instances on one PostgreSQL, one of them slow: whoever reads after the last position that was
 * seen skips none.
 */
@Timeout(60)
class PositionTests {
    @Test
    void commitInOrderWithTwoWriters() throws Exception {
        assertThat(seenWhileOneIsSlow(new PostgresDialect())).containsExactly("slow", "quick");
    }

    /** The control: an identity column alone lets a reader skip what commits later. */
    @Test
    void wouldBeSkippedWithoutTheLock() throws Exception {
        var withoutLock =
                new PostgresDialect() {
                    @Override
                    public List<String> begin() {
                        return List.of("BEGIN");
                    }
                };

        assertThat(seenWhileOneIsSlow(withoutLock)).containsExactly("quick");
    }

    private static List<String> seenWhileOneIsSlow(Dialect dialect) throws Exception {
        try (var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var url = server.getJdbcUrl("postgres", "postgres");
            Migrations.run(PostgresStore.unpooled(url), dialect, "the database");
            var reader = JdbcClient.create(PostgresStore.unpooled(url));
            reader.sql(
                            "CREATE TABLE things (position BIGINT GENERATED ALWAYS AS IDENTITY,"
                                    + " name TEXT)")
                    .update();
            try (var first = PostgresStore.writer(url, dialect);
                    var second = PostgresStore.writer(url, dialect);
                    var slow = writer(dialect, first, "slow");
                    var quick = writer(dialect, second, "quick")) {
                var inserted = new CountDownLatch(1);
                var goOn = new CountDownLatch(1);
                var slowly =
                        threads.submit(
                                () ->
                                        slow.write(
                                                db -> {
                                                    insert(db, "slow");
                                                    inserted.countDown();
                                                    await(goOn);
                                                    return true;
                                                }));
                inserted.await();
                var quickly =
                        threads.submit(() -> quick.writeInBackground(db -> insert(db, "quick")));
                var seen = new ArrayList<String>();
                long last = 0;
                try {
                    quickly.get(
                            700, TimeUnit.MILLISECONDS); // only without the lock it gets through
                } catch (java.util.concurrent.TimeoutException e) {
                    // it waits for the slow one
                }
                last = read(reader, last, seen);
                goOn.countDown();
                slowly.get();
                quickly.get();
                read(reader, last, seen);
                return seen;
            }
        }
    }

    private static Writer writer(Dialect dialect, HikariDataSource pool, String name) {
        var meters = new WriterMeters(new SimpleMeterRegistry());
        return new Writer(
                dialect,
                pool,
                new GroupTransaction(dialect, pool, meters, Clock.systemUTC(), name),
                new UnitQueue(64, System::nanoTime),
                meters,
                new Writer.Limits(64, Duration.ofSeconds(10)));
    }

    private static int insert(JdbcClient db, String name) {
        return db.sql("INSERT INTO things (name) VALUES (:name)").param("name", name).update();
    }

    /** As a follower does: what comes after the last position. */
    private static long read(JdbcClient db, long after, List<String> into) {
        return db
                .sql("SELECT position, name FROM things WHERE position > :after ORDER BY position")
                .param("after", after)
                .query(
                        (row, _) -> {
                            into.add(row.getString("name"));
                            return row.getLong("position");
                        })
                .list()
                .stream()
                .max(Long::compare)
                .orElse(after);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
