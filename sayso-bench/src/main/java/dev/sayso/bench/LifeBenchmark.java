package dev.sayso.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A life of a thousand accounts and a million events: how fast it is made anew from the log, how
 * long the list takes beside ten accounts and ten thousand events, and how fast a hundred thousand
 * reminders of one minute are raised while captures go on.
 */
final class LifeBenchmark implements Benchmark {
    private static final int FEW = 10;
    private static final int MANY = 1_000;
    private static final int LISTS = 600;
    private static final int WARM_UP = 400;
    private static final int CONNECTIONS = 4;
    private static final int SECONDS_TO_START = 45;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern REBUILT =
            Pattern.compile("from ([\\d,]+) events in [\\d.]+ s \\(([\\d,]+) events a second");

    @Override
    public String name() {
        return "life";
    }

    @Override
    public String what() {
        return "100,000 reminders of one minute, a rebuild and the list with 1,000,000 events";
    }

    @Override
    public Figures run(List<String> command, PrintStream table) throws Exception {
        double few;
        try (var server =
                SaysoServer.start(command, "", FEW, folder -> live(command, folder, midnight()))) {
            few = list(server);
        }
        table.printf("list, %,d events      %8.2f ms%n", FEW * 1_000, few);
        var rebuilt = new long[1];
        var due = new Instant[1];
        var life = new Life[1];
        try (var server =
                SaysoServer.start(
                        command,
                        "",
                        MANY,
                        folder -> {
                            // the hour is set once the rebuild is done, and before the server
                            // starts
                            life[0] = new Life(folder);
                            life[0].write(midnight());
                            due[0] = Life.soon(SECONDS_TO_START);
                            life[0].moveTo(LocalTime.ofInstant(due[0], ZoneOffset.UTC));
                            rebuilt[0] = rebuild(command, folder);
                            if (Instant.now().plusSeconds(15).isAfter(due[0])) {
                                due[0] = Life.soon(SECONDS_TO_START);
                                life[0].moveTo(LocalTime.ofInstant(due[0], ZoneOffset.UTC));
                                rebuild(command, folder);
                            }
                        })) {
            table.printf("rebuild              %,8d events a second%n", rebuilt[0]);
            double many = list(server);
            table.printf("list, %,d events   %8.2f ms%n", MANY * 1_000, many);
            double perSecond = raise(server, life[0], due[0], table);
            return new Figures()
                    .with("reminders_per_second", Math.round(perSecond))
                    .with("rebuild_events_per_second", rebuilt[0])
                    .with("list_ms", many)
                    .with("growth", many / few);
        }
    }

    private static LocalTime midnight() {
        return LocalTime.of(23, 59);
    }

    private static void live(List<String> command, Path folder, LocalTime dueAt) throws Exception {
        new Life(folder).write(dueAt);
        rebuild(command, folder);
    }

    /** Events a second, as the command says. */
    private static long rebuild(List<String> command, Path folder)
            throws IOException, InterruptedException {
        var rebuild = new ArrayList<>(command);
        rebuild.addAll(List.of("rebuild", "--data", folder.toString()));
        var process =
                new ProcessBuilder(rebuild).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var figures = REBUILT.matcher(said);
        if (process.waitFor() != 0 || !figures.find()) {
            throw new IllegalStateException("the rebuild said: " + said);
        }
        return Long.parseLong(figures.group(2).replace(",", ""));
    }

    /** The median of one account's list after the other. */
    private static double list(SaysoServer server) throws Exception {
        var millis = new ArrayList<Double>();
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < WARM_UP + LISTS; i++) {
                var token = server.tokens().get(i * 7 % server.tokens().size());
                var request =
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + server.port()
                                                        + "/api/subscriptions"))
                                .header("Authorization", "Bearer " + token)
                                .build();
                long began = System.nanoTime();
                var response = client.send(request, BodyHandlers.ofString());
                double took = (System.nanoTime() - began) / 1e6;
                if (response.statusCode() != 200 || !response.body().contains("Service Ab")) {
                    throw new IllegalStateException("the list was answered with " + response);
                }
                if (i >= WARM_UP) {
                    millis.add(took);
                }
            }
        }
        return Figures.median(millis);
    }

    private static double raise(SaysoServer server, Life life, Instant due, PrintStream table)
            throws Exception {
        long all = (long) MANY * Life.SUBSCRIPTIONS;
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()));
        long began = System.nanoTime();
        if (life.raised() > all / 100) {
            throw new IllegalStateException("they were due before the server was ready");
        }
        try (var load =
                        new Load(
                                server.port(),
                                CONNECTIONS,
                                new Sentences(server.port(), server.tokens(), false));
                var threads = Executors.newSingleThreadExecutor()) {
            var captures = threads.submit(() -> load.run(Duration.ofSeconds(20)));
            while (life.raised() < all) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException("only " + life.raised() + " were raised");
                }
                Thread.sleep(200);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            var beside = captures.get();
            table.printf(
                    "%,d reminders      %8.1f s, beside %.0f captures a second, p99 %.0f ms%n",
                    all, seconds, beside.perSecond(), beside.p99Millis());
            return all / seconds;
        }
    }
}
