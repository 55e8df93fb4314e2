package dev.sayso.platform.sql;

import com.zaxxer.hikari.HikariDataSource;

import dev.sayso.platform.sql.Broken.Fate;

import org.sqlite.SQLiteConnection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

/**
 * SQLite. Result codes: sqlite.org/rescode.html; the primary code is the lowest byte of an extended
 * one.
 */
class SqliteDialect implements Dialect {
    private static final int ERROR = 1;
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int NOMEM = 7;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int NOTADB = 26;
    // the index of the write-ahead log cannot grow: before anything is written
    private static final int NO_ROOM_FOR_INDEX = IOERR | 19 << 8;

    // these end the whole transaction whatever savepoints there are (tried: 345 units believed
    // done, 197 rows there)
    private static final Set<Integer> ENDS =
            Set.of(NOMEM, IOERR, CORRUPT, FULL, NOTADB, BUSY, READONLY);

    @Override
    public Map<String, String> words() {
        return Map.of(
                "text", "TEXT",
                "position", "INTEGER PRIMARY KEY AUTOINCREMENT",
                "now", "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')");
    }

    @Override
    public List<String> begin() {
        return List.of("BEGIN IMMEDIATE");
    }

    @Override
    public boolean endsTransaction(SQLException error) {
        return ENDS.contains(code(error));
    }

    @Override
    public Fate fate(SQLException error) {
        return switch (code(error)) {
            case IOERR, CORRUPT, NOTADB, CANTOPEN -> Fate.REOPEN;
            // another program holds it, or it is read-only: 64 units that wait 5 s each help nobody
            case BUSY, LOCKED, READONLY, PERM -> Fate.REFUSED;
            default -> Fate.AGAIN;
        };
    }

    @Override
    public Fate fateOfCommit(SQLException error) {
        // a flush that failed may have reached the disk all the same, and is never repeated on the
        // same handle
        return code(error) == IOERR ? Fate.UNKNOWN : fate(error);
    }

    @Override
    public boolean mayHaveEnded(SQLException error) {
        return code(error) == ERROR; // "no transaction is active": the first error had ended it
    }

    @Override
    public boolean isFull(SQLException error) {
        return code(error) == FULL;
    }

    @Override
    public String explain(SQLException error) {
        return switch (code(error)) {
            case FULL -> Dialect.FULL;
            case READONLY, PERM ->
                    "the database is read-only; give the user that runs Sayso the right to write it"
                            + " and its folder";
            case BUSY, LOCKED ->
                    "another program holds the database; end it, or give Sayso a folder of its own"
                            + " with --data";
            case CORRUPT, NOTADB ->
                    "the database is damaged or is no database; restore a backup, or give another"
                            + " folder with --data";
            case CANTOPEN ->
                    "the database cannot be opened; check that its folder is there and may be"
                            + " written";
            case IOERR ->
                    "the disk failed to read or write; check it, nothing that was acknowledged is"
                            + " lost";
            default -> "the database refused it (SQLite code " + error.getErrorCode() + ")";
        };
    }

    @Override
    public void reopen(DataSource writer) throws SQLException {
        if (writer instanceof HikariDataSource pool && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        try (var connection = writer.getConnection();
                var statement = connection.createStatement()) {
            // Pages of the write-ahead log whose flush failed count as clean to the system, which
            // flushes them never again; written to the database's own file they are flushed anew,
            // and the log begins empty, without the group that was not committed.
            try (var answer = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                if (!answer.next() || answer.getInt(1) != 0) {
                    throw new SQLException("the write-ahead log is in use", "", BUSY);
                }
            }
            try (var answer = statement.executeQuery("PRAGMA quick_check(1)")) {
                if (!answer.next() || !"ok".equals(answer.getString(1))) {
                    throw new SQLException("quick_check found damage", "", CORRUPT);
                }
            }
        }
    }

    @Override
    public void interrupt(Connection connection) throws SQLException {
        connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
    }

    private static int code(SQLException error) {
        int code = error.getErrorCode();
        return code == NO_ROOM_FOR_INDEX ? FULL : code & 0xff;
    }
}
