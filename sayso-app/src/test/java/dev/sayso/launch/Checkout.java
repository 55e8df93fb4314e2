package dev.sayso.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A checkout that has the real launchers, and in place of Maven and the JDK two scripts that say
 * what they were called with; so a launcher is tried in less than a second.
 */
final class Checkout {
    private static final Path REAL = Path.of("..").toAbsolutePath().normalize();

    /** What the launchers may use of the system; a java of the system's own is not among it. */
    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "env",
                    "sed",
                    "awk",
                    "grep",
                    "find",
                    "head",
                    "tail",
                    "cat",
                    "cksum",
                    "tr",
                    "date",
                    "dirname",
                    "basename",
                    "readlink",
                    "mkdir",
                    "mktemp",
                    "mv",
                    "rm",
                    "touch",
                    "sleep",
                    "uname",
                    "id");

    private static final String MAVEN =
            """
            #!/usr/bin/env bash
            echo "mvn $*" >>"$CALLS"
            if [ -n "${MAVEN_FAILS-}" ]; then echo "[ERROR] $MAVEN_FAILS"; exit 1; fi
            house=$(dirname "$2")
            mkdir -p "$house/sayso-app/target"
            touch "$house/sayso-app/target/sayso.jar"
            """;
    private static final String JAVA =
            """
            #!/usr/bin/env bash
            case "$*" in
              *-Djarmode=tools*) mkdir -p "${!#}"; touch "${!#}/sayso.jar" ;;
              *AOTCacheOutput*) ;;
              *) echo "in $PWD"; printf '<%s>' "$@"; echo ;;
            esac
            """;

    final Path house;
    private final Path tools;
    private final Path calls;
    private final Map<String, String> environment = new HashMap<>();

    Checkout(Path folder) throws IOException {
        house = Files.createDirectories(folder.resolve("my check out"));
        tools = Files.createDirectories(folder.resolve("tools"));
        calls = folder.resolve("calls");
        for (var tool : TOOLS) {
            script(tools.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
        }
        script(tools.resolve("mvn"), MAVEN);
        for (var file : List.of("sayso", "verify", "bench", "build/launch.sh", "pom.xml")) {
            var copy = house.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(REAL.resolve(file), copy);
            copy.toFile().setExecutable(true);
        }
        for (var module : List.of("sayso-language", "sayso-app")) {
            Files.createDirectories(house.resolve(module).resolve("src/main"));
            Files.writeString(house.resolve(module).resolve("pom.xml"), "<project/>");
        }
        environment.put("PATH", tools.toString());
        environment.put("CALLS", calls.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("SAYSO_JDKS", Files.createDirectories(folder.resolve("jdks")).toString());
    }

    /** A JDK of that version, where installations lie. */
    Path jdk(String version) throws IOException {
        var jdk = Path.of(environment.get("SAYSO_JDKS"), "jdk-" + version);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/java"), JAVA);
        script(jdk.resolve("bin/javac"), JAVA);
        return jdk;
    }

    Checkout with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Checkout without(String tool) throws IOException {
        Files.delete(tools.resolve(tool));
        return this;
    }

    /** How often Maven was called so far, and with what. */
    List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    record Result(int code, String out, String err) {}

    Result run(Path folder, String... command) throws IOException, InterruptedException {
        var out = Files.createTempFile(tools, "out", "");
        var err = Files.createTempFile(tools, "err", "");
        var builder =
                new ProcessBuilder(new ArrayList<>(List.of(command)))
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end: " + Files.readString(err));
        }
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    Result sayso(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(house.resolve("sayso").toString());
        command.addAll(List.of(arguments));
        return run(house, command.toArray(String[]::new));
    }

    private static Path find(String tool) {
        for (var folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return Path.of(folder, tool);
            }
        }
        throw new UncheckedIOException(new IOException(tool + " is not on the PATH"));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE);
        file.toFile().setExecutable(true);
    }
}
