package dev.sayso.platform.sql;

/** It could not be made durable: nothing was written. The text says why and what to do. */
public final class StorageFailed extends RuntimeException {
    private final boolean full;

    StorageFailed(String message, boolean full, Throwable cause) {
        super(message, cause);
        this.full = full;
    }

    StorageFailed(String message, boolean full) {
        super(message);
        this.full = full;
    }

    /** Whether room is what is missing. */
    public boolean isFull() {
        return full;
    }
}
