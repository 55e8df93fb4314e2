package dev.sayso.language;

import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Messages with sensible defaults, so that a test names only what matters. */
final class Given {
    static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-14T10:00:00+05:30");

    private Given() {}

    static Message typed(String text) {
        return new Message(
                text,
                Source.TYPED,
                Locale.forLanguageTag("en-IN"),
                Currency.getInstance("INR"),
                NOW);
    }

    static Message from(Source source, String text) {
        return new Message(
                text, source, Locale.forLanguageTag("en-IN"), Currency.getInstance("INR"), NOW);
    }

    static Message typed(String text, String... known) {
        return new Message(
                text,
                Source.TYPED,
                Locale.forLanguageTag("en-IN"),
                Currency.getInstance("INR"),
                NOW,
                List.of(known),
                Map.of(),
                null);
    }

    static Message in(String locale, String currency, String text) {
        return new Message(
                text,
                Source.TYPED,
                Locale.forLanguageTag(locale),
                Currency.getInstance(currency),
                NOW);
    }
}
