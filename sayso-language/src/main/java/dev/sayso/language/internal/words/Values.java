package dev.sayso.language.internal.words;

import dev.sayso.event.BillingCycle;
import dev.sayso.language.internal.intent.Idea;

import java.math.BigDecimal;
import java.time.Period;

/** Reads what a word file gives after the sign of equality into the type that its readers take. */
final class Values {
    private Values() {}

    static Object read(Tag tag, String value) {
        return switch (tag) {
            // "2?" is a number only before what it counts: "do hafte"
            case NUMBER ->
                    value.endsWith("?")
                            ? Long.valueOf("-" + value.substring(0, value.length() - 1))
                            : Long.valueOf(value);
            case CUE -> Cue.valueOf(value);
            case IDEA -> Idea.valueOf(value);
            case SCALE, ORDINAL, MONTH, WEEKDAY -> Long.valueOf(value);
            case FRACTION -> new BigDecimal(value);
            case CYCLE, AMOUNTCYCLE -> new BillingCycle(Period.parse(value));
            case UNIT -> Period.parse(value);
            default -> value;
        };
    }
}
