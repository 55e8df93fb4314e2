package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.platform.sql.Installation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Killed at any step of making its tables, it makes the rest at the next start. */
class MigrationFaults {
    private static final int SAMPLE = 6;
    private static final String OF_SQLITE =
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1";
    private static final String OF_POSTGRES =
            """
            SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable
            FROM   information_schema.columns WHERE table_schema = 'public'
            UNION
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            ORDER BY 1
            """;
    private static final String HISTORY =
            "SELECT version || ' ' || success FROM schema_history ORDER BY installed_rank";

    @TempDir private Path folder;

    @Test
    void areCompletedOnSqlite() throws Exception {
        var whole = folder.resolve("whole");
        open(whole);
        var expected = List.of(ofFile(whole, OF_SQLITE), ofFile(whole, HISTORY));
        int steps = steps();
        var kills = some(steps);

        for (int at : kills) {
            var data = folder.resolve("killed-" + at);
            try (var child =
                    Child.start(
                            List.of(
                                    "strace",
                                    "-f",
                                    "-qq",
                                    "-o",
                                    "/dev/null",
                                    "-P",
                                    data.resolve("sayso.db-wal").toString(),
                                    "-e",
                                    "trace=pwrite64",
                                    "-e",
                                    "inject=pwrite64:signal=SIGKILL:when=" + at),
                            OpenMain.class,
                            Map.of(),
                            data)) {
                assertThat(child.awaitEnd(120)).as("it was killed").isNotZero();
            }
            open(data);

            assertThat(List.of(ofFile(data, OF_SQLITE), ofFile(data, HISTORY)))
                    .as("killed at write %s", at)
                    .isEqualTo(expected);
        }
        Faults.report(
                "%d of %d writes of the migrations killed on SQLite: each was completed at the next"
                        + " start",
                kills.size(), steps);
    }

    @Test
    void areCompletedOnPostgres() throws Exception {
        try (var server = EmbeddedPostgres.builder().start();
                var proxy = new CuttingProxy(server.getPort())) {
            var whole = database(server, "whole");
            proxy.cutAtMessage(Integer.MAX_VALUE);
            open(proxy.url(whole));
            int steps = proxy.messages();
            var expected = List.of(query(whole, OF_POSTGRES), query(whole, HISTORY));
            var cuts = some(steps);

            for (int at : cuts) {
                var url = database(server, "cut" + at);
                proxy.cutAtMessage(at);
                // a cut while it is closed is no failure of opening it
                if (at < steps - 10) {
                    assertThatThrownBy(() -> open(proxy.url(url)))
                            .as("cut at message %s", at)
                            .isInstanceOf(RuntimeException.class);
                }
                open(url);

                assertThat(List.of(query(url, OF_POSTGRES), query(url, HISTORY)))
                        .as("cut at message %s", at)
                        .isEqualTo(expected);
            }
            Faults.report(
                    "%d of %d messages of the migrations cut off on PostgreSQL: each was completed"
                            + " at the next start",
                    cuts.size(), steps);
        }
    }

    private static List<Integer> some(int steps) {
        var random = Faults.random("migrations");
        return Faults.count(0, 1) == 1
                ? IntStream.rangeClosed(1, steps).boxed().toList()
                : IntStream.range(0, SAMPLE)
                        .mapToObj(_ -> 1 + random.nextInt(steps))
                        .distinct()
                        .toList();
    }

    /** How many writes the migrations are, by one thread. */
    private int steps() throws Exception {
        var data = folder.resolve("counted");
        var prefix = folder.resolve("counted-strace");
        try (var child = Child.start(Recording.command(prefix), OpenMain.class, Map.of(), data)) {
            assertThat(child.awaitEnd(120)).as(child::errors).isZero();
        }
        return (int)
                Recording.read(prefix, data).stream()
                        .filter(op -> op.call() == Recording.Call.PWRITE64)
                        .filter(op -> op.file().endsWith("-wal"))
                        .count();
    }

    private static String database(EmbeddedPostgres server, String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static void open(Path data) {
        Installation.open(data, "", Clock.systemUTC()).close();
    }

    private void open(String url) {
        Installation.open(folder, url, Clock.systemUTC()).close();
    }

    private static List<String> ofFile(Path data, String sql) throws SQLException {
        var file = data.resolve("sayso.db");
        assertThat(Files.exists(file)).isTrue();
        return query("jdbc:sqlite:" + file, sql);
    }

    private static List<String> query(String url, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }
}
