package dev.sayso.catalogue;

import java.util.Locale;

/** What a service is for. */
public enum Category {
    STREAMING,
    MUSIC,
    SOFTWARE,
    CLOUD,
    NEWS,
    GAMES,
    TELECOM,
    UTILITIES,
    INSURANCE,
    FITNESS,
    FOOD,
    EDUCATION,
    TRANSPORT,
    DONATIONS,
    SHOPPING,
    FINANCE,
    HOME,
    OTHER;

    /** The name on the wire, for example {@code streaming}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
