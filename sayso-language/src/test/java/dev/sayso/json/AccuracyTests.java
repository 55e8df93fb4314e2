package dev.sayso.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.json.Accuracy.Share;
import dev.sayso.language.Outcome;
import dev.sayso.language.Parser;
import dev.sayso.language.Reason;

import org.junit.jupiter.api.Test;

import java.util.List;

class AccuracyTests {
    private static String row(String text, String expect, String more) {
        return """
        {"id":"a-1","text":"%s","source":"typed","locale":"en-IN","currency":"INR",\
        "now":"2026-03-14T10:00:00+05:30","tags":["one","two"],"expect":%s%s}\
        """
                .formatted(text, expect, more);
    }

    private static final String NETFLIX =
            """
            {"status":"recorded","events":[{"type":"SUBSCRIPTION_CREATED","name":"%s","cost":"%s",\
            "billing_cycle":"monthly"}]}\
            """;

    private static Accuracy of(String... rows) {
        return Accuracy.of(List.of(rows), Parser.standard());
    }

    @Test
    void comparesNamesWithoutCaseAndCostsAsNumbers() {
        var accuracy = of(row("Netflix 649 monthly", NETFLIX.formatted("NET-FLIX", "649.00"), ""));

        assertThat(accuracy.exact()).isEqualTo(1);
        assertThat(accuracy.misses()).isEmpty();
    }

    @Test
    void acceptsTheOtherNamesOfARow() {
        var row =
                row(
                        "Netflix 649 monthly",
                        NETFLIX.formatted("Films", "649"),
                        ",\"name_accept\":[\"Netflix\"]");

        assertThat(of(row).exact()).isEqualTo(1);
    }

    @Test
    void countsAWrongEventThatNobodyWasAskedAbout() {
        var accuracy = of(row("Netflix 649 monthly", NETFLIX.formatted("Netflix", "499"), ""));

        assertThat(accuracy.exact()).isZero();
        assertThat(accuracy.silent()).isEqualTo(1);
        assertThat(accuracy.misses().getFirst().silentlyWrong()).isTrue();
        assertThat(accuracy.by().get("field"))
                .containsEntry("cost", new Share(0, 1))
                .containsEntry("name", new Share(1, 1));
    }

    @Test
    void aQuestionIsAMissButNoWrongEvent() {
        var accuracy = of(row("Netflix 649", NETFLIX.formatted("Netflix", "649"), ""));

        assertThat(accuracy.exact()).isZero();
        assertThat(accuracy.wrong()).isZero();
    }

    @Test
    void countsByStatusTypeTagAndLocale() {
        var accuracy = of(row("Netflix 649 monthly", NETFLIX.formatted("Netflix", "649"), ""));

        assertThat(accuracy.by().get("status")).containsEntry("recorded", new Share(1, 1));
        assertThat(accuracy.by().get("type"))
                .containsEntry("SUBSCRIPTION_CREATED", new Share(1, 1));
        assertThat(accuracy.by().get("tag")).containsOnlyKeys("one", "two");
        assertThat(accuracy.by().get("locale")).containsEntry("en-IN", new Share(1, 1));
    }

    @Test
    void namesTheLineThatIsNoRowAndGoesOn() {
        var accuracy =
                of(
                        "{\"text\":1}",
                        row("Netflix 649 monthly", NETFLIX.formatted("Netflix", "649"), ""));

        assertThat(accuracy.broken()).singleElement().asString().startsWith("line 1: ");
        assertThat(accuracy.exact()).isEqualTo(1);
    }

    @Test
    void printsTheMissesWithWhatWasReadInstead() {
        Parser nothing = message -> new Outcome.Ignored(Reason.NOT_ABOUT_IT, List.of());
        var rows = List.of(row("Netflix 649 monthly", NETFLIX.formatted("Netflix", "649"), ""));

        var accuracy = Accuracy.of(rows, nothing);

        assertThat(accuracy.toTable()).contains("a-1").contains("ignored not_about_it");
        assertThat(accuracy.toJson())
                .contains("\"exact\":0")
                .contains("\"misses\":[{\"id\":\"a-1\"");
    }
}
