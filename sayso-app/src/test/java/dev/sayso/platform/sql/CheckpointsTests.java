package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The write-ahead log is moved into the database, and not by who writes. */
@Timeout(60)
class CheckpointsTests {
    private static final int MEGABYTE = 1 << 20;

    @TempDir private Path folder;

    @Test
    void areNotTheWritersWork() throws Exception {
        assertThat(databaseGrewWithin("")).isFalse();
    }

    /** The control: as SQLite comes, a COMMIT now and then copies and flushes the database. */
    @Test
    void wouldBeTheWritersWorkAsSqliteComes() throws Exception {
        assertThat(databaseGrewWithin("PRAGMA wal_autocheckpoint = 1000")).isTrue();
    }

    /** Whether the database's own file grows while nobody but a writer is there. */
    private boolean databaseGrewWithin(String setting) throws Exception {
        var file = folder.resolve("sayso.db");
        try (var pool = SqliteStore.writer(file);
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            if (!setting.isEmpty()) {
                statement.execute(setting);
            }
            statement.execute("CREATE TABLE things (content BLOB)");
            long before = Files.size(file);
            for (int i = 0; i < 8; i++) {
                statement.execute("INSERT INTO things VALUES (randomblob(" + MEGABYTE + "))");
            }
            return Files.size(file) > before + MEGABYTE;
        }
    }

    @Test
    void copyTheLogWhenItHasGrownAndBeginItAnewWhenItHasGrownMore() throws Exception {
        var file = folder.resolve("sayso.db");
        var log = folder.resolve("sayso.db-wal");
        try (var store = Store.sqlite(folder);
                var writer = store.newWriter(new SimpleMeterRegistry(), Clock.systemUTC(), 64)) {
            writer.write(db -> db.sql("CREATE TABLE things (content BLOB)").update());

            add(writer, 8 * MEGABYTE);
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Files.size(file) > 8 * MEGABYTE);

            add(writer, (int) Checkpoints.RESTART + MEGABYTE);
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Files.size(log) < MEGABYTE);
            assertThat(Files.size(file)).isGreaterThan(Checkpoints.RESTART);
        }
    }

    private static void add(Writer writer, int bytes) {
        writer.writeInBackground(
                db ->
                        db.sql("INSERT INTO things VALUES (randomblob(:bytes))")
                                .param("bytes", bytes)
                                .update());
    }
}
