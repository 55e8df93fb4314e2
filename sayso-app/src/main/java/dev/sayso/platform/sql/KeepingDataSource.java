package dev.sayso.platform.sql;

import org.springframework.jdbc.datasource.AbstractDataSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to a SQLite file that keep their prepared statements. */
final class KeepingDataSource extends AbstractDataSource {
    private final Path file;
    private final Properties pragmas;

    KeepingDataSource(Path file, Properties pragmas) {
        this.file = file;
        this.pragmas = pragmas;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new KeepingConnection(file, pragmas);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
