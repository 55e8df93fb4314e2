package dev.sayso.language.internal.text;

import java.util.Arrays;

/** All words that the library knows, numbered; found from a run of characters without a copy. */
public final class Vocabulary {
    private String[] words = new String[1024];
    private int[] table = new int[4096];
    private int size;

    public Vocabulary() {
        Arrays.fill(table, -1);
    }

    public int size() {
        return size;
    }

    public String word(int number) {
        return words[number];
    }

    /** The word's number; a new one where it is not there yet. */
    public int add(String word) {
        var chars = word.toCharArray();
        int known = find(chars, chars.length);
        if (known >= 0) {
            return known;
        }
        if (size * 2 >= table.length) {
            grow();
        }
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size] = word;
        place(size);
        return size++;
    }

    /** The number of the word, or -1. */
    public int find(char[] chars, int length) {
        int mask = table.length - 1;
        int at = hash(chars, length) & mask;
        while (table[at] >= 0) {
            var word = words[table[at]];
            if (word.length() == length && same(word, chars)) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    public int find(String word) {
        return find(word.toCharArray(), word.length());
    }

    private static boolean same(String word, char[] chars) {
        for (int i = word.length() - 1; i >= 0; i--) {
            if (word.charAt(i) != chars[i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] chars, int length) {
        int hash = 0x811c9dc5;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ chars[i]) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }

    private void place(int number) {
        var chars = words[number].toCharArray();
        int mask = table.length - 1;
        int at = hash(chars, chars.length) & mask;
        while (table[at] >= 0) {
            at = (at + 1) & mask;
        }
        table[at] = number;
    }

    private void grow() {
        table = new int[table.length * 2];
        Arrays.fill(table, -1);
        for (int i = 0; i < size; i++) {
            place(i);
        }
    }
}
