package dev.sayso.platform.sql;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

import java.sql.Connection;

/**
 * Gives the connection that its one thread holds just now, so that one {@code JdbcClient}, with the
 * statements that it has parsed, serves all transactions.
 */
final class HeldConnection extends AbstractDataSource implements SmartDataSource {
    private @Nullable Connection held;

    void hold(Connection connection) {
        held = connection;
    }

    void release() {
        held = null;
    }

    @Override
    public Connection getConnection() {
        var connection = held;
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
