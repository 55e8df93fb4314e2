package dev.sayso.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sayso.event.EventType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

class StrictReadingTests {
    private static final Defaults DEFAULTS =
            new Defaults(
                    Locale.UK,
                    Currency.getInstance("GBP"),
                    OffsetDateTime.parse("2026-11-24T09:30:00Z"));
    private static final String SECRET = "x".repeat(41);

    static Stream<Arguments> refused() {
        return Stream.of(
                row("", "nothing came; a JSON object was expected"),
                row("   ", "nothing came"),
                row("\"hi\"", "a message is the text \"hi\"; an object was expected"),
                row("[]", "a message is an empty list; an object was expected"),
                row("null", "a message is null"),
                row("{\"text\": \"hi\"", "the JSON ends too early"),
                row("{\"text\": \"hi", "the JSON ends too early"),
                row("{\"text\": \"hi\"} {}", "more JSON follows the first value"),
                row("{\"text\": \"hi\"}}", "this is not JSON at line 1, column 15"),
                row("{\"text\": \"hi\"} x", "this is not JSON at line 1"),
                row("{text: \"hi\"}", "this is not JSON at line 1"),
                row("{'text': 'hi'}", "this is not JSON at line 1"),
                row("{\"text\": \"hi\",}", "this is not JSON at line 1"),
                row("{\"text\": \"a\nb\"}", "this is not JSON at line 1"),
                row("{\"text\": \"\\q\"}", "this is not JSON at line 1"),
                row("{\"text\": NaN}", "this is not JSON at line 1"),
                row("{\"text\": /* c */ \"hi\"}", "this is not JSON at line 1"),
                row("{\"text\": \"a\", \"text\": \"b\"}", "\"text\" is given twice"),
                row(
                        "{\"text\": \"\", \"aliases\": {\"a\": \"b\", \"a\": \"c\"}}",
                        "\"a\" is given twice"),
                row("{\"text\": \"hi\", \"txt\": 1}", "a message has no field \"txt\"; known are"),
                row("{\"text\": 499}", "text is the number 499; a text in quotation marks"),
                row("{\"text\": true}", "text is true; a text"),
                row("{\"text\": [\"hi\"]}", "text is a list; a text"),
                row("{\"text\": {\"a\": 1}}", "text is an object; a text"),
                row("{\"text\": null}", "text is missing"),
                row(
                        "{\"text\": \"" + "a".repeat(20_001) + "\"}",
                        "text has 20001 characters; give at most 20000"),
                row("{\"text\": \"\\ud83d\"}", "half a character (a lone surrogate at its place 0"),
                row("{\"text\": \"a\\ude42\"}", "lone surrogate at its place 1"),
                row("{\"text\": \"\\ude42\\ud83d\"}", "lone surrogate"),
                row("{\"text\": \"\ud83d\"}", "lone surrogate"),
                row("{\"\\ud83d\": 1}", "lone surrogate"),
                row("{\"text\": \"\", \"source\": \"fax\"}", "source \"fax\" is not known; give"),
                row("{\"text\": \"\", \"source\": 1}", "source is the number 1; a text"),
                row(
                        "{\"text\": \"\", \"locale\": \"en_IN\"}",
                        "locale \"en_IN\" is not a language"),
                row("{\"text\": \"\", \"locale\": \"\"}", "locale \"\" is not a language tag"),
                row(
                        "{\"text\": \"\", \"currency\": \"inr\"}",
                        "currency \"inr\" is not an ISO 4217"),
                row("{\"text\": \"\", \"now\": \"today\"}", "now \"today\" is not a moment"),
                row(
                        "{\"text\": \"\", \"now\": \"2026-11-24T09:30:00\"}",
                        "is not a moment with its offset; write it like 2026-11-24T09:30:00+05:30"),
                row("{\"text\": \"\", \"now\": \"+999999999-01-01T00:00:00Z\"}", "is not a moment"),
                row(
                        "{\"text\": \"\", \"known\": \"Netflix\"}",
                        "known is the text \"Netflix\"; a list"),
                row("{\"text\": \"\", \"known\": [\"a\", 5]}", "known[1] is the number 5; a text"),
                row("{\"text\": \"\", \"known\": [\" \"]}", "known[0] is empty; give a name"),
                row(
                        "{\"text\": \"\", \"known\": [\"" + "a".repeat(101) + "\"]}",
                        "known[0] has 101 characters; give at most 100"),
                row(
                        "{\"text\": \"\", \"aliases\": []}",
                        "aliases is an empty list; an object such"),
                row(
                        "{\"text\": \"\", \"aliases\": {\"a\": 1}}",
                        "the meaning in aliases is the number"),
                row("{\"text\": \"\", \"aliases\": {\"\": \"x\"}}", "aliases is empty"),
                row(
                        "{\"text\": \"\", \"x\": " + "[".repeat(40) + "]".repeat(40) + "}",
                        "nested deeper than 32 levels"),
                row("[".repeat(900_000), "nested deeper than 32 levels"),
                row(
                        "{\"text\": \"\", \"x\": " + "9".repeat(41) + "}",
                        "a number has 41 characters; give at most 40"),
                row("{\"text\": 1e" + "9".repeat(50) + "}", "a number has 52 characters"),
                row(
                        "{\"text\": \"" + "a".repeat(1_000_000) + "\"}",
                        "the JSON has 1000012 characters"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAndSaysWhy(String json, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractJson.readMessage(json, DEFAULTS))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void namesNoClassAndKeepsTheErrorShort(String json, String why) {
        var error = catchThrowable(() -> ContractJson.readMessage(json, DEFAULTS));

        assertThat(error.getMessage())
                .hasSizeLessThan(300)
                .doesNotContain("Exception", "java", "jackson", "Json.", "StreamRead", "@");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var latin = "{\"text\": \"café\"}".getBytes(StandardCharsets.ISO_8859_1);
        var wide = "{\"text\": \"hi\"}".getBytes(StandardCharsets.UTF_16);

        for (var bytes : new byte[][] {latin, wide}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ContractJson.readMessage(bytes, DEFAULTS))
                    .withMessage("the bytes are not UTF-8; send the JSON in that encoding");
        }
    }

    static Stream<Arguments> longValues() {
        var type = "\"type\": \"SUBSCRIPTION_CREATED\"";
        return Stream.of(
                        "{\"text\": 1, \"source\": \"%s\"}",
                        "{\"text\": \"\", \"locale\": \"%s\"}",
                        "{\"text\": \"\", \"currency\": \"%s\"}",
                        "{\"text\": \"\", \"now\": \"%s\"}",
                        "{\"text\": \"\", \"known\": \"%s\"}",
                        "{\"text\": \"\", \"%s\": 1}",
                        "{\"%s\": 1, \"%1$s\": 1}",
                        "{\"text\": %s}",
                        "{\"text\": \"\", \"previous\": {\"status\": \"%s\"}}",
                        "{\"text\": \"\", \"previous\": {\"status\": \"help\", \"topic\": \"%s\"}}",
                        previous("\"type\": \"%s\""),
                        previous(type + ", \"cost\": \"%s\""),
                        previous(type + ", \"currency\": \"%s\""),
                        previous(type + ", \"billing_cycle\": \"%s\""),
                        previous(type + ", \"ends_on\": \"%s\""),
                        previous(type + ", \"days_before\": \"%s\""),
                        previous(type + ", \"sure\": \"%s\""),
                        previous(type + ", \"origins\": {\"cost\": \"%s\"}"),
                        previous(type + ", \"origins\": {\"%s\": 1}"),
                        previous(type + ", \"origins\": {\"cost\": {\"rule\": \"%s\"}}"))
                .map(Arguments::of);
    }

    private static String previous(String members) {
        return "{\"text\": \"\", \"previous\": {\"status\": \"needs_input\", \"events\": [{"
                + members
                + "}]}}";
    }

    @ParameterizedTest
    @MethodSource("longValues")
    void neverEchoesMoreThanFortyCharacters(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractJson.readMessage(json.formatted(SECRET), DEFAULTS))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain(SECRET));
    }

