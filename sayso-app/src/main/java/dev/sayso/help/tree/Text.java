package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

/**
 * What a person reads.
 *
 * @param without the words used when a placeholder of {@code text} has no value
 */
public record Text(String text, @Nullable String without) {}
