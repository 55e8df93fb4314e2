package dev.sayso.language;

import java.util.Locale;

/** Where a message came from. */
public enum Source {
    TYPED,
    VOICE,
    /** A bank's, card's or merchant's message from a phone. */
    SMS,
    EMAIL,
    SHARE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
