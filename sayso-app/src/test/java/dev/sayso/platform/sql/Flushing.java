package dev.sayso.platform.sql;

import org.springframework.context.ApplicationContext;

import java.sql.SQLException;

/**
 * Sets how the writer's one connection to SQLite flushes: what the control of a power cut needs.
 */
public final class Flushing {
    private Flushing() {}

    public static void set(ApplicationContext house, String synchronous) throws SQLException {
        try (var connection = house.getBean(Store.class).writer().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = " + synchronous);
        }
    }
}
