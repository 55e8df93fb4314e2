package dev.sayso.platform.outbound;

import java.time.Duration;
import java.util.EnumSet;

/**
 * What is called, with its limits; the name of each is a value of the metric {@code
 * sayso.outbound}.
 */
public enum Dependency {
    /** A person's webhook; the delivery log retries, so the client does not. */
    WEBHOOK(Trust.PERSON, Duration.ofSeconds(10), 64 * 1024, 16, 0),
    /** A person's ntfy server; the delivery log retries. */
    NTFY(Trust.PERSON, Duration.ofSeconds(10), 64 * 1024, 16, 0),
    /** The language model that the operator set. */
    LLM(Trust.OPERATOR, Duration.ofSeconds(30), 1024 * 1024, 4, 2),
    /** The speech recogniser that the operator set. */
    TRANSCRIPTION(Trust.OPERATOR, Duration.ofSeconds(60), 1024 * 1024, 2, 1),
    /** Rates of currencies. */
    RATES(Trust.OPERATOR, Duration.ofSeconds(20), 4 * 1024 * 1024, 2, 2),
    /** A fact of the host that the operator set for help, which waits for less. */
    HELP_FACT(Trust.OPERATOR, Duration.ofSeconds(5), 64 * 1024, 16, 0),
    /** An action of that host; nobody waits so long, but a late result goes to the ticket. */
    HELP_ACTION(Trust.OPERATOR, Duration.ofSeconds(40), 64 * 1024, 16, 0);

    /** Who gave the address. */
    enum Trust {
        /** Whoever runs the installation: it may be on the same machine. */
        OPERATOR,
        /** A person with an account: it may only be outside, or what the operator allows. */
        PERSON
    }

    final Trust trust;
    final Limits limits;

    Dependency(Trust trust, Duration total, int bytes, int atOnce, int retries) {
        this.trust = trust;
        this.limits = new Limits(total, bytes, atOnce, retries);
    }

    /** The longest that any call takes. */
    static Duration longest() {
        return EnumSet.allOf(Dependency.class).stream()
                .map(it -> it.limits.total())
                .max(Duration::compareTo)
                .orElseThrow();
    }

    String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
