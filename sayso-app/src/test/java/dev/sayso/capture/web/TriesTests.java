package dev.sayso.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.language.Message;
import dev.sayso.language.Outcome;
import dev.sayso.language.Parser;
import dev.sayso.language.Reading;
import dev.sayso.language.Source;
import dev.sayso.platform.web.Words;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

class TriesTests {
    private final Parser parser = Parser.standard();

    @ParameterizedTest
    @CsvSource({"en-IN, INR", "en-GB, GBP", "en-US, USD"})
    void areSentencesThatAreNotedWithoutAQuestion(String locale, String currency) {
        var now = OffsetDateTime.parse("2026-11-24T10:00+05:30");
        var words = new Words(Locale.forLanguageTag(locale), now.toLocalDate());

        for (var key : List.of("first.try.1", "first.try.2", "first.try.3", "box.hint.first")) {
            var message =
                    new Message(
                            words.say(key),
                            Source.TYPED,
                            words.locale(),
                            Currency.getInstance(currency),
                            now);

            assertThat(parser.parse(message))
                    .as(message.text())
                    .isInstanceOfSatisfying(
                            Outcome.Recorded.class,
                            it ->
                                    assertThat(it.readings())
                                            .hasSize(key.equals("first.try.3") ? 2 : 1)
                                            .allMatch(Reading::sure));
        }
    }
}
