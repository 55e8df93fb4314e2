package dev.sayso.platform.sql;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

import java.sql.Connection;

/**
 * Gives the connection that the thread holds just now, so that one {@code JdbcClient}, with the
 * statements that it has parsed, serves all transactions.
 */
final class HeldConnection extends AbstractDataSource implements SmartDataSource {
    private final ThreadLocal<@Nullable Connection> held = new ThreadLocal<>();

    void hold(Connection connection) {
        held.set(connection);
    }

    void release() {
        held.remove();
    }

    @Override
    public Connection getConnection() {
        var connection = held.get();
        if (connection == null) {
            throw new IllegalStateException(
                    "no transaction is open; write through Writer, and use the unit's client in the"
                            + " unit only");
        }
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }

    @Override
    public boolean shouldClose(Connection connection) {
        return false;
    }
}
