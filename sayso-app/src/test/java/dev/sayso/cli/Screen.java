package dev.sayso.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A terminal that a test types into and reads. */
final class Screen {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = {};

    Screen typing(String input) {
        return typing(input.getBytes(StandardCharsets.UTF_8));
    }

    Screen typing(byte[] input) {
        this.input = input;
        return this;
    }

    Screen with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    int run(String... arguments) {
        return new CommandLine(terminal(), _ -> 77).run(List.of(arguments));
    }

    private Terminal terminal() {
        return new Terminal(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC),
                Locale.US);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    List<String> outLines() {
        return out().lines().toList();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
