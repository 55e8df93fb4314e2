package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplanationTests {
    @Test
    void showsTokensSpansRivalsAndTheChoice() {
        var message = Given.typed("spotfiy fourteen ninety nine yearly");

        var explanation = Explanation.of(message);

        assertThat(explanation.outcome()).isEqualTo(Parser.standard().parse(message));
        assertThat(explanation.tokens()).first().extracting("key").isEqualTo("spotify");
        assertThat(explanation.spans())
                .extracting("kind")
                .containsExactly("name", "amount", "cycle");
        assertThat(explanation.rivals())
                .contains(
                        new Explanation.Rival("cost", "1499", 1, true),
                        new Explanation.Rival("cost", "14.99", 0, false));
        assertThat(explanation.toText()).contains("spotfiy").contains("rivals").contains("choice");
    }
}
