package dev.sayso.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.platform.web.Phrase.Mark;
import dev.sayso.platform.web.Phrase.Run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

class WordsTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final Words words = words("en-IN");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en-IN | INR | 499        | ₹499
                    en-IN | INR | 499.5      | ₹499.50
                    en-IN | INR | 2766.95    | ₹2,766.95
                    en-IN | INR | 100499.5   | ₹1,00,499.50
                    en-IN | INR | 12345678   | ₹1,23,45,678
                    en-IN | INR | 0          | ₹0
                    en-IN | USD | 2.99       | $2.99
                    en-IN | EUR | 11.99      | €11.99
                    en-IN | JPY | 1490.4     | JP¥1,490
                    en-US | USD | 100499.5   | $100,499.50
                    en-US | INR | 499        | ₹499
                    en-GB | GBP | 9.999      | £10
                    de-DE | EUR | 1499.5     | 1.499,50 €
                    """)
    void writesMoneyAsThePersonDoes(String locale, String currency, String amount, String written) {
        assertThat(words(locale).money(new BigDecimal(amount), Currency.getInstance(currency)))
                .isEqualTo(written.replace("50 €", "50\u00a0€"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en-IN | 2026-11-24 | 24 Nov      | today
                    en-IN | 2026-11-25 | 25 Nov      | tomorrow
                    en-IN | 2026-11-26 | 26 Nov      | on Thursday
                    en-IN | 2026-11-30 | 30 Nov      | on Monday
                    en-IN | 2026-12-01 | 1 Dec       | on 1 Dec
                    en-IN | 2026-11-23 | 23 Nov      | on 23 Nov
                    en-IN | 2027-03-08 | 8 Mar 2027  | on 8 Mar 2027
                    en-US | 2026-12-24 | Dec 24      | on Dec 24
                    en-US | 2027-03-08 | Mar 8, 2027 | on Mar 8, 2027
                    """)
    void namesDaysFromToday(String locale, LocalDate day, String alone, String inASentence) {
        assertThat(words(locale).day(day)).isEqualTo(alone);
        assertThat(words(locale).when(day)).isEqualTo(inASentence);
    }

    @ParameterizedTest
    @CsvSource({
        "P1D,  a day,          every day",
        "P7D,  a week,         every week",
        "P14D, every 2 weeks,  every 2 weeks",
        "P28D, every 28 days,  every 28 days",
        "P1M,  a month,        every month",
        "P2M,  every 2 months, every 2 months",
        "P3M,  every 3 months, every 3 months",
        "P12M, a year,         every year",
        "P24M, every 2 years,  every 2 years"
    })
    void saysHowOften(Period cycle, String besideAPrice, String inASentence) {
        assertThat(words.per(cycle)).isEqualTo(besideAPrice);
        assertThat(words.every(cycle)).isEqualTo(inASentence);
    }

    @Test
    void keepsTheLookOfAnArgumentInItsSentence() {
        var phrase = words.phrase("list.sum", Phrase.strong("₹499"));

        assertThat(phrase.runs())
                .containsExactly(new Run("₹499", Mark.STRONG), new Run(" a month", Mark.PLAIN));
        assertThat(words.about(LocalDate.parse("2026-12-24")))
                .isEqualTo(Phrase.assumed("about 24 Dec?"));
    }

    @Test
    void takesWhatAPersonWroteAsTextAndNotAsAPattern() {
        assertThat(words.say("ask.cost", "{0} O'Brien's"))
                .isEqualTo("What does {0} O'Brien's cost?");
    }

    @Test
    void speaksEnglishToThoseWhoseLanguageItLacks() {
        assertThat(words("de-DE").lang()).isEqualTo("en");
        assertThat(words.lang()).isEqualTo("en-IN");
        assertThat(words("de-DE").say("list.pay")).isEqualTo("You pay");
    }

    @Test
    void hasNoStraightApostropheWhichAPatternWouldSwallow() throws IOException {
        var messages = new Properties();
        messages.load(
                new StringReader(
                        Files.readString(Path.of("src/main/resources/messages.properties"))));

        assertThat(messages.values()).noneMatch(sentence -> sentence.toString().contains("'"));
    }

    @Test
    void hasEverySentenceThatTemplatesNeed() throws IOException {
        var named = Pattern.compile("say\\(\"([a-z0-9._]+)\"");
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            var keys =
                    templates
                            .filter(Files::isRegularFile)
                            .map(WordsTests::read)
                            .flatMap(template -> named.matcher(template).results())
                            .map(match -> match.group(1))
                            // what a value is put behind is no sentence yet
                            .filter(key -> !key.endsWith("."))
                            .toList();

            assertThat(keys).isNotEmpty().allMatch(words::has);
        }
    }

    private static Words words(String locale) {
        return new Words(Locale.forLanguageTag(locale), TODAY);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
