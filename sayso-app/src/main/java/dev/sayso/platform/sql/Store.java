package dev.sayso.platform.sql;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The pools beneath writer and readers, open, with the tables at this version; nothing else is
 * given them.
 *
 * @param size how many read at once
 * @param reserve room on the disk for what is taken back
 * @param checkpoints and the folder, what else is open, closed last
 */
record Store(
        Dialect dialect,
        HikariDataSource writer,
        HikariDataSource readers,
        int size,
        Reserve reserve,
        @Nullable DataFolder folder,
        @Nullable Checkpoints checkpoints)
        implements AutoCloseable {

    private static final int QUEUE = 4_096;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    static Store sqlite(Path path) {
        var folder = DataFolder.open(path);
        var dialect = new SqliteDialect();
        var file = folder.database();
        var reserve = ReserveFile.open(folder.reserve(), new SplittableRandom(), System::nanoTime);
        SqliteStore.check(file, dialect, reserve);
        var writer = SqliteStore.writer(file);
        Migrations.run(writer, dialect, file.toString());
        return new Store(
                dialect,
                writer,
                SqliteStore.readers(file, CORES),
                CORES,
                reserve,
                folder,
                Checkpoints.start(file));
    }

    /**
     * The store of a folder beside the server, which may run: its tables are brought to this
     * version only when it does not.
     */
    static Store besideTheServer(Path path) {
        var folder = DataFolder.openUnlessInUse(path);
        var dialect = new SqliteDialect();
        var file = path.resolve(DataFolder.DATABASE);
        if (folder != null) {
            SqliteStore.check(file, dialect, Reserve.NONE);
        }
        var writer = SqliteStore.writer(file);
        if (folder != null) {
            Migrations.run(writer, dialect, file.toString());
        }
        return new Store(
                dialect, writer, SqliteStore.readers(file, 1), 1, Reserve.NONE, folder, null);
    }

    static Store postgres(String url) {
        var dialect = new PostgresDialect();
        var writer = PostgresStore.writer(url, dialect);
        Migrations.run(PostgresStore.unpooled(url), dialect, "the database");
        int readers = 2 * CORES;
        return new Store(
                dialect,
                writer,
                PostgresStore.readers(url, readers),
                readers,
                Reserve.NONE,
                null,
                null);
    }

    /**
     * Its one writer.
     *
     * @param group how many units share a commit at most
     */
    Writer newWriter(MeterRegistry registry, Clock clock, int group) {
        var meters = new WriterMeters(registry);
        var transaction =
                new GroupTransaction(dialect, writer, meters, clock, UUID.randomUUID().toString());
        return new Writer(
                dialect,
                writer,
                transaction,
                new UnitQueue(QUEUE, System::nanoTime),
                reserve,
                meters,
                new Writer.Limits(group, DEADLINE));
    }

    Readers newReaders() {
        return new Readers(dialect, readers, size, Readers.LIMIT);
    }

    @Override
    public void close() throws IOException {
        if (checkpoints != null) {
            checkpoints.close();
        }
        readers.close();
        writer.close();
        if (folder != null) {
            folder.close();
        }
    }
}
