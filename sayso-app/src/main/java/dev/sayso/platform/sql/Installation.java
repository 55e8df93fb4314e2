package dev.sayso.platform.sql;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * An installation's store for a short piece of work beside the server, which may run or not: SQLite
 * lets one process write at a time, and each waits for the other.
 */
public final class Installation implements AutoCloseable {
    private final Store store;
    private final Writer writer;
    private final Readers readers;

    private Installation(Store store, Clock clock) {
        this.store = store;
        writer = store.newWriter(new SimpleMeterRegistry(), clock, 1);
        readers = store.newReaders();
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
                        ? Store.besideTheServer(folder.toAbsolutePath().normalize())
                        : Store.postgres(url.strip()),
                clock);
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
