package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL that flushes, and can be killed, stopped and started again. */
final class PostgresServer implements AutoCloseable {
    private final EmbeddedPostgres first;
    private final Path data;
    private final List<String> command;
    private final String url;

    PostgresServer(Path data) throws IOException {
        this.data = data;
        this.first =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start();
        this.url = first.getJdbcUrl("postgres", "postgres");
        this.command =
                Arrays.asList(
                        Files.readString(Path.of("/proc/" + postmaster().pid() + "/cmdline"))
                                .split("\0"));
    }

    String url() {
        return url;
    }

    int port() {
        return first.getPort();
    }

    /** SIGKILL for it and all its processes. */
    void kill() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    void pause() throws Exception {
        signal("STOP");
    }

    void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        var kill = new ArrayList<>(List.of("kill", "-" + name));
        processes().forEach(process -> kill.add(String.valueOf(process.pid())));
        assertThat(new ProcessBuilder(kill).start().waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    void startAgain() throws Exception {
        var again = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            again.addAll(List.of("unshare", "-U")); // it refuses to run as root
        }
        again.addAll(command);
        var log = data.resolve("again.log").toFile();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < until) {
            var process =
                    new ProcessBuilder(again).redirectErrorStream(true).redirectOutput(log).start();
            while (process.isAlive()) {
                try (var _ = DriverManager.getConnection(url)) {
                    return;
                } catch (SQLException e) {
                    TimeUnit.MILLISECONDS.sleep(200); // it starts, or what was killed still ends
                }
            }
        }
        throw new AssertionError("it does not start again: " + Files.readString(log.toPath()));
    }

    private ProcessHandle postmaster() throws IOException {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        }
    }

    private List<ProcessHandle> processes() {
        try {
            var postmaster = postmaster();
            return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            kill();
        }
        first.close();
    }
}
