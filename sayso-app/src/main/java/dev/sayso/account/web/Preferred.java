package dev.sayso.account.web;

import dev.sayso.event.Field;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** What an account is to prefer, read from what was sent. */
record Preferred(Locale locale, Currency currency, ZoneId zone) {
    /**
     * Reads all three.
     *
     * @throws IllegalArgumentException with everything that is wrong
     */
    static Preferred read(String locale, String currency, String zone) {
        List<String> problems = new ArrayList<>();
        var prefers =
                new Preferred(
                        locale(locale, problems),
                        currency(currency, problems),
                        zone(zone, problems));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return prefers;
    }

    private static Locale locale(String tag, List<String> problems) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // said below
        }
        problems.add("locale " + quoted(tag) + " is no language tag; give one such as en-IN");
        return Locale.ROOT;
    }

    private static Currency currency(String code, List<String> problems) {
        try {
            return (Currency) Field.CURRENCY.parse(code);
        } catch (IllegalArgumentException e) {
            problems.add(
                    "currency " + quoted(code) + " is not an ISO 4217 code; give one such as INR");
            return Currency.getInstance("XXX");
        }
    }

    private static ZoneId zone(String id, List<String> problems) {
        try {
            // a bare offset knows no summer time, so it is no place one lives in
            if (ZoneId.getAvailableZoneIds().contains(id)) {
                return ZoneId.of(id);
            }
        } catch (DateTimeException e) {
            // said below
        }
        problems.add("zone " + quoted(id) + " is not known; give a place such as Asia/Kolkata");
        return ZoneId.of("UTC");
    }

    private static String quoted(String text) {
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }
}
