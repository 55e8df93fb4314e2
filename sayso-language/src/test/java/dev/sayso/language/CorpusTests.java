package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.json.Accuracy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The parser's truth: each row of the corpus is read exactly as it says. */
class CorpusTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount",
                "create",
                "cycle",
                "dates",
                "hinglish",
                "ignored",
                "intent",
                "life",
                "multi",
                "name",
                "needs",
                "odd",
                "previous",
                "sms",
                "voice"
            })
    void readsEveryRowExactly(String idea) {
        var accuracy = Accuracy.of(rows("/corpus/en/" + idea + ".jsonl"), Parser.standard());

        assertThat(accuracy.broken()).isEmpty();
        assertThat(accuracy.misses()).isEmpty();
        assertThat(accuracy.total()).isPositive();
    }

    static List<String> rows(String resource) {
        try (var in = CorpusTests.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }
}
