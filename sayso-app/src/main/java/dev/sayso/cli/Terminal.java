package dev.sayso.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * What a command can see of the process that it runs in. Both streams write UTF-8.
 *
 * @param figures how its person writes numbers
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        Locale figures) {

    /** This process's own. It is UTF-8 whatever the locale says: the contract's text is. */
    public static Terminal ofProcess() {
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                Clock.systemDefaultZone(),
                Locale.getDefault(Locale.Category.FORMAT));
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
