package dev.sayso.capture;

import dev.sayso.language.Source;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.Locale;

/**
 * What a caller hands in. A value is valid once constructed.
 *
 * @param locale and currency take the place of the account's for this message
 */
public record Incoming(
        String text, Source source, @Nullable Locale locale, @Nullable Currency currency) {
    /** How long a message may be, in characters (code points). */
    public static final int MAX_TEXT = 2_000;

    public Incoming {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "text is empty; say for example \"Netflix 499 monthly\"");
        }
        int length = text.codePointCount(0, text.length());
        if (length > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "text has " + length + " characters; say it in at most " + MAX_TEXT);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException(
                        "text holds a NUL character at " + i + "; send plain text");
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw new IllegalArgumentException(
                            "text holds half a character (a lone surrogate) at "
                                    + i
                                    + "; send well-formed Unicode");
                }
                i++;
            }
        }
    }
}
