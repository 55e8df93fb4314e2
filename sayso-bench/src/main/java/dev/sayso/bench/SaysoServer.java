package dev.sayso.bench;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sayso as a process of its own, started as its launcher does, on data that is thrown away. */
final class SaysoServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final List<String> tokens;
    private final Process process;

    private SaysoServer(Path folder, int port, List<String> tokens, Process process) {
        this.folder = folder;
        this.port = port;
        this.tokens = tokens;
        this.process = process;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param command the command line of the launcher, without options
     * @param database the URL of the database; empty: SQLite
     * @param accounts how many accounts it has
     */
    static SaysoServer start(
            List<String> command, String database, int accounts, String... settings)
            throws Exception {
        var folder = Files.createTempDirectory("sayso-bench");
        var tokens = addAccounts(command, folder, database, accounts);
        int port = freePort();
        var serve = new ArrayList<>(command);
        serve.addAll(
                List.of("serve", "--port", Integer.toString(port), "--data", folder.toString()));
        serve.addAll(List.of(settings));
        var server =
                new SaysoServer(folder, port, tokens, builder(serve, folder, database).start());
        server.awaitReady();
        return server;
    }

    private static List<String> addAccounts(
            List<String> command, Path folder, String database, int accounts) throws Exception {
        var add = new ArrayList<>(command);
        add.addAll(List.of("account", "add", "-", "--data", folder.toString()));
        var builder = builder(add, folder, database);
        builder.redirectOutput(ProcessBuilder.Redirect.PIPE);
        var process = builder.start();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (var names =
                                    new OutputStreamWriter(
                                            process.getOutputStream(), StandardCharsets.UTF_8)) {
                                for (int i = 0; i < accounts; i++) {
                                    names.write("member " + i + "\n");
                                }
                            } catch (IOException e) { // it ended; its exit code is looked at
                            }
                        });
        List<String> tokens;
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            tokens =
                    lines.lines()
                            // options of the JVM may make it say something, too
                            .filter(line -> line.startsWith("sayso_"))
                            .map(line -> line.substring(0, line.indexOf(' ')))
                            .toList();
        }
        if (process.waitFor() != 0 || tokens.size() != accounts) {
            throw new IllegalStateException(
                    "the accounts could not be made:\n" + Files.readString(log(folder)));
        }
        return tokens;
    }

    private static ProcessBuilder builder(List<String> command, Path folder, String database) {
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
        builder.environment().remove("SAYSO_DATABASE_URL");
        if (!database.isEmpty()) {
            builder.environment().put("SAYSO_DATABASE_URL", database);
        }
        return builder;
    }

    private void awaitReady() throws Exception {
        var ready =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:" + port + "/actuator/health/readiness"))
                        .build();
        long begin = System.nanoTime();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() - begin < PATIENCE.toNanos() && process.isAlive()) {
                try {
                    if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) { // it does not listen yet
                }
                Thread.sleep(20);
            }
        }
        close();
        throw new IllegalStateException("the server gave no answer");
    }

    int port() {
        return port;
    }

    /** A token of each account. */
    List<String> tokens() {
        return tokens;
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    double megabytes() throws IOException {
        return Memory.residentMegabytes(process.pid());
    }

    private static Path log(Path folder) {
        return folder.resolve("bench.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
