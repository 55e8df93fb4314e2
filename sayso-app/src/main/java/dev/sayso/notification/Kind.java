package dev.sayso.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a notice is about; a person chooses by it what comes where. */
public enum Kind {
    /** Something renews. */
    RENEWAL,
    /** The last day to cancel before it renews. */
    CANCEL_BY,
    /** Something free begins to cost. */
    TRIAL_END,
    /** Something costs more from a day on. */
    PRICE_RISE,
    /** What was cancelled, or had a fixed end, is over. */
    PLAN_END,
    /** A payment that was expected did not come. */
    PAYMENT_MISSED,
    /** What the week brings. */
    DIGEST,
    /** What was missed while the machine slept, in one. */
    CAUGHT_UP,
    /** A channel could not be reached; what was to go there is dead. */
    CHANNEL_FAILED,
    /** A person answered a ticket. */
    HELP,
    /** Asked for, to see whether a channel works. */
    TEST;

    /** As the API and the tables write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Kind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire().equals(wire))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no kind of that name; there are "
                                                + Arrays.stream(values())
                                                        .map(Kind::wire)
                                                        .collect(Collectors.joining(", "))));
    }
}
