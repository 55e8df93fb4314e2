package dev.sayso.cli;

import dev.sayso.help.ShippedHelp;
import dev.sayso.help.tree.Evaluation;
import dev.sayso.help.tree.Lint;
import dev.sayso.help.tree.Linter;
import dev.sayso.help.tree.Picture;
import dev.sayso.help.tree.Problem;
import dev.sayso.help.tree.Tree;
import dev.sayso.help.tree.TreeFolder;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * {@code help lint}, {@code help walk} and {@code help draw} for authors of trees. They know the
 * facts, actions and screens of this version without a server.
 */
public final class HelpCommands {
    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int MISUSED = 2;
    private static final String USAGE =
            """
            ./sayso help lint FILE… [--json]   hold trees against all rules and run their walks
            ./sayso help walk FILE             walk a tree here: give a choice's number or your words
            ./sayso help draw FILE [--dot]     print its picture as Mermaid, or for Graphviz
            ./sayso help evaluate FILE K=V…    what a whole context leads to; --seconds=N: how often a second
            FILE may also be the name of a shipped tree, sayso-help or founding.
            """;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Linter linter = new Linter(ShippedHelp.vocabulary());

    public HelpCommands(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * @param arguments what stands behind {@code help}, its first word one of the commands
     * @return 0 when it was done, 1 when a tree has an error or cannot be read, 2 when the command
     *     line itself cannot be read
     */
    public int run(List<String> arguments) {
        var options = arguments.stream().filter(word -> word.startsWith("--")).toList();
        var words = arguments.stream().filter(word -> !word.startsWith("--")).toList();
        var command = words.isEmpty() ? "" : words.getFirst();
        var files = words.isEmpty() ? words : words.subList(1, words.size());
        if (command.equals("lint") && !files.isEmpty() && isAmong(options, "--json")) {
            return lint(files, !options.isEmpty());
        }
        if (command.equals("walk") && files.size() == 1 && options.isEmpty()) {
            return walk(files.getFirst());
        }
        if (command.equals("draw") && files.size() == 1 && isAmong(options, "--dot")) {
            return draw(files.getFirst(), !options.isEmpty());
        }
        if (command.equals("evaluate") && !files.isEmpty() && options.size() <= 1) {
            return evaluate(files.getFirst(), files.subList(1, files.size()), options);
        }
        err.print(USAGE);
        return MISUSED;
    }

    private static boolean isAmong(List<String> options, String possible) {
        return options.stream().allMatch(possible::equals);
    }

    private int lint(List<String> files, boolean json) {
        var problems = new ArrayList<Problem>();
        var failed = false;
        for (var file : files) {
            var lint = read(file);
            failed |= lint.isEmpty() || lint.get().hasErrors();
            lint.ifPresent(found -> problems.addAll(found.problems()));
        }
        if (json) {
            out.println(
                    JsonMapper.shared()
                            .writeValueAsString(
                                    Map.of(
                                            "problems",
                                            problems.stream().map(HelpCommands::json).toList())));
        } else {
            problems.forEach(problem -> out.println(plain(problem.toString())));
            var errors = problems.stream().filter(Problem::isError).count();
            out.println(
                    "%d error%s, %d warning%s"
                            .formatted(
                                    errors,
                                    errors == 1 ? "" : "s",
                                    problems.size() - errors,
                                    problems.size() - errors == 1 ? "" : "s"));
        }
        return failed ? NOT_DONE : DONE;
    }

    private static Map<String, Object> json(Problem problem) {
        var json = new LinkedHashMap<String, Object>();
        json.put("rule", problem.rule());
        json.put("level", problem.level().wire());
        json.put("file", problem.file());
        json.put("line", problem.line());
        json.put("message", problem.message());
        return json;
    }

    private int walk(String file) {
        var lint = read(file);
        var tree = lint.flatMap(Lint::tree);
        if (tree.isEmpty()) {
            lint.ifPresent(this::tellErrors);
            return NOT_DONE;
        }
        try {
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new TerminalWalk(tree.get(), lines, out).run() ? DONE : NOT_DONE;
        } catch (IOException broken) {
            err.println("The input could not be read: " + broken.getMessage());
            return NOT_DONE;
        }
    }

    private int draw(String file, boolean dot) {
        var lint = read(file);
        var tree = lint.flatMap(Lint::tree);
        if (tree.isEmpty()) {
            lint.ifPresent(this::tellErrors);
            return NOT_DONE;
        }
        var picture = new Picture(tree.get(), Map.of());
        out.print(dot ? picture.dot() : picture.mermaid());
        return DONE;
    }

    private int evaluate(String file, List<String> pairs, List<String> options) {
        var seconds = options.isEmpty() ? OptionalInt.of(0) : seconds(options.getFirst());
        if (seconds.isEmpty() || !pairs.stream().allMatch(pair -> pair.indexOf('=') > 0)) {
            err.print(USAGE);
            return MISUSED;
        }
        var context = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            context.put(pair.substring(0, at), pair.substring(at + 1));
        }
        var lint = read(file);
        var tree = lint.flatMap(Lint::tree);
        if (tree.isEmpty()) {
            lint.ifPresent(this::tellErrors);
            return NOT_DONE;
        }
        var result = Evaluation.of(tree.get(), context);
        out.println(
                "%s at %s: %s, by %s"
                        .formatted(
                                result.outcome().wire(),
                                result.node(),
                                result.reason(),
                                String.join(" > ", result.path())));
        if (seconds.getAsInt() > 0) {
            perSecond(tree.get(), context, seconds.getAsInt()); // warms up
            out.println(perSecond(tree.get(), context, seconds.getAsInt()) + " a second");
        }
        return DONE;
    }

    private static OptionalInt seconds(String option) {
        return option.matches("--seconds=[1-9]\\d?")
                ? OptionalInt.of(Integer.parseInt(option.substring("--seconds=".length())))
                : OptionalInt.empty();
    }

    /** How many evaluations one thread does in a second, over so many seconds. */
    private static long perSecond(Tree tree, Map<String, String> context, int seconds) {
        var begin = System.nanoTime();
        var end = begin + TimeUnit.SECONDS.toNanos(seconds);
        var done = 0L;
        var steps = 0L;
        while (System.nanoTime() < end) {
            for (var i = 0; i < 1_000; i++) {
                steps += Evaluation.of(tree, context).path().size();
            }
            done += 1_000;
        }
        if (steps < done) {
            throw new IllegalStateException("an evaluation passed no node");
        }
        return Math.round(done / ((System.nanoTime() - begin) / 1e9));
    }

    private void tellErrors(Lint lint) {
        lint.problems().stream()
                .filter(Problem::isError)
                .forEach(problem -> err.println(plain(problem.toString())));
    }

    private Optional<Lint> read(String file) {
        try {
            var path = Path.of(file);
            if (Files.isDirectory(path)) {
                path = path.resolve("tree.yaml");
            }
            if (!Files.exists(path) && ShippedHelp.NAMES.contains(file)) {
                return Optional.of(linter.lint(ShippedHelp.files(file)));
            }
            if (!Files.isRegularFile(path)) {
                err.println("There is no file " + plain(path.toString()) + ".");
                return Optional.empty();
            }
            return Optional.of(linter.lint(TreeFolder.read(path)));
        } catch (IOException | InvalidPathException broken) {
            err.println(plain(file) + " cannot be read: " + plain(broken.toString()));
            return Optional.empty();
        }
    }

    /** Without control characters: what others wrote must not steer the terminal. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
