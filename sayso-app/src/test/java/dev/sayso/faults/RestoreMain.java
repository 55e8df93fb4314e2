package dev.sayso.faults;

import dev.sayso.platform.sql.Backup;

import java.nio.file.Path;
import java.time.Clock;

/** Restores a backup, and ends. */
final class RestoreMain {
    private RestoreMain() {}

    /**
     * @param arguments the data folder and the backup
     */
    public static void main(String[] arguments) {
        Backup.restore(Path.of(arguments[0]), Path.of(arguments[1]), Clock.systemUTC());
        System.exit(0);
    }
}
