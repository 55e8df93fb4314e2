package dev.sayso.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** From the start of {@code java} to the first answered capture, on an empty data folder. */
final class StartBenchmark implements Benchmark {
    private static final int ROUNDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CAPTURE = "{\"text\": \"Netflix ₹499 monthly\"}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What one start took; CPU and memory a second after the answer, when the dust has settled. */
    private record Start(double millis, double cpuSeconds, double megabytes) {}

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String what() {
        return "from the start of java to the first answered capture, and the memory then";
    }

    @Override
    public Figures run(List<String> server, PrintStream table) throws Exception {
        table.printf("%5s %16s %8s %8s%n", "start", "first answer ms", "CPU s", "RSS MB");
        var starts = new ArrayList<Start>();
        for (int round = 1; round <= ROUNDS; round++) {
            var start = start(server);
            starts.add(start);
            table.printf(
                    "%5d %16.0f %8.2f %8.0f%n",
                    round, start.millis(), start.cpuSeconds(), start.megabytes());
        }
        return new Figures()
                .with("first_answer_ms", Math.round(median(starts, Start::millis)))
                .with("cpu_s", median(starts, Start::cpuSeconds))
                .with("rss_mb", Math.round(median(starts, Start::megabytes)));
    }

    private Start start(List<String> server) throws Exception {
        var folder = Files.createTempDirectory("sayso-bench");
        int port = freePort();
        var command = new ArrayList<>(server);
        command.addAll(
                List.of("serve", "--port", Integer.toString(port), "--data", folder.toString()));
        var log = folder.resolve("bench.log");
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        long begin = System.nanoTime();
        var process = builder.start();
        try {
            awaitAnswer(process, port, begin, log);
            double millis = (System.nanoTime() - begin) / 1e6;
            Thread.sleep(1_000);
            double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            return new Start(millis, cpu, Memory.residentMegabytes(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
            delete(folder);
        }
    }

    private void awaitAnswer(Process process, int port, long begin, Path log) throws Exception {
        var capture =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/captures"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(CAPTURE))
                        .build();
        while (System.nanoTime() - begin < PATIENCE.toNanos() && process.isAlive()) {
            try {
                int status = client.send(capture, BodyHandlers.ofString()).statusCode();
                if (status == 201) {
                    return;
                }
                throw new IllegalStateException("the capture was answered with " + status);
            } catch (IOException e) {
                Thread.sleep(5); // it does not listen yet
            }
        }
        throw new IllegalStateException(
                "the server gave no answer; it wrote:\n" + Files.readString(log));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Figures.median(starts.stream().mapToDouble(figure).boxed().toList());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
