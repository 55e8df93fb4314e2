package dev.sayso.platform.sql;

import com.zaxxer.hikari.HikariDataSource;

import dev.sayso.platform.sql.Broken.Fate;

import org.postgresql.PGConnection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

/** PostgreSQL. Its codes: postgresql.org/docs/current/errcodes-appendix.html. */
class PostgresDialect implements Dialect {
    /** One lock for all writers of a database: the letters of "sayso". */
    static final long LOCK = 0x7361_7973_6fL;

    private static final String DISK_FULL = "53100";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String READ_ONLY = "25006";
    private static final String NO_TRANSACTION = "25P01";

    // connection, transaction state, serialisation, resources, an operator's intervention
    private static final Set<String> ENDS = Set.of("08", "25", "40", "53", "57", "58", "XX");

    @Override
    public Map<String, String> words() {
        return Map.of(
                "text", "TEXT COLLATE \"C\"",
                "position", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                "now",
                        "to_char(clock_timestamp() AT TIME ZONE 'UTC',"
                                + " 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
    }

    @Override
    public List<String> begin() {
        // The lock comes first: followers need positions that commit in order, and two instances
        // that both look for "Netflix" must not both find none.
        return List.of("BEGIN", "SELECT pg_advisory_xact_lock(" + LOCK + ")");
    }

    @Override
    public boolean endsTransaction(SQLException error) {
        return ENDS.contains(kind(error));
    }

    @Override
    public Fate fate(SQLException error) {
        return switch (code(error)) {
            case LOCK_NOT_AVAILABLE -> Fate.REFUSED; // another instance is stopped within a group
            case READ_ONLY -> Fate.REOPEN; // what answers is a standby now
            default -> Fate.AGAIN;
        };
    }

    @Override
    public Fate fateOfCommit(SQLException error) {
        return switch (kind(error)) {
            case "08", "57", "58", "XX", "" -> Fate.UNKNOWN;
            default -> Fate.AGAIN;
        };
    }

    @Override
    public boolean mayHaveEnded(SQLException error) {
        return code(error).equals(NO_TRANSACTION);
    }

    @Override
    public boolean isFull(SQLException error) {
        return code(error).equals(DISK_FULL);
    }

    @Override
    public String explain(SQLException error) {
        return switch (kind(error)) {
            case "08" ->
                    "the database cannot be reached; see that it runs, Sayso goes on by itself";
            case "28", "3D" ->
                    "the database refuses Sayso; check name, user and password in"
                            + " sayso.database.url";
            case "53" ->
                    code(error).equals(DISK_FULL)
                            ? "the database's disk is full; make room, nothing was lost and Sayso"
                                    + " goes on by itself"
                            : "the database has no room for more connections or memory; give it"
                                    + " more";
            case "55" ->
                    "another Sayso holds the database's lock; end the one that stands still, or"
                            + " wait some seconds";
            case "57" -> "the database is stopping or starting; try again in a moment";
            default -> "the database refused it (PostgreSQL code " + code(error) + ")";
        };
    }

    @Override
    public void reopen(DataSource writer) throws SQLException {
        if (writer instanceof HikariDataSource pool && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        try (var connection = writer.getConnection();
                var statement = connection.createStatement();
                var standby = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            if (standby.next() && standby.getBoolean(1)) {
                throw new SQLException("the server is a standby", READ_ONLY);
            }
        }
    }

    @Override
    public void interrupt(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
    }

    private static String code(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            // a pool wraps why it has no connection
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static String kind(SQLException error) {
        var code = code(error);
        return code.length() < 2 ? "" : code.substring(0, 2);
    }
}
