package dev.sayso.language.internal.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The word files that come with the library, as its index lists them. */
public final class WordFiles {
    private static final String FOLDER = "/dev/sayso/language/words/";

    private WordFiles() {}

    public static Map<String, String> builtIn() {
        var files = new LinkedHashMap<String, String>();
        for (var name : text("index.txt").split("\n", -1)) {
            if (!name.isBlank()) {
                files.put(name.strip(), text(name.strip()));
            }
        }
        return files;
    }

    public static String rules() {
        return text("ideas.rules");
    }

    private static String text(String name) {
        try (var in = WordFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks its file " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }
}
