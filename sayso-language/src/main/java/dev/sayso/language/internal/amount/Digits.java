package dev.sayso.language.internal.amount;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Numbers in digits, by the locale: {@code 1,499.00}, {@code 1.499,00}, {@code 1,20,000}. */
final class Digits {
    private static final int LONGEST = 15;
    private static final Set<String> COMMA_LANGUAGES =
            Set.of(
                    "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "no", "fi", "pl", "cs",
                    "ru", "uk", "tr", "id", "el", "hu", "ro", "vi");
    private static final Set<String> POINT_COUNTRIES =
            Set.of("MX", "US", "PR", "GT", "HN", "SV", "NI", "PA", "DO", "PE", "CH");

    private Digits() {}

    static boolean writesComma(Locale locale) {
        return COMMA_LANGUAGES.contains(locale.getLanguage())
                && !POINT_COUNTRIES.contains(locale.getCountry());
    }

    /** What the digits are, or null where they are no number (too long, "1.2.3"). */
    static @Nullable Numeral read(String text, Locale locale, int to) {
        if (text.length() > LONGEST + 6) {
            return null;
        }
        int points = count(text, '.');
        int commas = count(text, ',');
        if (points + commas == 0) {
            var plain = plain(text, (char) 0);
            return plain == null ? null : new Numeral(to, plain, null, false, false);
        }
        if (points > 0 && commas > 0) {
            char point = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
            return count(text, point) > 1 ? null : of(plain(text, point), null, to);
        }
        char sign = points > 0 ? '.' : ',';
        if (points + commas > 1) {
            return isGrouped(text, sign) ? of(plain(text, (char) 0), null, to) : null;
        }
        int after = text.length() - 1 - text.indexOf(sign);
        if (after != 3) {
            return of(plain(text, sign), null, to);
        }
        boolean groups = writesComma(locale) == (sign == '.');
        // three digits behind the sign: by the locale a thousand, else a price that is seldom seen
        return groups
                ? of(plain(text, (char) 0), null, to)
                : of(plain(text, (char) 0), plain(text, sign), to);
    }

    private static @Nullable Numeral of(
            @Nullable BigDecimal value, @Nullable BigDecimal rival, int to) {
        return value == null ? null : new Numeral(to, value, rival, false, false);
    }

    /** Groups of two or three digits, the last of three: "1,20,000". */
    private static boolean isGrouped(String text, char sign) {
        int last = text.lastIndexOf(sign);
        if (text.length() - last != 4) {
            return false;
        }
        int from = text.indexOf(sign);
        while (from < last) {
            int next = text.indexOf(sign, from + 1);
            int size = next - from - 1;
            if (size != 2 && size != 3) {
                return false;
            }
            from = next;
        }
        return true;
    }

    private static int count(String text, char c) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == c ? 1 : 0;
        }
        return count;
    }

    private static @Nullable BigDecimal plain(String text, char point) {
        long value = 0;
        int scale = -1;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                digits++;
                scale += scale >= 0 ? 1 : 0;
            } else if (c == point) {
                scale = 0;
            }
        }
        return digits > LONGEST ? null : BigDecimal.valueOf(value, Math.max(0, scale));
    }
}
