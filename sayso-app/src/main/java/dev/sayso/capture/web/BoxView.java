package dev.sayso.capture.web;

import org.jspecify.annotations.Nullable;

/**
 * The box one says things in.
 *
 * @param hint what one could say now, in place of the text
 * @param key what makes a double press one capture
 * @param problem why the text is still there
 * @param speaks whether it can be spoken, too
 */
public record BoxView(
        String label,
        String hint,
        String text,
        String key,
        @Nullable String problem,
        boolean speaks) {}
