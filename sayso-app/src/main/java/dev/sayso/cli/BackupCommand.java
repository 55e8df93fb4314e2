package dev.sayso.cli;

import dev.sayso.platform.sql.Backup;
import dev.sayso.platform.sql.BackupRefused;
import dev.sayso.platform.sql.StartProblem;

import java.util.Locale;

/** Copies the database of the data folder, and brings a copy back. */
final class BackupCommand {
    private final Terminal terminal;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(Command.MakeBackup command) {
        refuseOnPostgres("pg_dump --format=custom --file=FILE, which runs beside it");
        AccountCommand.logErrorsOnly();
        try {
            long bytes = Backup.make(command.data(), command.file());
            return told("Copied to %s (%s, read back and checked).", command.file(), size(bytes));
        } catch (BackupRefused e) {
            throw new ServerProblem(String.valueOf(e.getMessage()));
        }
    }

    int run(Command.RestoreBackup command) {
        refuseOnPostgres("pg_restore, with every Sayso on it stopped");
        AccountCommand.logErrorsOnly();
        try {
            var before = Backup.restore(command.data(), command.file(), terminal.clock());
            return told(
                    "Restored %s in %s.%s",
                    command.file(),
                    command.data(),
                    before.map(it -> " The database that was there is kept in " + it + ".")
                            .orElse(""));
        } catch (BackupRefused | StartProblem e) {
            throw new ServerProblem(String.valueOf(e.getMessage()));
        }
    }

    private void refuseOnPostgres(String instead) {
        if (!terminal.environment().getOrDefault("SAYSO_DATABASE_URL", "").isBlank()) {
            throw new ServerProblem(
                    "This installation is on PostgreSQL (SAYSO_DATABASE_URL is set): use "
                            + instead
                            + ".");
        }
    }

    private int told(String sentence, Object... values) {
        terminal.out().println(String.format(Locale.ROOT, sentence, values));
        return CommandLine.DONE;
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.ceilDiv(bytes, 1_000) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
