package dev.sayso.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Durable captures a second, by group commit, with a commit a request, and on PostgreSQL: three
 * servers that were started as a user starts them, loaded in turns, so that what drifts on the
 * machine drifts for all of them.
 */
final class CapturesBenchmark implements Benchmark {
    private static final int ACCOUNTS = 10_000;
    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final String GROUPED = "grouped";
    private static final String KEYED = "grouped, keyed";
    private static final String SINGLE = "one a commit";
    private static final String POSTGRES = "PostgreSQL";
    private static final String ONE_A_COMMIT = "--sayso.writer.group=1";

    @Override
    public String name() {
        return "captures";
    }

    @Override
    public String what() {
        return "durable captures a second over HTTP, grouped, one a commit, and on PostgreSQL";
    }

    @Override
    public Figures run(List<String> command, PrintStream table) throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var grouped = SaysoServer.start(command, "", ACCOUNTS);
                var single = SaysoServer.start(command, "", ACCOUNTS, ONE_A_COMMIT);
                var onPostgres =
                        SaysoServer.start(
                                command, postgres.getJdbcUrl("postgres", "postgres"), ACCOUNTS);
                var loads = new Loads()) {
            loads.add(GROUPED, grouped, false);
            loads.add(KEYED, grouped, true);
            loads.add(SINGLE, single, false);
            loads.add(POSTGRES, onPostgres, false);
            return measure(loads, table);
        }
    }

    private static Figures measure(Loads loads, PrintStream table) throws Exception {
        var results = new LinkedHashMap<String, List<Load.Result>>();
        table.printf(
                "%-14s %10s %8s %8s %8s %6s %7s%n",
                "load", "per second", "p50 ms", "p99 ms", "refused", "cores", "RSS MB");
        for (var each : loads.all) {
            each.load().run(WARM_UP);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var each : loads.all) {
                var server = each.server();
                double before = server.cpuSeconds();
                var result = each.load().run(ROUND);
                results.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(result);
                table.printf(
                        "%-14s %10.0f %8.2f %8.2f %8d %6.2f %7.0f%n",
                        each.name(),
                        result.perSecond(),
                        result.p50Millis(),
                        result.p99Millis(),
                        result.refused(),
                        (server.cpuSeconds() - before) / ROUND.toSeconds(),
                        server.megabytes());
            }
        }
        double grouped = median(results, GROUPED, Load.Result::perSecond);
        return new Figures()
                .with("per_second", Math.round(grouped))
                .with("p50_ms", median(results, GROUPED, Load.Result::p50Millis))
                .with("p99_ms", median(results, GROUPED, Load.Result::p99Millis))
                .with(
                        "vs_commit_per_request",
                        grouped / median(results, SINGLE, Load.Result::perSecond))
                .with(
                        "postgres_per_second",
                        Math.round(median(results, POSTGRES, Load.Result::perSecond)))
                .with(
                        "keyed_per_second",
                        Math.round(median(results, KEYED, Load.Result::perSecond)));
    }

    private static double median(
            Map<String, List<Load.Result>> results,
            String load,
            ToDoubleFunction<Load.Result> figure) {
        return Figures.median(
                results.getOrDefault(load, List.of()).stream()
                        .mapToDouble(figure)
                        .boxed()
                        .toList());
    }

    private record Loaded(String name, SaysoServer server, Load load) {}

    private static final class Loads implements AutoCloseable {
        private final List<Loaded> all = new ArrayList<>();

        void add(String name, SaysoServer server, boolean keyed) throws Exception {
            var sentences = new Sentences(server.port(), server.tokens(), keyed);
            all.add(new Loaded(name, server, new Load(server.port(), CONNECTIONS, sentences)));
        }

        @Override
        public void close() throws Exception {
            for (var each : all) {
                each.load().close();
            }
        }
    }
}
