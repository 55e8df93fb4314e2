package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class ParseLinesTests {
    private static final String MESSAGE =
            """
            {"text": "%s", "source": "typed", "locale": "en-IN", "currency": "INR", "now": "2026-11-24T09:00:00+05:30"}\
            """;

    private final Screen screen = new Screen();

    @Test
    void answersEachLineInOrder() {
        screen.typing(
                MESSAGE.formatted("Netflix 499 monthly")
                        + "\n"
                        + MESSAGE.formatted("good morning")
                        + "\n"
                        + MESSAGE.formatted("Spotify 119 monthly"));

        assertThat(parse()).isZero();

        assertThat(screen.outLines()).hasSize(3);
        assertThat(screen.outLines().get(0)).contains("\"recorded\"", "\"Netflix\"");
        assertThat(screen.outLines().get(1)).contains("\"ignored\"");
        assertThat(screen.outLines().get(2)).contains("\"recorded\"", "\"Spotify\"");
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void takesRowsOfLabelledData() {
        screen.typing(
                "{\"id\": \"a-1\", \"expect\": {\"status\": \"help\"}, \"tags\": [\"x\"], "
                        + MESSAGE.formatted("Netflix 499 monthly").substring(1));

        parse();

        assertThat(screen.out()).contains("\"recorded\"").hasLineCount(1);
    }

    @Test
    void putsAnErrorInThePlaceOfALineThatIsNoMessageAndGoesOn() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var line :
                new String[] {
                    "\uFEFF" + MESSAGE.formatted("Netflix 499 monthly") + "\r",
                    "",
                    "no json",
                    "[1, 2]",
                    "{\"text\": 499}",
                    "{\"text\": \"x\", \"colour\": \"red\"}",
                    MESSAGE.formatted("x").replace("2026-11-24", "yesterday"),
                    "{\"text\": \"" + "x".repeat(300_000) + "\"}",
                    "[".repeat(100_000)
                }) {
            bytes.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        bytes.write(new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}', '\n'});
        bytes.write(MESSAGE.formatted("Spotify 119 monthly").getBytes(StandardCharsets.UTF_8));
        screen.typing(bytes.toByteArray());

        assertThat(parse()).isZero();

        var lines = screen.outLines();
        assertThat(lines).hasSize(11);
        assertThat(lines.getFirst()).contains("\"recorded\"");
        assertThat(lines.subList(1, 10)).allMatch(line -> line.startsWith("{\"error\":\""));
        assertThat(lines.get(1)).contains("the line is empty");
        assertThat(lines.get(4)).contains("text");
        assertThat(lines.get(7)).contains("longer than");
        assertThat(lines.get(9)).contains("not UTF-8");
        assertThat(lines.getLast()).contains("\"recorded\"");
    }

    @Test
    void answersWhoWaitsBeforeAskingOn() throws Exception {
        var questions = new PipedOutputStream();
        var answers = new PipedInputStream();
        var terminal =
                new Terminal(
                        new PipedInputStream(questions),
                        new PrintStream(
                                new PipedOutputStream(answers), true, StandardCharsets.UTF_8),
                        System.err,
                        Map.of(),
                        Clock.systemUTC(),
                        Locale.US);
        var parsing =
                Thread.ofPlatform()
                        .start(
                                () ->
                                        new CommandLine(terminal, _ -> 77)
                                                .run(List.of("parse", "--jsonl")));
        var reader = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
        for (var name : List.of("Netflix", "Spotify")) {
            var question = MESSAGE.formatted(name + " 499 monthly") + "\n{\"text\":";
            questions.write(question.getBytes(StandardCharsets.UTF_8));
            questions.flush();

            assertThat(reader.readLine()).contains(name);

            questions.write(" 1}\n".getBytes(StandardCharsets.UTF_8));
            questions.flush();
            assertThat(reader.readLine()).startsWith("{\"error\"");
        }
        questions.close();
        parsing.join();
    }

    @Test
    void writesNothingForNothing() {
        assertThat(parse()).isZero();

        assertThat(screen.out()).isEmpty();
    }

    private int parse() {
        return screen.run("parse", "--jsonl");
    }
}
