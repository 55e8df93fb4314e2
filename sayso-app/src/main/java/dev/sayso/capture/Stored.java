package dev.sayso.capture;

import dev.sayso.language.Source;

import org.jspecify.annotations.Nullable;

/** A capture as it is kept: what was said, and what became of it. */
public record Stored(
        String said,
        Source source,
        String receivedAt,
        boolean open,
        @Nullable String undoneAt,
        @Nullable String undone,
        Reply reply) {
    public boolean isUndone() {
        return undoneAt != null;
    }
}
