package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All files of one tree.
 *
 * @param main the file that names the tree, its entries and its contact
 * @param branches files with further {@code nodes} of the same tree
 * @param texts the translations by locale, {@code hi-IN} for {@code texts/hi-IN.yaml}
 * @param walks the author's tests
 * @param host the facts and actions of the host that the tree is written for
 */
public record TreeFiles(
        Source main,
        List<Source> branches,
        Map<String, Source> texts,
        @Nullable Source walks,
        @Nullable Source host) {
    public TreeFiles {
        branches = List.copyOf(branches);
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** A tree of one file. */
    public static TreeFiles of(Source main) {
        return new TreeFiles(main, List.of(), Map.of(), null, null);
    }
}
