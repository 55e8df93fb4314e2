package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.event.Field;
import dev.sayso.language.Outcome.Recorded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field says where it was read in the text as it came, or which rule supplied it. */
class OriginTests {
    private static Reading reading(String text) {
        return ((Recorded) Parser.standard().parse(Given.typed(text))).readings().getFirst();
    }

    private static String place(String text, Field field) {
        var origin = reading(text).origins().get(field);
        return origin instanceof Origin.Said(int start, int end)
                ? text.substring(start, end)
                : String.valueOf(origin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Netflix ₹649 monthly              | NAME            | Netflix",
                "Netflix ₹649 monthly              | COST            | ₹649",
                "Netflix ₹649 monthly              | CURRENCY        | ₹",
                "Netflix ₹649 monthly              | BILLING_CYCLE   | monthly",
                "🎬 Net\u200bflix 649 mon\u200bthly | NAME            | Net\u200bflix",
                "🎬 Net\u200bflix 649 mon\u200bthly | BILLING_CYCLE   | mon\u200bthly",
                "Netﬂix is 649 every month          | NAME            | Netﬂix",
                "Ｎｅｔｆｌｉｘ ６４９ monthly        | COST            | ６４９",
                "Netflix 649 monthly, renews on 5 April | NEXT_RENEWAL_ON | renews on 5 April"
            })
    void fieldsKnowTheirPlaceInTheTextAsItCame(String text, Field field, String said) {
        assertThat(place(text, field)).isEqualTo(said);
    }

    @Test
    void aCurrencyThatNobodyNamedIsTheDefault() {
        assertThat(reading("Netflix 649 monthly").origins().get(Field.CURRENCY))
                .isEqualTo(new Origin.Implied("default_currency"));
    }

    @Test
    void everyFieldOfAnEventHasAnOrigin() {
        var reading = reading("paid 1499 for Prime for the year on 2 March");

        assertThat(reading.origins().keySet()).isEqualTo(reading.event().fields().keySet());
    }
}
