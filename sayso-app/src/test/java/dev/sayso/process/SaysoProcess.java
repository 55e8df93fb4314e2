package dev.sayso.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, serving. */
public final class SaysoProcess implements AutoCloseable {
    public static final Path JAR = Path.of("target/sayso.jar").toAbsolutePath();
    private static final String READY = "Sayso is ready at ";

    private final Process process;
    private final Path errors;
    private final BufferedReader out;

    private SaysoProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static SaysoProcess serve(Path data, int port) throws IOException {
        return serve(data, port, Map.of());
    }

    /** As {@link #serve}, with settings. */
    public static SaysoProcess serve(Path data, int port, Map<String, String> settings)
            throws IOException {
        return start(List.of(), JAR, data, port, settings);
    }

    /** As {@link #serve}, behind a command that changes who runs it. */
    static SaysoProcess start(List<String> before, Path jar, Path data, int port)
            throws IOException {
        return start(before, jar, data, port, Map.of());
    }

    private static SaysoProcess start(
            List<String> before, Path jar, Path data, int port, Map<String, String> settings)
            throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx192m",
                        "-jar",
                        jar.toString(),
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        var errors = Files.createTempFile("sayso", ".err");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        return new SaysoProcess(builder.start(), errors);
    }

    /** Waits until it answers. */
    public URI awaitReady() throws IOException {
        var line = out.readLine();
        assertThat(line).as(this::errors).startsWith(READY);
        return URI.create(line.substring(READY.length()));
    }

    public int port() throws IOException {
        return awaitReady().getPort();
    }

    /** Waits until it has ended by itself. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
        return process.exitValue();
    }

    /** What it wrote on its error stream so far. */
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would: SIGKILL, which no process sees coming. */
    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
    }

    /** As Ctrl-C would; returns the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    @Override
    public void close() throws Exception {
        kill();
        Files.deleteIfExists(errors);
    }
}
