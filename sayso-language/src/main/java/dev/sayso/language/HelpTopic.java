package dev.sayso.language;

import java.util.Locale;

/** What a person is stuck with. */
public enum HelpTopic {
    CANNOT_ADD,
    CYCLE_CONFUSION,
    PAYMENT_FAILED,
    PAYMENTS_WHERE,
    ALERT_MISSING,
    DASHBOARD_STALE,
    WRONG_BILLING_DATE,
    MISUNDERSTOOD,
    VOICE,
    IMPORT,
    PRIVACY;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
