package dev.sayso.platform.sql;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * An installation's store for a short piece of work beside the server, which may run or not: SQLite
 * lets one process write at a time, and each waits for the other.
 */
public final class Installation implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Store store;
    private final Writer writer;
    private final Readers readers;

    private Installation(Store store, Clock clock) {
        this.store = store;
        var meters = new WriterMeters(new SimpleMeterRegistry());
        writer =
                new Writer(
                        store.dialect(),
                        store.writer(),
                        new GroupTransaction(
                                store.dialect(),
                                store.writer(),
                                meters,
                                clock,
                                UUID.randomUUID().toString()),
                        new UnitQueue(16, System::nanoTime),
                        meters,
                        new Writer.Limits(1, DEADLINE));
        readers = new Readers(store.dialect(), store.readers(), store.size(), Readers.LIMIT);
    }

    /**
     * Opens it. When no server has the folder, its tables are brought to this version first; a
     * server that runs has done so.
     *
     * @param url of the database, where it is not the folder's own; else empty
     * @throws StartProblem with the sentence that a person reads
     */
    public static Installation open(Path folder, String url, Clock clock) {
        return new Installation(
                url.isBlank()
                        ? sqlite(folder.toAbsolutePath().normalize())
                        : Store.postgres(url.strip()),
                clock);
    }

    private static Store sqlite(Path folder) {
        var held = DataFolder.openUnlessInUse(folder);
        var file = folder.resolve(DataFolder.DATABASE);
        var dialect = new SqliteDialect();
        if (held != null) {
            SqliteStore.check(file, dialect);
        }
        var writer = SqliteStore.writer(file);
        if (held != null) {
            Migrations.run(writer, dialect, file.toString());
        }
        return new Store(dialect, writer, SqliteStore.readers(file, 1), 1, held, null);
    }

    public Writer writer() {
        return writer;
    }

    public Readers readers() {
        return readers;
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
