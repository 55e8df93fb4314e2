package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.io.IOException;
import java.sql.SQLException;

/** The same desk, unchanged, on the PostgreSQL that the environment names. */
class PostgresAccountCommandTests extends AccountCommandTests {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void emptyDatabase() throws SQLException {
        execute("DROP DATABASE IF EXISTS desk WITH (FORCE)");
        execute("CREATE DATABASE desk");
    }

    @AfterEach
    void leavesTheFolderAlone() {
        assertThat(folder).isEmptyDirectory();
    }

    @Override
    String url() {
        return server.getJdbcUrl("postgres", "desk");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
