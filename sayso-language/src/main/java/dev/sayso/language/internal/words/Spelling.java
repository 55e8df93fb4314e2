package dev.sayso.language.internal.words;

import dev.sayso.language.internal.text.Vocabulary;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the word that was meant by a misspelt one: one letter too many, too few, another or two
 * exchanged. Only words that are long enough, and only those whose confusion does no harm, are
 * mended.
 */
final class Spelling {
    private static final int SHORTEST = 5;
    private static final int SHORTEST_NAME = 6;
    private static final int AMBIGUOUS = -2;
    private static final String VOWELS = "aeiouy";
    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    private final Vocabulary vocabulary;
    private final Deletions byDeletion;
    private final BitSet mended;

    private Spelling(Vocabulary vocabulary, Deletions byDeletion, BitSet mended) {
        this.vocabulary = vocabulary;
        this.byDeletion = byDeletion;
        this.mended = mended;
    }

    /**
     * @param common how many words come from word files; those after them are parts of names
     */
    static Spelling of(Vocabulary vocabulary, @Nullable Phrases[] firsts, int common) {
        var byDeletion = new Deletions();
        var mended = new BitSet();
        for (int number = 0; number < vocabulary.size(); number++) {
            var word = vocabulary.word(number);
            if (number >= common
                    ? word.length() >= SHORTEST_NAME
                    : word.length() >= SHORTEST && isMended(firsts[number])) {
                mended.set(number);
                for (int i = 0; i < word.length(); i++) {
                    byDeletion.add(Deletions.hash(word, i), number);
                }
            }
        }
        return new Spelling(vocabulary, byDeletion, mended);
    }

    private static boolean isMended(@Nullable Phrases node) {
        if (node == null) {
            return true;
        }
        for (var entry : node.entries()) {
            switch (entry.tag()) {
                case CYCLE, UNIT, EVERY, CURRENCY, WEEKDAY, DAY, NOUN -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    int meant(String word) {
        int length = word.length();
        if (length < SHORTEST - 1 || length > 24) {
            return -1;
        }
        int best = candidate(word, length);
        for (int i = 0; i < length && best == -1; i++) {
            best = candidate(word, i);
        }
        return best == AMBIGUOUS ? -1 : best;
    }

    /**
     * @param left the letter that is left out, or the length of the word for none
     */
    private int candidate(String word, int left) {
        if (left < word.length()) {
            // one letter too many in what was written leaves the word itself
            int whole = vocabulary.find(without(word, left));
            if (whole >= 0 && mended.get(whole)) {
                return whole;
            }
        }
        int found = byDeletion.find(Deletions.hash(word, left));
        return found < 0 || !isNear(word, vocabulary.word(found)) ? -1 : found;
    }

    /** One letter more, less, its neighbour on the keys or another vowel, or two exchanged. */
    private static boolean isNear(String a, String b) {
        int from = 0;
        while (from < a.length() && from < b.length() && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int restA = endA - from;
        int restB = endB - from;
        if (restA == 1 && restB == 1) {
            return from > 0 && isSlip(a.charAt(from), b.charAt(from));
        }
        if (restA <= 1 && restB <= 1) {
            // the first letter is seldom left out, and another beginning is another word
            return from > 0;
        }
        return restA == 2
                && restB == 2
                && a.charAt(from) == b.charAt(from + 1)
                && a.charAt(from + 1) == b.charAt(from);
    }

    /** "dairy" is not "daily", but "dsily" is. */
    private static boolean isSlip(char written, char meant) {
        if (VOWELS.indexOf(written) >= 0 && VOWELS.indexOf(meant) >= 0) {
            return true;
        }
        for (int row = 0; row < KEYS.length; row++) {
            int at = KEYS[row].indexOf(meant);
            if (at >= 0) {
                for (int other = Math.max(0, row - 1); other <= Math.min(2, row + 1); other++) {
                    int near = KEYS[other].indexOf(written);
                    if (near >= 0 && Math.abs(near - at) <= 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }

    /**
     * Words by each of what they are without one letter, as hashes alone: what is found is compared
     * letter by letter anyhow.
     */
    private static final class Deletions {
        private int[] hashes = new int[1 << 14];
        private int[] words = new int[1 << 14];
        private int size;

        Deletions() {
            Arrays.fill(words, -1);
        }

        /** Of the word without the letter at that place. */
        static int hash(String word, int left) {
            int hash = 17;
            for (int i = 0; i < word.length(); i++) {
                if (i != left) {
                    hash = hash * 31 + word.charAt(i);
                }
            }
            return hash;
        }

        void add(int hash, int word) {
            if (size * 2 > hashes.length) {
                grow();
            }
            int at = place(hash);
            if (words[at] == -1) {
                hashes[at] = hash;
                words[at] = word;
                size++;
            } else if (words[at] != word) {
                words[at] = AMBIGUOUS;
            }
        }

        int find(int hash) {
            return words[place(hash)];
        }

        private int place(int hash) {
            int mask = hashes.length - 1;
            int at = (hash ^ hash >>> 16) & mask;
            while (words[at] != -1 && hashes[at] != hash) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private void grow() {
            var oldHashes = hashes;
            var oldWords = words;
            hashes = new int[2 * oldHashes.length];
            words = new int[hashes.length];
            Arrays.fill(words, -1);
            for (int i = 0; i < oldWords.length; i++) {
                if (oldWords[i] != -1) {
                    int at = place(oldHashes[i]);
                    hashes[at] = oldHashes[i];
                    words[at] = oldWords[i];
                }
            }
        }
    }
}
