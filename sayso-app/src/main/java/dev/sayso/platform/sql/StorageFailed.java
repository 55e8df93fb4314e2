package dev.sayso.platform.sql;

/** It could not be made durable: nothing was written. The text says why and what to do. */
public final class StorageFailed extends RuntimeException {
    StorageFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
