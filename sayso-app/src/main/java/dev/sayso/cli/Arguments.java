package dev.sayso.cli;

import dev.sayso.cli.Command.DryRun;
import dev.sayso.cli.Command.Help;
import dev.sayso.cli.Command.HelpTree;
import dev.sayso.cli.Command.ParseLines;
import dev.sayso.cli.Command.Say;
import dev.sayso.cli.Command.Serve;
import dev.sayso.cli.Command.ShowList;
import dev.sayso.cli.Command.Version;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of a command line, told apart: options, the command, and the sentence. A word that is a
 * command and has more words after it is part of a sentence ({@code help me cancel Netflix}).
 */
final class Arguments {
    static final int DEFAULT_PORT = 8080;

    private static final Set<String> WITH_VALUE =
            Set.of("--port", "--data", "--locale", "--currency", "--now");
    private static final Set<String> WITHOUT_VALUE =
            Set.of("--json", "--dry-run", "--jsonl", "--dot", "--help", "--version");
    private static final Set<String> DRY = Set.of("--dry-run", "--locale", "--currency", "--now");

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> settings = new ArrayList<>();
    private final Map<String, String> environment;

    private Arguments(List<String> arguments, Map<String, String> environment) {
        this.environment = environment;
        boolean optionsEnded = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (optionsEnded || !isOption(argument)) {
                words.add(argument);
            } else if (argument.equals("--")) {
                optionsEnded = true;
            } else if (argument.startsWith("--sayso.")) {
                settings.add(argument);
            } else {
                addOption(argument, rest.hasNext() ? rest : null);
            }
        }
    }

    static Command read(List<String> arguments, Map<String, String> environment) {
        return new Arguments(arguments, environment).command();
    }

    private static boolean isOption(String argument) {
        return argument.startsWith("--") || argument.equals("-h");
    }

    private void addOption(String argument, java.util.@Nullable Iterator<String> rest) {
        int sign = argument.indexOf('=');
        var name =
                argument.equals("-h")
                        ? "--help"
                        : sign < 0 ? argument : argument.substring(0, sign);
        if (WITHOUT_VALUE.contains(name)) {
            if (sign >= 0) {
                throw new Misuse(name + " takes no value, and got \"" + argument + "\"");
            }
            options.put(name, "");
        } else if (WITH_VALUE.contains(name)) {
            if (sign < 0 && rest == null) {
                throw new Misuse(name + " needs a value after it");
            }
            options.put(
                    name, sign >= 0 || rest == null ? argument.substring(sign + 1) : rest.next());
        } else {
            throw new Misuse(
                    "there is no option " + name + "; ./sayso help shows those that there are");
        }
    }

    private Command command() {
        if (options.containsKey("--help")) {
            return new Help();
        }
        if (options.containsKey("--version")) {
            return new Version();
        }
        var first = words.isEmpty() ? "" : words.getFirst();
        boolean alone = words.size() == 1;
        var command =
                switch (first) {
                    case "" -> words.isEmpty() ? new Help() : null;
                    case "help" -> alone ? new Help() : helpTree();
                    case "serve" -> alone ? serve() : null;
                    case "list" -> alone ? list() : null;
                    case "parse" -> alone ? parse() : null;
                    default -> null;
                };
        return command != null ? command : sentence();
    }

    /** Null for a sentence that begins with help: a file has a dot or a slash in its name. */
    private @Nullable HelpTree helpTree() {
        if (!Set.of("lint", "walk", "draw").contains(words.get(1))
                || words.size() > 2
                        && words.stream().skip(2).noneMatch(word -> word.matches(".*[./\\\\].*"))) {
            return null;
        }
        allow("help " + words.get(1), "--json", "--dot");
        var all = new ArrayList<>(words.subList(1, words.size()));
        all.addAll(options.keySet());
        return new HelpTree(List.copyOf(all));
    }

    private Serve serve() {
        allow("serve", "--port", "--data");
        int port = options.containsKey("--port") ? port(options.get("--port")) : DEFAULT_PORT;
        return new Serve(
                port, folder(options.getOrDefault("--data", "data")), List.copyOf(settings));
    }

    private ShowList list() {
        allow("list", "--port", "--json");
        return new ShowList(server(), options.containsKey("--json"));
    }

    private ParseLines parse() {
        allow("parse", "--jsonl");
        if (!options.containsKey("--jsonl")) {
            throw new Misuse(
                    "parse reads a message a line from standard input and wants --jsonl; for one"
                            + " sentence there is ./sayso --dry-run \"Netflix 499 monthly\"");
        }
        return new ParseLines();
    }

    private Command sentence() {
        var text = String.join(" ", words);
        boolean json = options.containsKey("--json");
        if (options.keySet().stream().noneMatch(DRY::contains)) {
            allow("a sentence", "--port", "--json");
            return new Say(text, server(), json);
        }
        allow("a dry run", "--dry-run", "--locale", "--currency", "--now", "--json", "--port");
        return new DryRun(text, locale(), currency(), now(), json);
    }

    private void allow(String command, String... allowed) {
        for (var option : options.keySet()) {
            if (!Set.of(allowed).contains(option)) {
                throw new Misuse(option + " does not go with " + command + "; see ./sayso help");
            }
        }
        if (!settings.isEmpty() && !command.equals("serve")) {
            throw new Misuse(settings.getFirst() + " goes with ./sayso serve only");
        }
    }

    private static int port(@Nullable String text) {
        try {
            int port = Integer.parseInt(String.valueOf(text));
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        throw new Misuse("--port \"" + text + "\" is not a port; give a number from 1 to 65535");
    }

    private static Path folder(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            // said below, as for no text
        }
        throw new Misuse("--data \"" + text + "\" is not the name of a folder");
    }

    private URI server() {
        if (options.containsKey("--port")) {
            return URI.create("http://127.0.0.1:" + port(options.get("--port")));
        }
        var url = environment.getOrDefault("SAYSO_URL", "");
        if (url.isBlank()) {
            return URI.create("http://127.0.0.1:" + DEFAULT_PORT);
        }
        try {
            var server = URI.create(url.strip().replaceFirst("/+$", ""));
            if (server.getHost() != null && Set.of("http", "https").contains(server.getScheme())) {
                return server;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for another scheme
        }
        throw new Misuse(
                "SAYSO_URL \"" + url + "\" is not an address; write it like http://127.0.0.1:8080");
    }

    private @Nullable Locale locale() {
        var tag = options.get("--locale");
        if (tag == null) {
            return null;
        }
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // said below, as for a tag without language
        }
        throw new Misuse("--locale \"" + tag + "\" is not a language tag; write it like en-IN");
    }

    private @Nullable Currency currency() {
        var code = options.get("--currency");
        try {
            return code == null ? null : Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Misuse("--currency \"" + code + "\" is not an ISO 4217 code such as INR");
        }
    }

    private @Nullable OffsetDateTime now() {
        var text = options.get("--now");
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misuse(
                    "--now \""
                            + text
                            + "\" is not a moment with an offset; write it like"
                            + " 2026-11-24T09:00:00+05:30");
        }
    }
}
