package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A YAML value with its line. Values are texts: what YAML would make of them is not asked. */
sealed interface Yaml {
    int line();

    /**
     * @param plain written without quotes
     * @param absent a key without anything behind it
     */
    record Scalar(String text, boolean plain, boolean absent, int line) implements Yaml {}

    record Items(List<Yaml> items, int line) implements Yaml {}

    /** Entries in the order of the file; a key may stand twice, which the reader has reported. */
    record Mapping(List<Entry> entries, boolean flow, int line) implements Yaml {
        @Nullable Yaml get(String key) {
            for (var entry : entries) {
                if (entry.key().text().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }
    }

    record Entry(Scalar key, Yaml value) {}
}