    static Stream<Arguments> refusedFields() {
        return Stream.of(
                field("cost", "\"1,499\"", "cost \"1,499\" is not a number"),
                field("cost", "\"-5\"", "cost \"-5\" is negative"),
                field("cost", "\"1e5\"", "cost \"1e5\" is not a number"),
                field("cost", "\"\"", "cost \"\" is not a number"),
                field("cost", "\"1234567890123456\"", "cost has more than 15 digits"),
                field("cost", "14.99", "cost is the number 14.99; a text"),
                field("currency", "\"Rs\"", "currency \"Rs\" is not an ISO 4217 code"),
                field("billing_cycle", "\"P0D\"", "billing_cycle \"P0D\" is not a whole number"),
                field("billing_cycle", "\"P1M1D\"", "is not a whole number of days or of months"),
                field("billing_cycle", "\"often\"", "billing_cycle \"often\" is not known"),
                field("billing_cycle", "\"P51Y\"", "is longer than 50 years"),
                field("ends_on", "\"2026-02-30\"", "ends_on \"2026-02-30\" is not a day"),
                field("ends_on", "\"30/01/2026\"", "is not a day; write it like 2026-12-24"),
                field("ends_on", "\"+999999999-12-31\"", "is not a day"),
                field("ends_on", "\"0026-01-01\"", "is not a day"),
                field("ends_on", "20260101", "ends_on is the number 20260101; a text"),
                field("name", "\"  \"", "name is empty"),
                field("name", "\"a\\u0000b\"", "name holds a control character"),
                field("name", "\"" + "n".repeat(101) + "\"", "name has 101 characters"),
                field("name", "7", "name is the number 7"),
                field("event_id", "\"x\"", "a draft has no field \"event_id\""),
                field("paid_on", "\"2026-01-01\"", "a draft has no field \"paid_on\""));
    }

