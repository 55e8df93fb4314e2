package dev.sayso.json;

import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** What a message takes where it does not say it: the account's locale and currency, the clock. */
public record Defaults(Locale locale, Currency currency, OffsetDateTime now) {
    public Defaults {
        Objects.requireNonNull(locale);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(now);
    }
}
