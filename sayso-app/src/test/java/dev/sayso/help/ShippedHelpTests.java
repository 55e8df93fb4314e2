package dev.sayso.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.help.tree.Guide;
import dev.sayso.help.tree.Linter;
import dev.sayso.help.tree.Need;
import dev.sayso.help.tree.Node;
import dev.sayso.help.tree.Tree;
import dev.sayso.help.tree.Wordings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;
import java.util.Map;

class ShippedHelpTests {
    @Test
    void hasNoProblemNotEvenAWarning() {
        var lint = new Linter(ShippedHelp.vocabulary()).lint(ShippedHelp.files("sayso-help"));

        assertThat(lint.problems()).isEmpty();
    }

    @Test
    void shipsTheFoundingExampleWithoutAProblem() {
        var lint = new Linter(ShippedHelp.vocabulary()).lint(ShippedHelp.files("founding"));

        assertThat(lint.problems()).isEmpty();
    }

    @Test
    void asksAtMostSixThingsAtFirstAndFiveQuestionsInAll() {
        var tree = tree();
        var guide = new Guide(tree);

        assertThat(((Node.Ask) tree.node("start")).options()).hasSizeLessThanOrEqualTo(6);
        assertThat(guide.mostFrom(guide.start("start"))).isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cannot_add",
                "cycle_confusion",
                "payment_failed",
                "payments_where",
                "alert_missing",
                "dashboard_stale",
                "wrong_billing_date",
                "misunderstood",
                "voice",
                "import",
                "privacy"
            })
    void beginsEachTopicInItsOwnBranch(String topic) {
        var guide = new Guide(tree());
        var entry = guide.tree().entries().of(null, topic);

        assertThat(entry).isNotEqualTo("start");
        assertThat(guide.need(guide.start(entry)))
                .isInstanceOfAny(Need.Answer.class, Need.Fact.class);
    }

    @Test
    void speaksWithoutAHoleWhenNothingIsKnown() {
        var tree = tree();
        var words = new Wordings(tree);
        for (var language : new String[] {"en-IN", "hi-IN"}) {
            for (var node : tree.nodes().values()) {
                if (!(node instanceof Node.Check)) {
                    var text = words.of(node.id(), Locale.forLanguageTag(language), Map.of());
                    assertThat(text.text()).as(node.id()).isNotBlank().doesNotContain("…", "{");
                    assertThat(text.lang()).isEqualTo(language);
                }
            }
        }
    }

    private static Tree tree() {
        return new Linter(ShippedHelp.vocabulary())
                .lint(ShippedHelp.files("sayso-help"))
                .tree()
                .orElseThrow();
    }
}
