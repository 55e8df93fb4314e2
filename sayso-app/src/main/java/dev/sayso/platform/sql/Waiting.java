package dev.sayso.platform.sql;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A unit that waits for the writer, with the trace and the log keys of who waits for it. */
final class Waiting<T> {
    private static final ContextSnapshotFactory CONTEXTS = ContextSnapshotFactory.builder().build();

    final Unit<T> unit;
    final long since;
    final boolean evenIfFull;
    final CompletableFuture<T> result = new CompletableFuture<>();
    private final ContextSnapshot context = CONTEXTS.captureAll();
    private final @Nullable Map<String, String> logKeys = MDC.getCopyOfContextMap();

    /**
     * @param evenIfFull whether it may use the room that is kept on the disk
     */
    Waiting(Unit<T> unit, long since, boolean evenIfFull) {
        this.unit = unit;
        this.since = since;
        this.evenIfFull = evenIfFull;
    }

    /** Its trace and log keys for this thread, until the scope is closed. */
    Context enter() {
        var scope = context.setThreadLocals();
        if (logKeys != null) {
            MDC.setContextMap(logKeys);
        }
        return () -> {
            scope.close();
            MDC.clear();
        };
    }

    void refuse(Throwable why) {
        result.completeExceptionally(why);
    }

    /** The trace and the log keys of a caller, on another thread. */
    @FunctionalInterface
    interface Context extends AutoCloseable {
        @Override
        void close();
    }
}
