package dev.sayso.platform.sql;

/**
 * COMMIT neither succeeded nor failed: whoever minted an id before the unit looks for its row, then
 * answers.
 */
public final class OutcomeUnknown extends RuntimeException {
    OutcomeUnknown(Throwable cause) {
        super("whether it was written is not known yet", cause);
    }
}
