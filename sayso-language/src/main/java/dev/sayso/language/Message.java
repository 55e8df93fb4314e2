package dev.sayso.language;

import org.jspecify.annotations.Nullable;

import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What is to be understood, with everything that the understanding may depend on: the same message
 * has the same outcome, always.
 *
 * @param text any text, at most as long as the caller allows; its places are UTF-16 units
 * @param locale decides how {@code 1,499}, {@code 1.499,00} and {@code 05/06} read
 * @param currency the person's own, where the text names none
 * @param now what every relative date is counted from
 * @param known names of the subscriptions that the person has
 * @param aliases what the person's own corrections gave a meaning: {@code nflx} to {@code Netflix}
 * @param previous the outcome of the person's last capture, when it is less than ten minutes old
 */
public record Message(
        String text,
        Source source,
        Locale locale,
        Currency currency,
        OffsetDateTime now,
        List<String> known,
        Map<String, String> aliases,
        @Nullable Outcome previous) {
    public Message {
        Objects.requireNonNull(text);
        Objects.requireNonNull(source);
        Objects.requireNonNull(locale);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(now);
        known = List.copyOf(known);
        aliases = Map.copyOf(aliases);
    }

    public Message(
            String text, Source source, Locale locale, Currency currency, OffsetDateTime now) {
        this(text, source, locale, currency, now, List.of(), Map.of(), null);
    }
}
