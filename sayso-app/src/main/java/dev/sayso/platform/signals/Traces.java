package dev.sayso.platform.signals;

import io.micrometer.tracing.Tracer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trace that runs just now, so that it can be stored with what it causes. */
@Component
public final class Traces {
    private final Tracer tracer;

    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The W3C {@code traceparent} of the current span, or null outside of one. */
    public @Nullable String current() {
        var span = tracer.currentSpan();
        if (span == null || span.context().traceId().isEmpty()) {
            return null;
        }
        var context = span.context();
        return "00-"
                + context.traceId()
                + "-"
                + context.spanId()
                + (Boolean.TRUE.equals(context.sampled()) ? "-01" : "-00");
    }
}
