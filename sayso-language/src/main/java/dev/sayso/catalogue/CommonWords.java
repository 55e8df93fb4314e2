package dev.sayso.catalogue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Everyday words, none of which may be an alias. */
final class CommonWords {
    static final Set<String> BUILT_IN = read(CatalogueFile.resource("common-words.txt"));

    private CommonWords() {}

    /** Words apart by spaces or line ends; a line that begins with # is a comment. */
    static Set<String> read(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.strip().split(" +")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
