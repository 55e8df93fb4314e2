package dev.sayso.capture.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.catalogue.Catalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;
import java.util.List;

/** What a recogniser is told to expect, and how what it hears is written. */
class PhrasesTests {
    private final SpokenNames names = new SpokenNames(Catalogue.builtIn());
    private final Phrases phrases = new Phrases(names);

    @ParameterizedTest
    @CsvSource({
        "net flicks six forty nine monthly, Netflix six forty nine monthly",
        "cancel who lou live, cancel Hulu Live",
        "guitar class two hundred a month, guitar class two hundred a month"
    })
    void writesNamesAsOneDoes(String heard, String written) {
        assertThat(names.written(heard)).isEqualTo(written);
    }

    @Test
    void expectsWhatThePersonHas() {
        assertThat(phrases.of(List.of("Guitar class"), Currency.getInstance("INR")))
                .anyMatch(it -> it.startsWith("guitar class "))
                .anyMatch(it -> it.contains("net flicks"))
                .contains("[unk]");
        assertThat(phrases.of(List.of(), Currency.getInstance("INR")))
                .noneMatch(it -> it.contains("guitar class"));
    }

    @Test
    void expectsThePricesOfTheCurrency() {
        assertThat(phrases.of(List.of(), Currency.getInstance("INR")))
                .contains("six forty nine", "twelve hundred rupees", "twenty five thousand");
        assertThat(phrases.of(List.of(), Currency.getInstance("USD")))
                .contains("fourteen ninety nine", "fifteen dollars")
                .noneMatch(it -> it.contains("rupees"));
    }

    /** So that the same recording is heard the same. */
    @Test
    void makesTheSameOfTheSame() {
        var inr = Currency.getInstance("INR");

        assertThat(phrases.of(List.of("Gym"), inr)).isEqualTo(phrases.of(List.of("Gym"), inr));
    }

    /** A name that the catalogue does not know is heard, too, but is spelled by nobody. */
    @Test
    void knowsEachPopularName() {
        assertThat(Phrases.popular())
                .filteredOn(name -> Catalogue.builtIn().find(name).isEmpty())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "60, sixty",
        "119, one nineteen",
        "205, two hundred and five",
        "499, four ninety nine",
        "1200, twelve hundred",
        "1499, fourteen ninety nine",
        "1000, one thousand",
        "18000, eighteen thousand",
        "125000, one twenty five thousand"
    })
    void saysNumbersAsPeopleDo(int number, String words) {
        assertThat(SpokenNumbers.ways(number)).first().isEqualTo(words);
    }
}
