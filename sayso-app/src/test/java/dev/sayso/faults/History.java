package dev.sayso.faults;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one client sent and was told, a line each, written before the next thing is done; it
 * outlives the process that writes it.
 */
final class History implements AutoCloseable {
    private final Path file;
    private final OutputStream out;

    private History(Path file) throws IOException {
        this.file = file;
        this.out = new FileOutputStream(file.toFile(), true);
    }

    /** How far a message has come, by what its client knows. */
    enum Told {
        SENT,
        /** It is durable. */
        DONE,
        /** Nothing was written. */
        REFUSED,
        /** The connection was cut, or the answer was that it is not known. */
        UNKNOWN
    }

    static History of(Path folder, int client) throws IOException {
        Files.createDirectories(folder);
        return new History(folder.resolve("client-" + client + ".history"));
    }

    void write(Told told, String key) {
        try {
            out.write((told + " " + key + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What became of each key so far, in the order in which they were sent. */
    Map<String, Told> read() {
        return read(file);
    }

    private static Map<String, Told> read(Path file) {
        var told = new LinkedHashMap<String, Told>();
        try {
            for (var line : Files.readAllLines(file)) {
                var words = line.split(" ");
                if (words.length == 2) { // else a kill cut it off
                    told.put(words[1], Told.valueOf(words[0]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told;
    }

    /** What became of all keys of all clients. */
    static Map<String, Told> all(Path folder) throws IOException {
        var all = new LinkedHashMap<String, Told>();
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(folder, "*.history")) {
            found.forEach(files::add);
        }
        files.forEach(file -> all.putAll(read(file)));
        return all;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
