package dev.sayso.subscription;

import java.util.Locale;

/** How a subscription stands today. */
public enum Status {
    ACTIVE,
    /** Free until its first payment. */
    TRIAL,
    PAUSED,
    /** Cancelled; it may still run until the end of what was paid. */
    CANCELLED,
    /** Past its fixed end. */
    ENDED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
