package dev.sayso.bench;

import java.util.Arrays;
import java.util.List;

/** Lists the benchmarks, or runs one: {@code NAME -- command of the server}. */
final class Bench {
    private static final List<Benchmark> ALL =
            List.of(
                    new StartBenchmark(),
                    new CapturesBenchmark(),
                    new HelpBenchmark(),
                    new ParserBenchmark());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var name = arguments.length == 0 ? "" : arguments[0];
        var chosen = ALL.stream().filter(it -> it.name().equals(name)).findFirst();
        if (chosen.isEmpty()) {
            list(name);
            return;
        }
        var server =
                Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length);
        System.out.println(chosen.get().run(server, System.out).json());
    }

    private static void list(String asked) {
        var isQuestion = asked.isEmpty() || asked.equals("--list");
        var to = isQuestion ? System.out : System.err;
        if (!isQuestion) {
            to.println("There is no benchmark " + asked + "; there are:");
        }
        ALL.forEach(it -> to.printf("  ./bench %-10s %s%n", it.name(), it.what()));
        System.exit(isQuestion ? 0 : 2);
    }
}
