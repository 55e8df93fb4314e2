package dev.sayso.cli;

import dev.sayso.account.Account;
import dev.sayso.account.FrontDesk;
import dev.sayso.account.Key;
import dev.sayso.account.Member;
import dev.sayso.platform.sql.Installation;
import dev.sayso.platform.sql.StartProblem;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Gives accounts and tokens out, shows them and takes them away, in the data folder itself. */
final class AccountCommand {
    private static final int TOGETHER = 100;
    private static final String LOGGING = "logback.configurationFile";

    private final Terminal terminal;

    AccountCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What one does at the desk; the text is what is printed. */
    interface Doing {
        String at(FrontDesk desk);
    }

    int run(Command.OfAccounts command) {
        var text =
                at(
                        command.data(),
                        terminal,
                        desk ->
                                switch (command) {
                                    case Command.AddAccount it -> add(desk, it);
                                    case Command.AddAccounts it -> addAll(desk, it);
                                    case Command.AddToken it ->
                                            token(desk, account(desk, it.name()), it.until());
                                    case Command.ListAccounts _ -> list(desk);
                                    case Command.Revoke it -> revoke(desk, it.what());
                                });
        terminal.out().print(text);
        return CommandLine.DONE;
    }

    static String at(Path data, Terminal terminal, Doing doing) {
        logErrorsOnly();
        try (var installation =
                Installation.open(
                        data,
                        terminal.environment().getOrDefault("SAYSO_DATABASE_URL", ""),
                        terminal.clock())) {
            return doing.at(FrontDesk.of(installation, terminal.clock()));
        } catch (StartProblem | IllegalArgumentException e) {
            throw new ServerProblem(String.valueOf(e.getMessage()));
        }
    }

    /** Else the first logger would log all that the pools do, and to the output stream. */
    static void logErrorsOnly() {
        System.setProperty(LOGGING, "logback-commands.xml");
        LoggerFactory.getILoggerFactory();
        System.clearProperty(LOGGING);
    }

    static Account account(FrontDesk desk, String name) {
        return desk.find(name)
                .orElseThrow(
                        () ->
                                new ServerProblem(
                                        "There is no account \""
                                                + Wording.plain(name)
                                                + "\" here; ./sayso account list shows those that"
                                                + " there are."));
    }

    private String add(FrontDesk desk, Command.AddAccount command) {
        return token(desk, desk.add(command.name(), command.operator()), command.until());
    }

    /** A token and its account's name a line, as soon as they are there. */
    private String addAll(FrontDesk desk, Command.AddAccounts command) {
        refuseWhatIsOver(command.until(), LocalDate.now(terminal.clock()));
        var names = names();
        for (int from = 0; from < names.size(); from += TOGETHER) {
            var some = names.subList(from, Math.min(from + TOGETHER, names.size()));
            desk.admit(some, command.operator(), command.until())
                    .forEach(
                            it ->
                                    terminal.out()
                                            .println(
                                                    it.token().reveal()
                                                            + " "
                                                            + it.account().name()));
        }
        return "";
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        try {
            var lines = new Lines(terminal.in());
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (line.text() == null) {
                    throw new ServerProblem(
                            "Line " + (names.size() + 1) + " of the names: " + line.problem());
                }
                names.add(line.text());
            }
        } catch (IOException e) {
            throw new ServerProblem("The names cannot be read: " + e.getMessage());
        }
        return names;
    }

    /** The token alone on the output stream, so that a script can take it; the rest beside it. */
    private String token(FrontDesk desk, Account account, @Nullable LocalDate until) {
        refuseWhatIsOver(until, account.today(terminal.clock()));
        var secret = desk.token(account, until);
        terminal.err()
                .println(
                        "The token of "
                                + Wording.plain(account.name())
                                + (until == null
                                        ? ", without an end"
                                        : ", good until the end of " + until)
                                + ". It is shown this once; keep it as you keep a password.");
        return secret.reveal() + "\n";
    }

    private static void refuseWhatIsOver(@Nullable LocalDate until, LocalDate today) {
        if (until != null && until.isBefore(today)) {
            throw new ServerProblem(
                    "--until " + until + " is over already; give today or a day to come.");
        }
    }

    private static String list(FrontDesk desk) {
        var text = new StringBuilder();
        for (var member : desk.members()) {
            text.append(Wording.plain(member.account().name()))
                    .append(member.operator() ? "  (operator)" : "")
                    .append('\n');
            for (var key : desk.keys().of(member.account().id())) {
                text.append("    ").append(line(key, member)).append('\n');
            }
        }
        return text.isEmpty()
                ? "No accounts yet; ./sayso account add NAME makes one.\n"
                : text.toString();
    }

    private static String line(Key key, Member member) {
        var zone = member.account().zone();
        var kind =
                switch (key.kind()) {
                    case TOKEN -> "token  ";
                    case SESSION -> "browser";
                    case LINK -> "link   ";
                };
        var until = key.until();
        var used = key.usedAt();
        return key.id()
                + "  "
                + kind
                + "  since "
                + day(key.createdAt(), zone)
                // the last moment in which it opens
                + (until == null ? "" : ", until " + day(until.minusMillis(1), zone))
                + (used == null ? ", never used" : ", last used " + day(used, zone));
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static String revoke(FrontDesk desk, String what) {
        var named = desk.find(what);
        if (named.isPresent()) {
            int revoked = desk.keys().revokeAll(named.get().id());
            return revoked + (revoked == 1 ? " was" : " were") + " revoked.\n";
        }
        boolean revoked =
                desk.members().stream()
                        .anyMatch(
                                member -> desk.keys().revoke(member.account().id(), what.strip()));
        if (!revoked) {
            throw new ServerProblem(
                    "Nothing here has the name or the id \""
                            + Wording.plain(what)
                            + "\"; ./sayso account list shows both.");
        }
        return "Revoked.\n";
    }
}
