package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.sayso.json.ContractJson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whatever bytes come, the parser answers, twice the same, and keeps its promises about the answer.
 *
 * <p>Usually it reads the committed inputs ({@code ParserFuzzTestsInputs}); with {@code -Pfuzz} the
 * fuzzer seeks new ones, and leaves one that fails among them. The first character of an input says
 * who writes; the rest is the message, so inputs can be read and written by hand.
 */
class ParserFuzzTests {
    private static final List<String> LOCALES =
            List.of("en-IN", "en-US", "en-GB", "en-AU", "de-DE", "hi-IN", "ar-EG", "tr-TR");
    private static final List<String> CURRENCIES =
            List.of("INR", "USD", "GBP", "AUD", "EUR", "JPY", "KWD", "CLP");

    @DictionaryFile(resourcePath = "words.dict")
    @FuzzTest(maxDuration = "30s")
    void readsAnything(byte[] input) {
        var message = message(input);

        var outcome = Parser.standard().parse(message);

        assertThat(Parser.standard().parse(message)).isEqualTo(outcome);
        assertThat(ContractJson.write(outcome)).startsWith("{\"status\":");
        switch (outcome) {
            case Outcome.Recorded(var readings, var drafts, var turn) -> {
                readings.forEach(reading -> check(Draft.of(reading), message));
                drafts.forEach(draft -> checkOpen(draft, message));
                check(turn, message);
            }
            case Outcome.NeedsInput(var drafts, var turn) -> {
                drafts.forEach(draft -> checkOpen(draft, message));
                check(turn, message);
            }
            case Outcome.Ignored(var reason, var drafts) ->
                    drafts.forEach(draft -> check(draft, message));
            case Outcome.Query(var question) ->
                    assertThat(question.names()).doesNotContain("", " ");
            case Outcome.Help ignored -> {}
        }
    }

    private static Message message(byte[] input) {
        int who = input.length == 0 ? 0 : input[0] & 0xff;
        var text =
                new String(
                        Arrays.copyOfRange(input, Math.min(1, input.length), input.length),
                        StandardCharsets.UTF_8);
        return new Message(
                text,
                Source.values()[who % Source.values().length],
                Locale.forLanguageTag(LOCALES.get(who / 5 % LOCALES.size())),
                Currency.getInstance(CURRENCIES.get(who / 7 % CURRENCIES.size())),
                Given.NOW,
                who % 2 == 0 ? List.of() : List.of("Netflix", "Raju milk", "Aviva car", "Aviva"),
                who % 3 == 0 ? Map.of() : Map.of("nflx", "Netflix"),
                who < 128 ? null : Parser.standard().parse(Given.typed("Netflix 649")));
    }

    private static void checkOpen(Draft draft, Message message) {
        assertThat(draft.missing()).isNotEmpty();
        check(draft, message);
    }

    /** Each value has an origin, each place is in the text, and a name says something. */
    private static void check(Draft draft, Message message) {
        var fields = draft.values().keySet();
        if (message.previous() == null) {
            assertThat(draft.origins().keySet()).containsAll(fields);
        }
        assertThat(draft.origins().values())
                .allSatisfy(
                        origin -> {
                            if (origin instanceof Origin.Said(int start, int end)
                                    && message.previous() == null) {
                                assertThat(end).isLessThanOrEqualTo(message.text().length());
                                assertThat(start).isLessThan(end);
                            }
                        });
        if (draft.name() != null) {
            assertThat(draft.name()).isNotBlank();
        }
    }

    private static void check(Turn turn, Message message) {
        if (message.previous() == null) {
            assertThat(turn).isEqualTo(Turn.NEW);
        }
    }
}
