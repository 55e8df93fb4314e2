package dev.sayso.help.web;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a person and an agent say to each other.
 *
 * @param stands what became of it so far
 * @param waits how long others waited, while one waits
 */
public record TalkView(String stands, @Nullable String waits, List<Line> lines, boolean open) {
    public TalkView {
        lines = List.copyOf(lines);
    }

    /**
     * @param yours whether the reader wrote it
     */
    public record Line(String who, boolean yours, String text) {}
}
