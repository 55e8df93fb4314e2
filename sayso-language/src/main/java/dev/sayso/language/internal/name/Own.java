package dev.sayso.language.internal.name;

import dev.sayso.catalogue.Service;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.words.Cue;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;

/** The person's own name that is meant by a service, or by a part of it: "prime", "aviva". */
record Own(String name, boolean ambiguous) {
    static @Nullable Own find(Board board, int from, int to, @Nullable Service service) {
        if (board.message.known().isEmpty()) {
            return null;
        }
        var words = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            var token = board.token(i);
            if (token.isWord() && !isLight(board, i)) {
                words.add(token.key());
            }
        }
        String found = null;
        int fits = 0;
        for (var known : board.message.known()) {
            if (service != null
                    && NameReader.normal(known).equals(NameReader.normal(service.name()))) {
                return new Own(known, false);
            }
            if (service != null && isOf(known, service)
                    || !words.isEmpty() && holds(known, words)) {
                found = found == null ? known : found;
                fits++;
            }
        }
        return found == null ? null : new Own(found, fits > 1);
    }

    private static boolean isLight(Board board, int at) {
        return board.isCue(at, Cue.FEE)
                || board.is(at, Tag.STOP) && !board.is(at, Tag.THING)
                || board.is(at, Tag.NOUN)
                || board.is(at, Tag.PERPOST);
    }

    private static boolean isOf(String known, Service service) {
        var normal = NameReader.normal(known);
        if (normal.equals(NameReader.normal(service.name()))) {
            return true;
        }
        for (var alias : service.aliases()) {
            if (normal.equals(NameReader.normal(alias))) {
                return true;
            }
        }
        return false;
    }

    /** Whether every word is one of the name's, whole. */
    private static boolean holds(String known, ArrayList<String> words) {
        for (var word : words) {
            if (!holds(known, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String known, String word) {
        int i = 0;
        while (i < known.length()) {
            while (i < known.length() && !isInside(known.charAt(i))) {
                i++;
            }
            int start = i;
            while (i < known.length() && isInside(known.charAt(i))) {
                i++;
            }
            if (i - start == word.length()
                    && i > start
                    && known.regionMatches(true, start, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '&';
    }
}
