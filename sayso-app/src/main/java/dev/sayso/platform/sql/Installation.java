package dev.sayso.platform.sql;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The store of a data folder for a short piece of work beside the server, which may run or not:
 * SQLite lets one process write at a time, and each waits for the other.
 */
public final class Installation implements AutoCloseable {
    private final StoreConfiguration.Store store;
    private final Writer writer;
    private final Readers readers;
    private final @Nullable DataFolder held;

    private Installation(StoreConfiguration.Store store, @Nullable DataFolder held) {
        this.store = store;
        this.held = held;
        writer =
                new Writer(
                        store.dialect(),
                        store.writer(),
                        1,
                        new UnitQueue(16, System::nanoTime),
                        new WriterMeters(new SimpleMeterRegistry()));
        readers = new Readers(store.readers(), store.size());
    }

    /**
     * Opens it. When no server has the folder, its tables are brought to this version first; a
     * server that runs has done so.
     *
     * @throws StartProblem with the sentence that a person reads
     */
    public static Installation open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        var held = DataFolder.openUnlessInUse(path);
        var file = path.resolve(DataFolder.DATABASE);
        var dialect = new SqliteDialect();
        if (held != null) {
            SqliteStore.check(file, dialect);
        }
        var writer = SqliteStore.writer(file);
        if (held != null) {
            Migrations.run(writer, dialect, file.toString());
        }
        return new Installation(
                new StoreConfiguration.Store(dialect, writer, SqliteStore.readers(file, 1), 1),
                held);
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
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
