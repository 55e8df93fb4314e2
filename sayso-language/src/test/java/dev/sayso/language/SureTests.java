package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;

/** A reading may be recorded unasked only where every word of the message has its part in it. */
class SureTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hulu 7.99 a month | Hulu or Crave 7.99 a month",
                "Hulu is 7.99 a month | Is Hulu 7.99 a month?",
                "Hulu is 7.99 a month | Hulu was 7.99 a month",
                "I pay 20 a month for Hulu | I resent paying 20 a month for Hulu",
                "Hulu 7.99 a month | Hulu 7.99 a month, shared so I pay 3",
                "Hulu 7.99 a month | Hulu billboard 7.99 a month",
                "Hulu is charging 7.99 a month | someone charged me 7.99 a month for Hulu",
                "I stopped Hulu | I stopped watching Hulu",
                "closed my Hulu account | closed the Hulu tab",
                "quit Hulu | quit my job at Hulu",
                "Hulu went up to 50 | Hulu went up 50",
                "cancel Hulu | cancel Hulu, keep Crave",
                "Peacock, 5.99 a month | moved from Hulu to Peacock, 5.99 a month",
                "Brightleaf 30 weekly | broken window 30 weekly",
                "gym is 30 a month | gym is 30 a month plus a 50 annual fee"
            })
    void asksWhereAWordIsLeftOver(String plain, String doubtful) {
        assertThat(reading(plain, Source.TYPED).sure()).as(plain).isTrue();
        assertThat(reading(doubtful, Source.TYPED).sure()).as(doubtful).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please add Hulu at 7.99 a month, thanks",
                "can you add Hulu, 7.99 a month?",
                "Hulu 7.99 a month on my Chase card",
                "gym fees are 30 a month",
                "Hulu 7.99 a month no wait 8.99",
                "Hulu $7.99 monthly (not $9.99)"
            })
    void isSureWhereTheRestSaysNothing(String text) {
        assertThat(reading(text, Source.TYPED).sure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chase: $7.99 charged at HULU on Nov 3 |"
                        + " Chase: $7.99 charged at HULU on Nov 3, $9.99 pending",
                "Chase: $7.99 charged at HULU on Nov 3 |"
                        + " Chase: $7.99 charged at HULU for CRUNCHYROLL on Nov 3"
            })
    void asksWhereANoticeNamesASecondPriceOrMerchant(String plain, String doubtful) {
        assertThat(reading(plain, Source.SMS).sure()).as(plain).isTrue();
        assertThat(reading(doubtful, Source.SMS).sure()).as(doubtful).isFalse();
    }

    private static Reading reading(String text, Source source) {
        var message =
                new Message(
                        text,
                        source,
                        Locale.US,
                        Currency.getInstance("USD"),
                        OffsetDateTime.parse("2026-11-24T09:40:00-05:00"));
        var outcome = Parser.standard().parse(message);

        assertThat(outcome).as(text).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded) outcome).readings().getFirst();
    }
}
