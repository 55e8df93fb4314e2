package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of this class path, perhaps behind a command that does it harm. */
final class Child implements AutoCloseable {
    private final Process process;
    private final Path errors;
    private final BufferedReader out;

    private Child(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(
            List<String> before, Class<?> main, Map<String, String> settings, Object... arguments)
            throws IOException {
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx192m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dlogback.configurationFile=logback-commands.xml",
                        "-cp",
                        System.getProperty("java.class.path")));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add(main.getName());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var errors = Files.createTempFile("sayso", ".err");
        return new Child(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** Waits for the line. */
    void awaitLine(String expected) throws IOException {
        assertThat(out.readLine()).as(this::errors).isEqualTo(expected);
    }

    /** SIGKILL, which no process sees coming. */
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
    }

    int awaitEnd(long seconds) throws InterruptedException {
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("it ended").isTrue();
        return process.exitValue();
    }

    boolean awaitEnd(long wait, TimeUnit unit) throws InterruptedException {
        return process.waitFor(wait, unit);
    }

    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        kill();
        Files.deleteIfExists(errors);
    }
}
