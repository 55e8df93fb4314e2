package dev.sayso.language.internal.words;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** All phrases as a tree of words, walked from each token once. */
final class Phrases {
    private static final int[] NO_KEYS = {};
    private static final Phrases[] NO_NODES = {};
    private static final Entry[] NO_ENTRIES = {};

    private int[] keys = NO_KEYS;
    private Phrases[] next = NO_NODES;
    private Entry[] entries = NO_ENTRIES;

    Entry[] entries() {
        return entries;
    }

    @Nullable Phrases next(int word) {
        int at = word < 0 ? -1 : Arrays.binarySearch(keys, word);
        return at < 0 ? null : next[at];
    }

    void add(List<Integer> words, Entry entry) {
        var node = this;
        for (int word : words) {
            node = node.grow(word);
        }
        for (var there : node.entries) {
            if (there.tag() == entry.tag() && isSame(there.value(), entry.value())) {
                return;
            }
        }
        node.entries = Arrays.copyOf(node.entries, node.entries.length + 1);
        node.entries[node.entries.length - 1] = entry;
    }

    /** A service has one value for all its names; comparing its parts would only cost time. */
    private static boolean isSame(Object a, Object b) {
        return a == b || !(a instanceof Lexicon.ServiceName) && a.equals(b);
    }

    private Phrases grow(int word) {
        int at = Arrays.binarySearch(keys, word);
        if (at >= 0) {
            return next[at];
        }
        int place = -at - 1;
        var newKeys = new int[keys.length + 1];
        var newNext = new Phrases[keys.length + 1];
        System.arraycopy(keys, 0, newKeys, 0, place);
        System.arraycopy(next, 0, newNext, 0, place);
        System.arraycopy(keys, place, newKeys, place + 1, keys.length - place);
        System.arraycopy(next, place, newNext, place + 1, next.length - place);
        newKeys[place] = word;
        var node = new Phrases();
        newNext[place] = node;
        keys = newKeys;
        next = newNext;
        return node;
    }
}
