package dev.sayso.help.tree;

import java.nio.charset.StandardCharsets;

/**
 * A file as an author wrote it, under the name that problems show.
 *
 * @param bytes its size; of a file that is too large to be read only the size is known
 */
public record Source(String name, String text, long bytes) {
    public Source(String name, String text) {
        this(name, text, text.getBytes(StandardCharsets.UTF_8).length);
    }
}
