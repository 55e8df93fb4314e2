package dev.sayso.catalogue;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Everyday words, none of which may be an alias. */
final class CommonWords {
    static final Set<String> BUILT_IN = read(CatalogueFile.resource("common-words.txt"));

    private CommonWords() {}

    /** Words apart by spaces or line ends; a line that begins with # is a comment. */
    static Set<String> read(String text) {
        var words = new HashSet<String>();
        for (var line : text.lines().toList()) {
            if (!line.startsWith("#")) {
                Collections.addAll(words, line.strip().split(" "));
            }
        }
        words.remove("");
        return Collections.unmodifiableSet(words);
    }
}
