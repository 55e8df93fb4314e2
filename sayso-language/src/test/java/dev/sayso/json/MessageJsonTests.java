package dev.sayso.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sayso.language.Message;
import dev.sayso.language.Outcome;
import dev.sayso.language.Source;
import dev.sayso.language.Turn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class MessageJsonTests {
    private static final String WHERE_AND_WHEN =
            """
            "locale": "en-IN", "currency": "INR", "now": "2026-11-24T09:30:00+05:30\"\
            """;
    private static final Currency INR = Currency.getInstance("INR");
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T09:30:00+05:30");
    private static final Defaults DEFAULTS = new Defaults(Locale.forLanguageTag("en-IN"), INR, NOW);

    @Test
    void readsAMessageWithAllItsFields() {
        var message =
                ContractJson.readMessage(
                        """
                        {"text": "no, 649\\n🙂 \\u20b9", "source": "voice", "locale": "en-GB",
                         "currency": "GBP", "now": "2026-02-28T23:59:59Z",
                         "known": ["Netflix", "The Hindu"], "aliases": {"nflx": "Netflix"},
                         "previous": {"status": "needs_input", "missing": ["cost"], "events": [
                           {"type": "SUBSCRIPTION_CREATED", "name": "Netflix"}]}}\
                        """);

        assertThat(message.text()).isEqualTo("no, 649\n🙂 ₹");
        assertThat(message.source()).isEqualTo(Source.VOICE);
        assertThat(message.locale()).isEqualTo(Locale.UK);
        assertThat(message.currency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(message.now()).isEqualTo(OffsetDateTime.parse("2026-02-28T23:59:59Z"));
        assertThat(message.known()).containsExactly("Netflix", "The Hindu");
        assertThat(message.aliases()).isEqualTo(Map.of("nflx", "Netflix"));
        assertThat(message.previous()).isInstanceOf(Outcome.NeedsInput.class);
    }

    @Test
    void takesFromTheDefaultsOnlyWhatIsNotThere() {
        assertThat(ContractJson.readMessage("{\"text\": \"hi\"}", DEFAULTS))
                .isEqualTo(new Message("hi", Source.TYPED, DEFAULTS.locale(), INR, NOW));
        assertThat(
                        ContractJson.readMessage(
                                        "{\"text\": \"hi\", \"currency\": \"USD\"}", DEFAULTS)
                                .currency())
                .isEqualTo(Currency.getInstance("USD"));
    }

    @Test
    void namesAllThatIsMissingWithoutDefaults() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractJson.readMessage("{\"source\": \"sms\"}"))
                .withMessage(
                        "text is missing; locale is missing; currency is missing; now is missing");
    }

    @Test
    void doesNotReplaceAWrongValueByTheDefault() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ContractJson.readMessage(
                                        "{\"text\": \"hi\", \"currency\": \"rupee\"}", DEFAULTS))
                .withMessageContaining("currency \"rupee\" is not an ISO 4217 code");
    }

    @Test
    void countsNullAsAbsent() {
        var message =
                ContractJson.readMessage(
                        "{\"text\": \"hi\", \"known\": null, \"previous\": null, "
                                + WHERE_AND_WHEN
                                + "}");

        assertThat(message.known()).isEmpty();
        assertThat(message.previous()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void knowsEverySource(Source source) {
        var json =
                "{\"text\": \"\", \"source\": \"" + source.wire() + "\", " + WHERE_AND_WHEN + "}";

        assertThat(ContractJson.readMessage(json).source()).isEqualTo(source);
    }

    @Test
    void readsUtf8() {
        var json = "{\"text\": \"₹499 माह 🙂\", " + WHERE_AND_WHEN + "}";

        assertThat(ContractJson.readMessage(json.getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo("₹499 माह 🙂");
        assertThat(
                        ContractJson.readMessage(
                                        ("\uFEFF" + json).getBytes(StandardCharsets.UTF_8),
                                        DEFAULTS)
                                .text())
                .isEqualTo("₹499 माह 🙂");
    }

    @Test
    void passesOverTheLabelsOfLabelledData() {
        var row =
                """
                {"id": "x-1", "text": "gym 900", %s, "expect": {"status": "needs_input",
                 "events": [{"name": null, "anything": [1.5, {"deep": true}]}]},
                 "tags": ["terse"], "name_accept": ["The gym"], "names": ["gym"],
                 "voice": "flite", "noise": "none", "file": "a.wav"}\
                """
                        .formatted(WHERE_AND_WHEN);

        assertThat(ContractJson.readLabelled(row).text()).isEqualTo("gym 900");
        assertThat(ContractJson.readLabelled("{\"text\": \"gym\", \"id\": 7}", DEFAULTS).text())
                .isEqualTo("gym");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractJson.readMessage(row))
                .withMessageContaining("a message has no field \"id\"");
    }

    @Test
    void givesAPreviousCostWithoutCurrencyTheMessagesOwn() {
        var message =
                ContractJson.readMessage(
                        """
                        {"text": "no, yearly", %s, "previous": {"status": "recorded", "events": [
                          {"type": "PAYMENT_RECORDED", "name": "Prime", "cost": "1499"}]}}\
                        """
                                .formatted(WHERE_AND_WHEN));

        var previous = (Outcome.Recorded) message.previous();
        assertThat(previous.turn()).isEqualTo(Turn.NEW);
        assertThat(ContractJson.writeEvent(previous.readings().getFirst().event()))
                .isEqualTo("{\"name\":\"Prime\",\"cost\":\"1499\",\"currency\":\"INR\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"recorded\", \"events\": []}",
                "{\"status\": \"recorded\"}",
                "{\"status\": \"needs_input\", \"events\": []}",
                "{\"status\": \"pending\"}",
                "{}",
                "[]",
                "{\"status\": \"query\", \"events\": [{\"name\": \"x\"}]}",
                "{\"status\": \"query\", \"query\": {}}",
                "{\"status\": \"query\", \"query\": {\"measure\": \"sum\"}}",
                "{\"status\": \"query\", \"query\": {\"measure\": \"total\", \"limit\": 0}}",
                "{\"status\": \"query\", \"query\": {\"measure\": \"total\", \"from\": \"May\"}}",
                "{\"status\": \"help\", \"topic\": \"other\"}",
                "{\"status\": \"ignored\", \"reason\": \"why\"}",
                "{\"status\": \"needs_input\", \"events\": [{}], \"missing\": [\"price\"]}",
                "{\"status\": \"needs_input\", \"events\": [{\"type\": \"X\"}]}",
                "{\"status\": \"needs_input\", \"events\": [{\"origins\": {\"cost\": {}}}]}",
                "{\"status\": \"needs_input\", \"events\": [{\"origins\": {\"x\": {}}}]}",
                "{\"status\": \"needs_input\","
                        + " \"events\": [{\"origins\": {\"cost\": {\"start\": 4, \"end\": 4}}}]}",
                "{\"status\": \"recorded\", \"events\": [{\"name\": \"Gym\"}]}",
                "{\"status\": \"recorded\","
                        + " \"events\": [{\"type\": \"SUBSCRIPTION_CREATED\", \"name\": \"Gym\"}]}",
                "{\"status\": \"recorded\", \"corrects\": true, \"answers\": true,"
                        + " \"events\": [{\"type\": \"SUBSCRIPTION_RESUMED\", \"name\": \"Gym\"}]}"
            })
    void refusesAPreviousOutcomeThatIsNone(String previous) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ContractJson.readMessage(
                                        "{\"text\": \"no\", \"previous\": " + previous + "}",
                                        DEFAULTS))
                .withMessageStartingWith("previous: ");
    }

    @Test
    void saysWhereInsideAPreviousOutcomeTheMistakeIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ContractJson.readMessage(
                                        """
                                        {"text": "no", "previous": {"status": "recorded",
                                         "events": [{"type": "REMINDER_SET", "days_before": "2"}]}}
                                        """,
                                        DEFAULTS))
                .withMessage(
                        "previous: events[0]: days_before is the text \"2\"; a whole number was"
                                + " expected");
    }

    @Test
    void keepsTheOrderOfKnownNames() {
        var names = List.of("b", "a", "c");

        assertThat(
                        ContractJson.readMessage(
                                        "{\"text\": \"\", \"known\": [\"b\", \"a\", \"c\"]}",
                                        DEFAULTS)
                                .known())
                .isEqualTo(names);
    }
}
