package dev.sayso.language.internal.words;

import dev.sayso.language.internal.text.Vocabulary;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

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
    private final Map<String, Integer> byDeletion;
    private final BitSet mended;

    private Spelling(Vocabulary vocabulary, Map<String, Integer> byDeletion, BitSet mended) {
        this.vocabulary = vocabulary;
        this.byDeletion = byDeletion;
        this.mended = mended;
    }

    /**
     * @param common how many words come from word files; those after them are parts of names
     */
    static Spelling of(Vocabulary vocabulary, Phrases root, int common) {
        var byDeletion = new HashMap<String, Integer>();
        var mended = new BitSet();
        for (int number = 0; number < vocabulary.size(); number++) {
            var word = vocabulary.word(number);
            if (number >= common
                    ? word.length() >= SHORTEST_NAME
                    : word.length() >= SHORTEST && isMended(root, number)) {
                mended.set(number);
                for (int i = 0; i < word.length(); i++) {
                    byDeletion.merge(
                            without(word, i), number, (a, b) -> a.equals(b) ? a : AMBIGUOUS);
                }
            }
        }
        return new Spelling(vocabulary, byDeletion, mended);
    }

    private static boolean isMended(Phrases root, int word) {
        var node = root.next(word);
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
        int best = candidate(word, word);
        for (int i = 0; i < length && best == -1; i++) {
            best = candidate(word, without(word, i));
        }
        return best == AMBIGUOUS ? -1 : best;
    }

    private int candidate(String word, String deletion) {
        // one letter too many in what was written leaves the word itself
        int whole = deletion.length() < word.length() ? vocabulary.find(deletion) : -1;
        if (whole >= 0 && mended.get(whole)) {
            return whole;
        }
        var found = byDeletion.get(deletion);
        return found == null || found < 0 || !isNear(word, vocabulary.word(found)) ? -1 : found;
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
}
