package dev.sayso.platform.sql;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Moves SQLite's write-ahead log into the database beside the writer, whose commits would wait for
 * it otherwise: its flush of the whole database is the longest that there is.
 */
final class Checkpoints implements AutoCloseable {
    /** From here the log is copied, while the writer goes on. */
    static final long COPY = 4 << 20;

    /**
     * From here the log begins anew: what is left after a copy is copied while the writer waits, or
     * under a load without a pause the log would grow for ever.
     */
    static final long RESTART = 64 << 20;

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path database;
    private final Path writeAheadLog;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("checkpoints").daemon().factory());
    private long copied;

    private Checkpoints(Path database) {
        this.database = database;
        this.writeAheadLog = database.resolveSibling(database.getFileName() + "-wal");
    }

    static Checkpoints start(Path database) {
        var checkpoints = new Checkpoints(database);
        checkpoints.thread.scheduleWithFixedDelay(
                checkpoints::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return checkpoints;
    }

    private void look() {
        try {
            long size = Files.exists(writeAheadLog) ? Files.size(writeAheadLog) : 0;
            if (size > RESTART) {
                checkpoint("PASSIVE");
                checkpoint("TRUNCATE");
                copied = 0;
            } else if (size > COPY && size != copied) {
                checkpoint("PASSIVE");
                copied = size;
            }
        } catch (SQLException | IOException | RuntimeException e) {
            // a full disk, a long reader: the log grows meanwhile, and the next look tries again
            log.warn("the write-ahead log could not be moved into the database", e);
        }
    }

    private void checkpoint(String how) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + database + "?busy_timeout=1000");
                var statement = connection.createStatement();
                var _ = statement.executeQuery("PRAGMA wal_checkpoint(" + how + ")")) {
            // its answer says how far it came; the next look sees the size
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
