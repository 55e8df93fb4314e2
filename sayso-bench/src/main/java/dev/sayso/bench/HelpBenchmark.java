package dev.sayso.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Steps of guided help, from the answer to the next view, durable, on SQLite: a thousand a second
 * that come whether the last were answered or not, and then as many as are taken; and evaluations
 * of a whole context on one core.
 */
final class HelpBenchmark implements Benchmark {
    private static final int RATE = 1_000;
    private static final int WARM_SECONDS = 8;
    private static final int SECONDS = 16;
    private static final int AT_ONCE = 32;
    private static final Duration FLAT_OUT = Duration.ofSeconds(10);
    private static final Pattern ID = Pattern.compile("\"session\":\"([0-9a-f]+)\"");
    private static final Pattern PER_SECOND = Pattern.compile("(\\d+) a second");
    private static final List<Step> WALK =
            List.of(
                    new Step("start", "add", "\"node\":\"start.add\""),
                    new Step("start.add", "cycle", "\"node\":\"cycle.how\""),
                    new Step("cycle.how", "yearly", "\"node\":\"cycle.year\""),
                    new Step("cycle.year", "yes", "\"status\":\"resolved\""));

    /** An answer, and what the next view has to hold. */
    private record Step(String node, String option, String next) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String what() {
        return "steps of guided help at 1,000 a second and flat out, and evaluations on one core";
    }

    @Override
    public Figures run(List<String> command, PrintStream table) throws Exception {
        long evaluations = evaluations(command);
        try (var server = SaysoServer.start(command, "", 0);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            steadily(server, threads, WARM_SECONDS);
            double before = server.cpuSeconds();
            var steady = steadily(server, threads, SECONDS);
            double cores = (server.cpuSeconds() - before) / SECONDS;
            double most = flatOut(server, threads);
            table.printf("steps at %,d a second: p50 ms     %8.2f%n", RATE, at(steady, 0.5));
            table.printf("                          p99 ms     %8.2f%n", at(steady, 0.99));
            table.printf("                          longest ms %8.2f%n", at(steady, 1));
            table.printf("                          cores      %8.2f%n", cores);
            table.printf("steps a second, %d at once: %,16.0f%n", AT_ONCE, most);
            table.printf("evaluations a second on a core: %,10d%n", evaluations);
            return new Figures()
                    .with("steps_per_second", Math.round(most))
                    .with("step_p99_ms", at(steady, 0.99))
                    .with("evaluations_per_second_core", evaluations);
        }
    }

    /**
     * Sends a step each millisecond, by the clock; the time of each counts from when it was due.
     */
    private long[] steadily(SaysoServer server, ExecutorService threads, int seconds)
            throws Exception {
        int steps = seconds * RATE;
        var sessions = sessions(server, threads, steps / WALK.size());
        var latencies = new long[steps];
        var done = new ArrayList<Future<?>>();
        long begin = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            int step = i / RATE % WALK.size();
            var session = sessions.get(i / (RATE * WALK.size()) * RATE + i % RATE);
            long due = begin + i * (1_000_000_000L / RATE);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int which = i;
            done.add(
                    threads.submit(
                            () -> {
                                take(server, session, step);
                                latencies[which] = System.nanoTime() - due;
                                return null;
                            }));
        }
        for (var each : done) {
            each.get();
        }
        Arrays.sort(latencies);
        return latencies;
    }

    /** So many at once, each sends its next when the last was answered; beginnings do not count. */
    private double flatOut(SaysoServer server, ExecutorService threads) throws Exception {
        var taken = new AtomicInteger();
        var done = new ArrayList<Future<?>>();
        long begin = System.nanoTime();
        long end = begin + FLAT_OUT.toNanos();
        for (int i = 0; i < AT_ONCE; i++) {
            done.add(
                    threads.submit(
                            () -> {
                                while (System.nanoTime() < end) {
                                    var session = begin(server);
                                    for (int step = 0; step < WALK.size(); step++) {
                                        take(server, session, step);
                                        taken.incrementAndGet();
                                    }
                                }
                                return null;
                            }));
        }
        for (var each : done) {
            each.get();
        }
        return taken.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private List<String> sessions(SaysoServer server, ExecutorService threads, int count)
            throws Exception {
        var ids = new ArrayList<String>();
        while (ids.size() < count) {
            var begun = new ArrayList<Future<String>>();
            for (int i = 0; i < AT_ONCE; i++) {
                begun.add(threads.submit(() -> begin(server)));
            }
            for (var each : begun) {
                ids.add(each.get());
            }
        }
        return ids;
    }

    private String begin(SaysoServer server) throws Exception {
        var view = post(server, "/api/help/sessions", "{}", 201);
        Matcher id = ID.matcher(view);
        if (!id.find()) {
            throw new IllegalStateException("a view without a session: " + view);
        }
        return id.group(1);
    }

    private void take(SaysoServer server, String session, int number) throws Exception {
        var step = WALK.get(number);
        var view =
                post(
                        server,
                        "/api/help/sessions/" + session + "/answers",
                        "{\"step\":%d,\"node\":\"%s\",\"option\":\"%s\"}"
                                .formatted(number + 1, step.node(), step.option()),
                        200);
        if (!view.contains(step.next())) {
            throw new IllegalStateException(
                    "after step " + (number + 1) + " " + step.next() + " was expected: " + view);
        }
    }

    private String post(SaysoServer server, String path, String body, int status)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != status) {
            throw new IllegalStateException(
                    "%s was answered with %d: %s"
                            .formatted(path, response.statusCode(), response.body()));
        }
        return response.body();
    }

    /** By the command line's own clock, on one thread, without a server. */
    private static long evaluations(List<String> command) throws Exception {
        var evaluate = new ArrayList<>(command);
        evaluate.addAll(
                List.of(
                        "help",
                        "evaluate",
                        "founding",
                        "issue_type=payment",
                        "payment_problem=failed",
                        "retry_success=false",
                        "--seconds=4"));
        var process =
                new ProcessBuilder(evaluate).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = PER_SECOND.matcher(out);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("no rate came: " + out);
        }
        return Long.parseLong(rate.group(1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }
}
