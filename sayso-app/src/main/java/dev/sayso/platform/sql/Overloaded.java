package dev.sayso.platform.sql;

/** Too much waits just now: nothing was done, and it may succeed in a second. */
public final class Overloaded extends RuntimeException {
    public Overloaded(String message) {
        super(message, null, false, false);
    }
}
