package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;

class KeepingConnectionTests {
    private static final String FIND = "SELECT name FROM things WHERE name >= ? ORDER BY name";
    private static final String ADD = "INSERT INTO things (name) VALUES (?)";

    @TempDir Path folder;
    private KeepingConnection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = new KeepingConnection(folder.resolve("test.db"), new Properties());
        execute("CREATE TABLE things (name TEXT UNIQUE)");
        execute("INSERT INTO things VALUES ('a'), ('b')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void givesAStatementAgainThatWasGivenBack() throws SQLException {
        var first = connection.prepareStatement(FIND);
        assertThat(first(first, "b")).isEqualTo("b");
        first.close();

        var second = connection.prepareStatement(FIND);

        assertThat(second).isSameAs(first);
        assertThat(first(second, "a")).isEqualTo("a");
    }

    @Test
    void givesAnotherWhileOneIsInUse() throws SQLException {
        var first = connection.prepareStatement(FIND);
        var second = connection.prepareStatement(FIND);

        assertThat(second).isNotSameAs(first);
        assertThat(first(first, "a")).isEqualTo("a");
        assertThat(first(second, "b")).isEqualTo("b");
        first.close();
        second.close();
        assertThat(connection.prepareStatement(FIND)).isSameAs(second);
    }

    @Test
    void letsNoLockStandWhenAStatementIsGivenBackHalfRead() throws SQLException {
        var reading = connection.prepareStatement(FIND);
        first(reading, "a"); // a row is left
        reading.close();

        execute("DROP TABLE things"); // SQLite refuses it while a statement reads
        assertThat(connection.isClosed()).isFalse();
    }

    @Test
    void keepsNoStatementThatFailed() throws SQLException {
        var add = connection.prepareStatement(ADD);
        add.setString(1, "a");
        assertThatThrownBy(add::executeUpdate).hasMessageContaining("UNIQUE");
        add.close();

        try (var again = connection.prepareStatement(ADD)) {
            again.setString(1, "c");
            assertThat(again.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void readsWhatATableIsNow() throws SQLException {
        try (var reading = connection.prepareStatement("SELECT * FROM things")) {
            assertThat(reading.executeQuery().getMetaData().getColumnCount()).isEqualTo(1);
        }
        execute("ALTER TABLE things ADD COLUMN more TEXT DEFAULT 'x'");

        try (var reading = connection.prepareStatement("SELECT name FROM things WHERE more = ?")) {
            assertThat(first(reading, "x")).isEqualTo("a");
        }
    }

    @Test
    void keepsTwoHundredAtMost() throws SQLException {
        var first = connection.prepareStatement(FIND);
        first.close();
        for (int i = 0; i < 200; i++) {
            connection.prepareStatement("SELECT " + i).close();
        }

        assertThat(first.isClosed()).isTrue();
        assertThat(connection.prepareStatement(FIND)).isNotSameAs(first);
    }

    private static String first(PreparedStatement statement, String name) throws SQLException {
        statement.setString(1, name);
        var rows = statement.executeQuery();
        return rows.next() ? rows.getString("name") : null;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
