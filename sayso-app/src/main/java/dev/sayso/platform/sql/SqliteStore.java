package dev.sayso.platform.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens the SQLite file of a data folder, checked, with its tables at this version. */
final class SqliteStore {
    private static final int CACHE_KIB = 32 * 1024;

    private SqliteStore() {}

    static HikariDataSource writer(Path file) {
        var config = config(file, "writer");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(5_000);
        // Checkpoints does it beside the writer
        config.setConnectionInitSql("PRAGMA wal_autocheckpoint = 0");
        return new HikariDataSource(config);
    }

    static HikariDataSource readers(Path file, int size) {
        var config = config(file, "readers");
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(2_000);
        config.setConnectionInitSql("PRAGMA query_only = true");
        return new HikariDataSource(config);
    }

    /**
     * Sees that the file is a database, whole, and can be written, before anything else touches it.
     * On a full disk it takes of the room that is kept, so that what is there can be read.
     *
     * @throws StartProblem with the sentence that a person reads
     */
    static void check(Path file, Dialect dialect, Reserve reserve) {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=2000");
                var statement = connection.createStatement()) {
            var mode = first(statement, "PRAGMA journal_mode = WAL");
            if (!"wal".equalsIgnoreCase(mode)) {
                throw new StartProblem(
                        "The database "
                                + file
                                + " cannot use a write-ahead log here; put the data folder on a"
                                + " local disk with --data DIR.");
            }
            write(statement, dialect, reserve);
            var damage = first(statement, "PRAGMA quick_check(1)");
            if (!"ok".equals(damage)) {
                throw new StartProblem(
                        "The database "
                                + file
                                + " is damaged; restore a backup, or give another folder with"
                                + " --data DIR.");
            }
        } catch (SQLException e) {
            throw new StartProblem("Sayso cannot use " + file + ": " + dialect.explain(e) + ".", e);
        }
    }

    /** Changes nothing; else a read-only file would be found out only at the first capture. */
    private static void write(Statement statement, Dialect dialect, Reserve reserve)
            throws SQLException {
        while (true) {
            try {
                statement.execute("BEGIN IMMEDIATE");
                statement.execute(
                        "PRAGMA user_version = " + first(statement, "PRAGMA user_version"));
                statement.execute("COMMIT");
                return;
            } catch (SQLException e) {
                if (!dialect.isFull(e) || !reserve.letGo()) {
                    throw e;
                }
            }
        }
    }

    private static @Nullable String first(Statement statement, String sql) throws SQLException {
        try (var answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getString(1) : null;
        }
    }

    private static HikariConfig config(Path file, String name) {
        var pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("busy_timeout", "5000");
        pragmas.setProperty("foreign_keys", "true");
        // the indexes of many accounts find room in it
        pragmas.setProperty("cache_size", "-" + CACHE_KIB);
        // each insert would ask for the last row's id, which nobody reads
        pragmas.setProperty("jdbc.get_generated_keys", "false");
        var config = new HikariConfig();
        config.setDataSource(new KeepingDataSource(file, pragmas));
        config.setPoolName(name);
        config.setInitializationFailTimeout(5_000);
        return config;
    }
}
