package dev.sayso.bench;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How fast messages are read on one core, beside a plain regular expression. */
final class ParserBenchmark implements Benchmark {
    private static final int LOADS = 5;

    @Override
    public String name() {
        return "parser";
    }

    @Override
    public String what() {
        return "messages read a second on one core, and what loading the words takes";
    }

    @Override
    public Figures run(List<String> server, PrintStream table) throws Exception {
        var options =
                new OptionsBuilder()
                        .include(Readings.class.getName() + ".*")
                        .forks(1)
                        .threads(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(3))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(3))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        var results = new Runner(options).run();
        double typed = score(results, "typed");
        double sms = score(results, "sms");
        double regex = score(results, "regex");
        var millis = new ArrayList<Double>();
        var megabytes = new ArrayList<Double>();
        for (int i = 0; i < LOADS; i++) {
            var figures = load();
            millis.add(figures.get(0));
            megabytes.add(figures.get(1));
        }
        table.printf("typed messages a second       %,12.0f%n", typed);
        table.printf("bank messages a second        %,12.0f%n", sms);
        table.printf("regular expression a second   %,12.0f%n", regex);
        return new Figures()
                .with("typed_per_second_core", Math.round(typed))
                .with("sms_per_second_core", Math.round(sms))
                .with("bytes_per_message", Math.round(bytes(results)))
                .with("vs_regex", typed / regex)
                .with("load_ms", Figures.median(millis))
                .with("heap_mb", Figures.median(megabytes));
    }

    private static RunResult result(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(it -> it.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow();
    }

    private static double score(Collection<RunResult> results, String method) {
        return result(results, method).getPrimaryResult().getScore();
    }

    private static double bytes(Collection<RunResult> results) {
        return result(results, "typed").getSecondaryResults().entrySet().stream()
                .filter(it -> it.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(it -> it.getValue().getScore())
                .findFirst()
                .orElse(0);
    }

    /** Milliseconds and megabytes of a fresh process. */
    private static List<Double> load() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ParserLoad.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var line =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || line.isEmpty()) {
            throw new IllegalStateException("the parser did not load in a process of its own");
        }
        var figures = line.split(" ");
        return List.of(Double.valueOf(figures[0]), Double.valueOf(figures[1]));
    }
}
