package dev.sayso.platform.sql;

import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.SequencedMap;

/**
 * A connection to SQLite that keeps the statements it has prepared: the driver prepares anew each
 * time, which took as long as carrying them out. For one thread at a time, as the driver's own.
 */
final class KeepingConnection extends JDBC4Connection {
    private static final int MOST = 200;

    /** Those that nobody uses just now, the one used longest ago first. */
    private final SequencedMap<String, Kept> kept = new LinkedHashMap<>();

    KeepingConnection(Path file, Properties pragmas) throws SQLException {
        super("jdbc:sqlite:" + file, file.toString(), pragmas);
    }

    @Override
    public PreparedStatement prepareStatement(
            String sql, int type, int concurrency, int holdability) throws SQLException {
        var ready = kept.remove(sql);
        return ready == null ? new Kept(sql) : ready;
    }

    private void keep(String sql, Kept statement) throws SQLException {
        var other = kept.put(sql, statement);
        if (other != null) {
            other.end();
        } else if (kept.size() > MOST) {
            var eldest = kept.pollFirstEntry();
            eldest.getValue().end();
        }
    }

    private final class Kept extends JDBC4PreparedStatement {
        private final String text;

        Kept(String sql) throws SQLException {
            super(KeepingConnection.this, sql);
            text = sql;
        }

        /** Ready for the next use; a failure has closed it within the driver. */
        @Override
        public void close() throws SQLException {
            if (pointer.isClosed()) {
                end();
                return;
            }
            rs.close();
            clearBatch();
            keep(text, this);
        }

        void end() throws SQLException {
            super.close();
        }
    }
}
