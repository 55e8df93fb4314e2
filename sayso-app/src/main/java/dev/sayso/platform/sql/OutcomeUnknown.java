package dev.sayso.platform.sql;

/**
 * By the deadline it is not known whether it was written: the database does not answer. Sent again
 * under the same key it is answered once the database does.
 */
public final class OutcomeUnknown extends RuntimeException {
    OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
