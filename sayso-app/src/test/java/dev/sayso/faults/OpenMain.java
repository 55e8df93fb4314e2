package dev.sayso.faults;

import dev.sayso.platform.sql.Installation;

import java.nio.file.Path;
import java.time.Clock;

/** Opens an installation, which makes its tables, and ends. */
final class OpenMain {
    private OpenMain() {}

    public static void main(String[] arguments) {
        Installation.open(Path.of(arguments[0]), "", Clock.systemUTC()).close();
        System.exit(0);
    }
}
