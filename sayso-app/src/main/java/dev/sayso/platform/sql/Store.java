package dev.sayso.platform.sql;

import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The pools beneath writer and readers, open, with the tables at this version; nothing else is
 * given them.
 *
 * @param size how many read at once
 * @param upkeep what else is open, closed last
 */
record Store(
        Dialect dialect,
        HikariDataSource writer,
        HikariDataSource readers,
        int size,
        @Nullable DataFolder folder,
        @Nullable Checkpoints checkpoints)
        implements AutoCloseable {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    static Store sqlite(Path path) {
        var folder = DataFolder.open(path);
        var dialect = new SqliteDialect();
        var file = folder.database();
        SqliteStore.check(file, dialect);
        var writer = SqliteStore.writer(file);
        Migrations.run(writer, dialect, file.toString());
        return new Store(
                dialect,
                writer,
                SqliteStore.readers(file, CORES),
                CORES,
                folder,
                Checkpoints.start(file));
    }

    static Store postgres(String url) {
        var dialect = new PostgresDialect();
        var writer = PostgresStore.writer(url, dialect);
        Migrations.run(PostgresStore.unpooled(url), dialect, "the database");
        int readers = 2 * CORES;
        return new Store(dialect, writer, PostgresStore.readers(url, readers), readers, null, null);
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