    @ParameterizedTest
    @MethodSource("refusedFields")
    void refusesAFieldThatIsWrong(String draft, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractJson.readDraft(draft))
                .withMessageContaining(why);
    }

    static Stream<Arguments> refusedReminders() {
        return Stream.of(
                Arguments.of("-1", "days_before -1 is out of range; give 0 to 366"),
                Arguments.of("367", "days_before 367 is out of range"),
                Arguments.of("2.5", "days_before is the number 2.5; a whole number"),
                Arguments.of("99999999999", "days_before is the number 99999999999; a whole"),
                Arguments.of("\"2\"", "days_before is the text \"2\"; a whole number"));
    }

    @ParameterizedTest
    @MethodSource("refusedReminders")
    void refusesDaysThatAreNone(String days, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ContractJson.readEvent(
                                        EventType.REMINDER_SET,
                                        1,
                                        "{\"days_before\": " + days + "}"))
                .withMessageContaining(why);
    }

    @Test
    void throwsNothingElseForDamagedInput() {
        var random = new Random(7);
        var whole =
                """
                {"text": "no, 649", "source": "sms", "locale": "en-IN", "currency": "INR",
                 "now": "2026-11-24T09:30:00+05:30", "known": ["A"], "aliases": {"a": "A"},
                 "previous": {"status": "recorded", "corrects": true, "events": [
                  {"type": "SUBSCRIPTION_CREATED", "name": "A", "cost": "1", "billing_cycle": "P2Y",
                   "origins": {"name": {"start": 0, "end": 1}, "cost": {"rule": "r"}},
                   "sure": false, "replaces": 0}], "drafts": [{"days_before": 4}]}}\
                """
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(ContractJson.readMessage(whole).previous()).isNotNull();

        for (int i = 0; i < 20_000; i++) {
            var damaged =
                    Arrays.copyOf(
                            whole,
                            random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int hits = random.nextInt(1, 4); hits > 0 && damaged.length > 0; hits--) {
                var bits = "{}[]\",:0123456789eE+-.\\tfnu \0".getBytes(StandardCharsets.UTF_8);
                damaged[random.nextInt(damaged.length)] =
                        random.nextBoolean()
                                ? bits[random.nextInt(bits.length)]
                                : (byte) random.nextInt(256);
            }
            var error = catchThrowable(() -> ContractJson.readMessage(damaged));
            assertThat(error == null || error.getClass() == IllegalArgumentException.class)
                    .as(() -> new String(damaged, StandardCharsets.UTF_8) + " gave " + error)
                    .isTrue();
        }
    }

    private static Arguments row(String json, String why) {
        return Arguments.of(json, why);
    }

    private static Arguments field(String name, String value, String why) {
        return Arguments.of(
                "{\"type\": \"SUBSCRIPTION_CREATED\", \"" + name + "\": " + value + "}", why);
    }
}
