package dev.sayso.subscription;

import java.text.Normalizer;
import java.util.Locale;

/**
 * By what names compare: without regard to case, spaces, punctuation and Unicode form. Made here,
 * never in SQL.
 */
record NameKey(String value) {
    static NameKey of(String name) {
        var key = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(
                        c ->
                                Character.isLetterOrDigit(c)
                                        || Character.getType(c) == Character.NON_SPACING_MARK
                                        || Character.getType(c) == Character.COMBINING_SPACING_MARK)
                .forEach(key::appendCodePoint);
        // a name of signs alone is its own key
        return new NameKey(key.isEmpty() ? name : key.toString());
    }
}
