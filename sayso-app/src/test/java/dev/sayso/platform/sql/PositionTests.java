package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Two instances on one PostgreSQL, one of them slow: whoever reads after the last position that was
 * seen skips none.
 */
@Timeout(120)
class PositionTests {
    private static final int THINGS = 10_000;
    private static final int A_UNIT = 50;

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

    /** 10,000 by two writers, one of which holds a transaction open for two seconds. */
    @Test
    void areAllSeenOnceByWhoFollowsTwoWriters() throws Exception {
        assertThat(followed(new PostgresDialect())).hasSize(THINGS).doesNotHaveDuplicates();
    }

    /** The control: whoever follows by the bare identity column skips what commits later. */
    @Test
    void wouldNotAllBeSeenInTheBareOrderOfTheColumn() throws Exception {
        var withoutLock =
                new PostgresDialect() {
                    @Override
                    public List<String> begin() {
                        return List.of("BEGIN");
                    }
                };

        assertThat(followed(withoutLock)).hasSizeLessThan(THINGS);
    }

    @Test
    void areAllSeenOnceOnSqlite(@TempDir Path folder) throws Exception {
        try (var store = Store.sqlite(folder);
                var writer = store.newWriter(new SimpleMeterRegistry(), Clock.systemUTC(), 64);
                var readers = store.newReaders()) {
            writer.write(
                    db ->
                            db.sql(
                                            "CREATE TABLE things (position INTEGER PRIMARY KEY"
                                                    + " AUTOINCREMENT, name TEXT)")
                                    .update());

            assertThat(follow(readers::read, writer, writer))
                    .hasSize(THINGS)
                    .doesNotHaveDuplicates();
        }
    }

    private static List<String> followed(Dialect dialect) throws Exception {
        try (var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            var url = server.getJdbcUrl("postgres", "postgres");
            Migrations.run(PostgresStore.unpooled(url), dialect, "the database");
            var reader = JdbcClient.create(PostgresStore.unpooled(url));
            reader.sql(
                            "CREATE TABLE things (position BIGINT GENERATED ALWAYS AS IDENTITY"
                                    + " PRIMARY KEY, name TEXT)")
                    .update();
            try (var one = PostgresStore.writer(url, dialect);
                    var other = PostgresStore.writer(url, dialect);
                    var first = writer(dialect, one, "first");
                    var second = writer(dialect, other, "second")) {
                return follow(
                        new Reading() {
                            @Override
                            public <T> T read(Query<T> query) {
                                return query.in(reader);
                            }
                        },
                        first,
                        second);
            }
        }
    }

    private interface Reading {
        <T> T read(Query<T> query);
    }

    private static List<String> follow(Reading reading, Writer first, Writer second)
            throws Exception {
        var seen = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new ArrayList<Future<Integer>>();
            for (var writer : List.of(first, second)) {
                var name = writing.isEmpty() ? "first " : "second ";
                writing.add(threads.submit(() -> writeHalf(writer, name)));
            }
            long last = 0;
            boolean ended;
            long after;
            do {
                ended = writing.stream().allMatch(Future::isDone);
                after = last;
                long from = after;
                last = reading.read(db -> read(db, from, seen));
            } while (!ended || last > after);
            for (var half : writing) {
                half.get();
            }
        }
        return seen;
    }

    private static int writeHalf(Writer writer, String name) {
        for (int unit = 0; unit < THINGS / 2 / A_UNIT; unit++) {
            int from = unit * A_UNIT;
            boolean slow = name.equals("first ") && unit == 10;
            writer.writeInBackground(
                    db -> {
                        for (int i = from; i < from + A_UNIT; i++) {
                            insert(db, name + i);
                        }
                        if (slow) {
                            hold();
                        }
                        return true;
                    });
        }
        return 0;
    }

    private static void hold() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Writer writer(Dialect dialect, HikariDataSource pool, String name) {
        var meters = new WriterMeters(new SimpleMeterRegistry());
        return new Writer(
                dialect,
                pool,
                new GroupTransaction(dialect, pool, meters, Clock.systemUTC(), name),
                new UnitQueue(64, System::nanoTime),
                Reserve.NONE,
                meters,
                new Writer.Limits(64, Duration.ofSeconds(10)));
    }

    private static int insert(JdbcClient db, String name) {
        return db.sql("INSERT INTO things (name) VALUES (:name)").param("name", name).update();
    }

    /** As a follower does: what comes after the last position. */
    private static long read(JdbcClient db, long after, List<String> into) {
        return db
                .sql(
                        "SELECT position, name FROM things WHERE position > :after ORDER BY"
                                + " position LIMIT 500")
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
