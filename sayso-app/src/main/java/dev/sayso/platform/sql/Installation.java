package dev.sayso.platform.sql;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The store of a data folder for a short piece of work beside the server, which may run or not:
 * SQLite lets one process write at a time, and each waits for the other.
 */
public final class Installation implements AutoCloseable {
    private final Store store;
    private final Writer writer;
    private final Readers readers;

    private Installation(Store store) {
        this.store = store;
        writer = store.newWriter(new SimpleMeterRegistry(), Clock.systemUTC(), 1);
        readers = store.newReaders();
    }

    /**
     * Opens it. When no server has the folder, its tables are brought to this version first; a
     * server that runs has done so.
     *
     * @throws StartProblem with the sentence that a person reads
     */
    public static Installation open(Path folder) {
        return new Installation(Store.besideTheServer(folder.toAbsolutePath().normalize()));
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
