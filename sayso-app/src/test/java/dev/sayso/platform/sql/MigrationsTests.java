package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/** The tables of a later version are left alone, on either database. */
class MigrationsTests {
    private static final String LATER =
            """
            INSERT INTO schema_history
            SELECT installed_rank + 1, '999', 'of the future', type, script, checksum,
                   installed_by, installed_on, execution_time, success
            FROM   schema_history ORDER BY installed_rank DESC LIMIT 1
            """;

    @TempDir private Path folder;

    @Test
    void refuseALaterVersionOnPostgres() throws Exception {
        try (var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            var url = server.getJdbcUrl("postgres", "postgres");

            assertRefusesALaterVersion(url, url);
        }
    }

    @Test
    void refuseALaterVersionOnSqlite() throws Exception {
        assertRefusesALaterVersion("", "jdbc:sqlite:" + folder.resolve("sayso.db"));
    }

    private void assertRefusesALaterVersion(String setting, String url) throws SQLException {
        open(setting).close();
        execute(url, LATER);
        int before = versions(url);

        assertThatThrownBy(() -> open(setting))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("was written by a later version of Sayso")
                .hasMessageContaining("999")
                .hasMessageContaining("start that version or a newer one");
        assertThat(versions(url)).isEqualTo(before);
    }

    private Installation open(String setting) {
        return Installation.open(folder, setting, Clock.systemUTC());
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int versions(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM schema_history")) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
