package dev.sayso.capture.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What is taken unasked, by what a recogniser is sure of. */
class ListeningTests {
    private static final Clip CLIP = Clips.read(ClipsTests.tone(300, 16_000, 1, 16, 1));

    /**
     * Sentences of the expected pass with how far below the best each scores, its confidence, the
     * open pass with its own; what is heard, and whether it is trusted.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    milk sixty:0                        | 0.99 | milk 60:0.5     | milk sixty      | true
                    milk sixty:0, milk sixteen:1.2      | 0.99 | milk 60:0.5     | milk sixty      | false
                    milk sixty:0, milk sixteen:2.9      | 0.99 | milk 60:0.5     | milk sixty      | false
                    milk sixty:0, milk sixteen:3.1      | 0.99 | milk 60:0.5     | milk sixty      | true
                    milk sixty:0, mill sixteen:1        | 0.99 | milk 60:0.5     | milk sixty      | false
                    milk sixty:0, mill sixteen:2        | 0.99 | milk 60:0.5     | milk sixty      | true
                    till sixty:0, milk sixty:1          | 0.99 | x:0.5           | milk sixty      | true
                    till sixty:0, milk sixty:4          | 0.99 | x:0.5           | x               | false
                    milk sixty:0                        | 0.80 | milk 60:0.7     | milk sixty      | true
                    milk sixty:0                        | 0.80 | nice weather:0.9| milk sixty      | false
                    milk sixty:0                        | 0.70 | nice weather:0.6| milk sixty      | false
                    stranger sixty:0                    | 0.99 | x:0.5           | stranger sixty  | false
                    stranger sixty:0                    | 0.99 | stranger 60:0.5 | stranger 60     | false
                    some words:0                        | 0.99 | nice weather:0.9| nice weather    | false
                    [unk]:0                             | 0.99 | nice weather:0.9| ''              | false
                    """)
    void trustsWhatIsCertainKnownAndWithoutRival(
            String expected, double confidence, String open, String heard, boolean trusted)
            throws IOException {
        var listening = new Listening(new Scripted(expected, confidence, open));

        assertThat(listening.hear(CLIP, List.of(), ListeningTests::sense))
                .isEqualTo(new Heard(heard, trusted));
    }

    @Test
    void hearsNothingInSilence() throws IOException {
        var listening = new Listening(new Scripted("milk sixty:0", 1, "milk 60:1"));

        assertThat(listening.hear(new Clip(new short[16_000]), List.of(), ListeningTests::sense))
                .isEqualTo(Heard.NOTHING);
    }

    /** Milk with a price is known, a stranger with one makes sense, all else makes none. */
    private static Listening.Sense sense(String text) {
        boolean priced = text.matches("(milk|stranger) (sixty|sixteen|60)");
        return new Listening.Sense(
                !priced
                        ? Listening.Sense.Level.NONE
                        : text.startsWith("milk")
                                ? Listening.Sense.Level.FAMILIAR
                                : Listening.Sense.Level.COMPLETE,
                text);
    }

    /** A recogniser whose passes are written down. */
    private record Scripted(String expected, double confidence, String open) implements Recogniser {
        @Override
        public Hearing alternatives(Clip clip, List<String> phrases) {
            return new Hearing(
                    Arrays.stream(expected.split(", "))
                            .map(it -> it.split(":"))
                            .map(it -> new Hearing.Alternative(it[0], -Double.parseDouble(it[1])))
                            .toList(),
                    0);
        }

        @Override
        public Hearing best(Clip clip, List<String> phrases) {
            return new Hearing(alternatives(clip, phrases).alternatives(), confidence);
        }

        @Override
        public Hearing open(Clip clip) {
            var parts = open.split(":");
            return new Hearing(
                    List.of(new Hearing.Alternative(parts[0], 0)), Double.parseDouble(parts[1]));
        }
    }
}
