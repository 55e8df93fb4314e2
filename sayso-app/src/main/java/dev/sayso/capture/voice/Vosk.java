package dev.sayso.capture.voice;

import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The offline recogniser. One model for the process, a recogniser for each pass. Native code, with
 * some 80 MB for the model and up to 300 MB more while it hears with nothing expected: call it on
 * few platform threads.
 */
final class Vosk implements Recogniser, AutoCloseable {
    private static final int ALTERNATIVES = 20;
    private static final int CHUNK = 8_000;

    private final Model model;
    private final Set<String> vocabulary;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * Loads the model, which takes about a second.
     *
     * @throws IOException when the folder holds none
     * @throws LinkageError where the native library does not run
     */
    Vosk(Path folder) throws IOException {
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        vocabulary = vocabulary(folder.resolve("graph/words.txt"));
        model = new Model(folder.toString());
    }

    private static Set<String> vocabulary(Path words) throws IOException {
        if (!Files.exists(words)) {
            return Set.of();
        }
        try (var lines = Files.lines(words)) {
            return lines.map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    @Override
    public Hearing alternatives(Clip clip, List<String> phrases) throws IOException {
        try (var recogniser = new Recognizer(model, Clip.RATE, grammar(phrases))) {
            recogniser.setMaxAlternatives(ALTERNATIVES);
            var whole = List.of(new Hearing.Alternative("", 0));
            for (var part : parts(recogniser, clip)) {
                whole = join(whole, part);
            }
            return whole.getFirst().text().isEmpty() ? Hearing.NOTHING : new Hearing(whole, 0);
        }
    }

    /** A pause ends a part; the likeliest of all ways to put two parts together. */
    private static List<Hearing.Alternative> join(List<Hearing.Alternative> before, JsonNode part) {
        var next = new ArrayList<Hearing.Alternative>();
        for (var alternative : part.path("alternatives")) {
            next.add(
                    new Hearing.Alternative(
                            alternative.path("text").asString("").strip(),
                            alternative.path("confidence").asDouble(0)));
        }
        if (next.isEmpty() || next.stream().allMatch(it -> it.text().isEmpty())) {
            return before;
        }
        return before.stream()
                .flatMap(
                        a ->
                                next.stream()
                                        .map(
                                                b ->
                                                        new Hearing.Alternative(
                                                                (a.text() + " " + b.text()).strip(),
                                                                a.score() + b.score())))
                .sorted((a, b) -> Double.compare(b.score(), a.score()))
                .limit(ALTERNATIVES)
                .toList();
    }

    @Override
    public Hearing best(Clip clip, List<String> phrases) throws IOException {
        try (var recogniser = new Recognizer(model, Clip.RATE, grammar(phrases))) {
            return words(recogniser, clip);
        }
    }

    @Override
    public Hearing open(Clip clip) throws IOException {
        try (var recogniser = new Recognizer(model, Clip.RATE)) {
            return words(recogniser, clip);
        }
    }

    private Hearing words(Recognizer recogniser, Clip clip) {
        recogniser.setWords(true);
        var text = new StringBuilder();
        double sum = 0;
        int count = 0;
        for (var part : parts(recogniser, clip)) {
            for (var word : part.path("result")) {
                text.append(text.isEmpty() ? "" : " ").append(word.path("word").asString(""));
                sum += word.path("conf").asDouble(0);
                count++;
            }
        }
        return count == 0
                ? Hearing.NOTHING
                : new Hearing(List.of(new Hearing.Alternative(text.toString(), 0)), sum / count);
    }

    private List<JsonNode> parts(Recognizer recogniser, Clip clip) {
        var bytes = clip.toBytes();
        var parts = new ArrayList<JsonNode>();
        for (int at = 0; at < bytes.length; at += CHUNK) {
            var chunk = Arrays.copyOfRange(bytes, at, Math.min(at + CHUNK, bytes.length));
            if (recogniser.acceptWaveForm(chunk, chunk.length)) {
                parts.add(json.readTree(recogniser.getResult()));
            }
        }
        parts.add(json.readTree(recogniser.getFinalResult()));
        return parts;
    }

    /** The phrases of which the model knows each word: others it would drop words from. */
    private String grammar(List<String> phrases) {
        return json.writeValueAsString(
                vocabulary.isEmpty() ? phrases : phrases.stream().filter(this::isKnown).toList());
    }

    private boolean isKnown(String phrase) {
        return Arrays.stream(phrase.split(" "))
                .allMatch(word -> word.equals("[unk]") || vocabulary.contains(word));
    }

    @Override
    public void close() {
        model.close();
    }
}
