package dev.sayso.cli;

import dev.sayso.cli.Command.AddAccount;
import dev.sayso.cli.Command.AddAccounts;
import dev.sayso.cli.Command.AddToken;
import dev.sayso.cli.Command.DryRun;
import dev.sayso.cli.Command.Explain;
import dev.sayso.cli.Command.Help;
import dev.sayso.cli.Command.HelpTrees;
import dev.sayso.cli.Command.InstallVoice;
import dev.sayso.cli.Command.ListAccounts;
import dev.sayso.cli.Command.Listen;
import dev.sayso.cli.Command.MakeBackup;
import dev.sayso.cli.Command.MakeLink;
import dev.sayso.cli.Command.MeasureAccuracy;
import dev.sayso.cli.Command.ParseLines;
import dev.sayso.cli.Command.Rebuild;
import dev.sayso.cli.Command.RestoreBackup;
import dev.sayso.cli.Command.Revoke;
import dev.sayso.cli.Command.Say;
import dev.sayso.cli.Command.Serve;
import dev.sayso.cli.Command.ShowList;
import dev.sayso.cli.Command.Version;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
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
            Set.of("--port", "--data", "--locale", "--currency", "--now", "--until", "--at");
    private static final Set<String> WITHOUT_VALUE =
            Set.of("--json", "--dry-run", "--jsonl", "--help", "--version", "--operator");
    private static final Set<String> OF_HELP = Set.of("lint", "walk", "draw", "evaluate");
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
        if (arguments.size() > 1
                && arguments.getFirst().equals("help")
                && OF_HELP.contains(arguments.get(1))) {
            return new HelpTrees(List.copyOf(arguments.subList(1, arguments.size())));
        }
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
                    case "help" -> alone ? new Help() : null;
                    case "serve" -> alone ? serve() : null;
                    case "listen" -> words.size() == 2 ? listen() : null;
                    case "voice" ->
                            words.size() == 2 && words.get(1).equals("install")
                                    ? installVoice()
                                    : null;
                    case "list" -> alone ? list() : null;
                    case "parse" -> alone ? parse() : null;
                    case "explain" -> alone ? null : explain();
                    case "accuracy" -> words.size() == 2 ? accuracy() : null;
                    case "link" -> words.size() <= 2 ? link() : null;
                    case "account" -> account();
                    case "backup" -> words.size() <= 2 ? backup() : null;
                    case "restore" -> words.size() <= 2 ? restore() : null;
                    case "rebuild" -> alone ? rebuild() : null;
                    default -> null;
                };
        return command != null ? command : sentence();
    }

    private Serve serve() {
        allow("serve", "--port", "--data");
        int port = options.containsKey("--port") ? port(options.get("--port")) : DEFAULT_PORT;
        return new Serve(port, data(), List.copyOf(settings));
    }

    /** Null where it is a sentence after all: {@code listen closely}. */
    private @Nullable Command listen() {
        var file = Path.of(words.get(1));
        if (!words.get(1).contains(".") && !Files.exists(file)) {
            return null;
        }
        allow("listen", "--port", "--json");
        return new Listen(file, server(), options.containsKey("--json"));
    }

    private InstallVoice installVoice() {
        allow("voice install", "--data");
        return new InstallVoice(data());
    }

    private ShowList list() {
        allow("list", "--port", "--json");
        return new ShowList(server(), options.containsKey("--json"));
    }

    private MakeLink link() {
        allow("link", "--port", "--at", "--data");
        var at = options.containsKey("--at") ? address("--at", options.get("--at")) : server();
        return new MakeLink(words.size() == 2 ? words.get(1) : "", at, data());
    }

    private Rebuild rebuild() {
        allow("rebuild", "--data");
        return new Rebuild(data());
    }

    /** Null where it is a sentence after all: {@code account statement from the bank}. */
    private @Nullable Command account() {
        int size = words.size();
        var what = size > 1 ? words.get(1) : "";
        if (size == 2 && what.equals("list")) {
            allow("account list", "--data");
            return new ListAccounts(data());
        }
        if (size != 3) {
            if (size == 1 || Set.of("add", "token", "revoke").contains(what) && size == 2) {
                throw new Misuse(
                        "account wants what to do: account add NAME, account token NAME, account"
                                + " list, or account revoke ID");
            }
            return null;
        }
        var name = words.get(2);
        return switch (what) {
            case "add" -> {
                allow("account add", "--operator", "--until", "--data");
                boolean operator = options.containsKey("--operator");
                yield name.equals("-")
                        ? new AddAccounts(operator, until(), data())
                        : new AddAccount(name, operator, until(), data());
            }
            case "token" -> {
                allow("account token", "--until", "--data");
                yield new AddToken(name, until(), data());
            }
            case "revoke" -> {
                allow("account revoke", "--data");
                yield new Revoke(name, data());
            }
            default -> null;
        };
    }

    private MakeBackup backup() {
        allow("backup", "--data");
        return new MakeBackup(
                backupFile("backup wants the file to write, such as ./sayso backup monday.sayso"),
                data());
    }

    private RestoreBackup restore() {
        allow("restore", "--data");
        return new RestoreBackup(
                backupFile("restore wants the backup, such as ./sayso restore monday.sayso"),
                data());
    }

    private Path backupFile(String wanted) {
        if (words.size() != 2 || words.get(1).isBlank()) {
            throw new Misuse(wanted);
        }
        return file(words.get(1)).toAbsolutePath().normalize();
    }

    private Path data() {
        return folder(options.getOrDefault("--data", "data"));
    }

    private @Nullable LocalDate until() {
        var text = options.get("--until");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misuse("--until \"" + text + "\" is not a day; write it like 2027-01-31");
        }
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

    private Explain explain() {
        allow("explain", "--locale", "--currency", "--now");
        var text = String.join(" ", words.subList(1, words.size()));
        return new Explain(new DryRun(text, locale(), currency(), now(), false));
    }

    private MeasureAccuracy accuracy() {
        allow("accuracy", "--json");
        return new MeasureAccuracy(file(words.get(1)), options.containsKey("--json"));
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

    private static Path file(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Misuse("\"" + text + "\" is not the name of a file");
        }
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
        return address("SAYSO_URL", url);
    }

    private static URI address(String option, @Nullable String url) {
        try {
            var server = URI.create(String.valueOf(url).strip().replaceFirst("/+$", ""));
            if (server.getHost() != null && Set.of("http", "https").contains(server.getScheme())) {
                return server;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for another scheme
        }
        throw new Misuse(
                option + " \"" + url + "\" is not an address; write it like http://127.0.0.1:8080");
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
