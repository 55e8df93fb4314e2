package dev.sayso.language.internal.name;

import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Entry;
import dev.sayso.language.internal.words.Lexicon;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Finds the names that are known: the person's own and their aliases, then the catalogue's. */
public final class NameReader {
    private NameReader() {}

    /** By the token at which it begins, the longest name; no two overlap. */
    public static Span.@Nullable Name[] read(Board board) {
        var names = new Span.@Nullable Name[board.size()];
        int at = 0;
        while (at < board.size()) {
            var name = at(board, at);
            if (name == null || name.written() == null) {
                // "veg box" is a thing, whatever company is called Box
                int thing = thing(board, at);
                if (thing > (name == null ? 1 : name.to() - at)) {
                    at += thing;
                    continue;
                }
            }
            if (name == null) {
                at++;
            } else {
                names[at] = name;
                at = name.to();
            }
        }
        return names;
    }

    private static int thing(Board board, int at) {
        var entry = board.find(at, Tag.THING);
        return entry == null ? 0 : entry.size();
    }

    private static Span.@Nullable Name at(Board board, int at) {
        if (!board.token(at).isWord() && !board.token(at).isNumber()) {
            return null;
        }
        Span.Name best = null;
        for (var known : board.message.known()) {
            best = longer(best, own(board, at, known, known));
        }
        for (var alias : board.message.aliases().entrySet()) {
            best = longer(best, own(board, at, alias.getKey(), alias.getValue()));
        }
        Entry found = null;
        for (var entry : board.meanings(at)) {
            if (entry.tag() == Tag.NAME && (found == null || entry.size() > found.size())) {
                found = entry;
            }
        }
        if (found != null
                && (best == null || at + found.size() > best.to())
                && !isOrdinary(board, at, found)
                && !isPart(board, at, found)) {
            var service = (Lexicon.ServiceName) found.value();
            best =
                    new Span.Name(
                            at, at + found.size(), null, service.service(), service.descriptor());
        }
        if (best == null
                && found == null
                && at + 1 < board.size()
                && board.token(at + 1).isWord()) {
            var joined = board.joined(at);
            if (joined != null) {
                return new Span.Name(at, at + 2, null, joined.service(), joined.descriptor());
            }
        }
        return best;
    }

    /** A name that is an ordinary word as well gives way to what the word says. */
    private static boolean isOrdinary(Board board, int at, Entry found) {
        for (int i = at; i < at + found.size(); i++) {
            if (!board.isCommon(i)) {
                return false;
            }
        }
        for (var entry : board.meanings(at)) {
            if (entry.size() >= found.size()) {
                switch (entry.tag()) {
                    case NUMBER -> {
                        if (!isBeforePrice(board, at + found.size())) {
                            return true;
                        }
                    }
                    case NAME, TIER, THING, NOUN, COUNT, SCALE, LABEL -> {}
                    default -> {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** "Three £12" */
    private static boolean isBeforePrice(Board board, int at) {
        return at + 1 < board.size()
                && board.token(at).spaced()
                && board.is(at, Tag.CURRENCY)
                && board.token(at).kind() == dev.sayso.language.internal.text.Token.Kind.SIGN
                && board.token(at + 1).isNumber();
    }

    /** A short or everyday name amid words that nobody knows is a part of theirs: "A1 Storage". */
    private static boolean isPart(Board board, int at, Entry found) {
        if (found.size() > 1 || board.token(at).length() > 3 && !board.isEveryday(at)) {
            return false;
        }
        return board.isWord(at - 1, "next")
                || isStranger(board, at - 1, at)
                || isStranger(board, at + 1, at + 1);
    }

    /** A word beside it, in the same breath, of which no word file says anything but a thing. */
    private static boolean isStranger(Board board, int at, int right) {
        if (at < 0
                || at >= board.size()
                || !board.token(at).isWord()
                || !board.token(right).spaced() && right > 0 && board.isGlued(right)
                || board.token(at).length() < 3) {
            return false;
        }
        for (var entry : board.meanings(at)) {
            switch (entry.tag()) {
                case IDEA, THING -> {}
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private static Span.@Nullable Name longer(Span.@Nullable Name a, Span.@Nullable Name b) {
        return b != null && (a == null || b.to() > a.to()) ? b : a;
    }

    /** The person's own name, word by word, where it begins at the token. */
    private static Span.@Nullable Name own(Board board, int at, String said, String name) {
        int token = at;
        int i = 0;
        int length = said.length();
        while (true) {
            while (i < length && !Character.isLetterOrDigit(said.charAt(i))) {
                i++;
            }
            if (i == length) {
                return token == at ? null : new Span.Name(at, token, name, null, false);
            }
            int start = i;
            while (i < length && isInside(said.charAt(i))) {
                i++;
            }
            while (token > at
                    && token < board.size()
                    && !board.token(token).isWord()
                    && !board.token(token).isNumber()
                    && board.token(token).key().length() == 1
                    && !board.isSign(token, ',')
                    && board.token(token).kind()
                            == dev.sayso.language.internal.text.Token.Kind.SIGN) {
                token++;
            }
            if (token >= board.size() || !same(board, token, said, start, i)) {
                return null;
            }
            token++;
        }
    }

    private static boolean isInside(char c) {
        return Character.isLetterOrDigit(c) || c == '+';
    }

    private static boolean same(Board board, int token, String said, int from, int to) {
        var key = board.token(token).key();
        int size = to - from;
        if (key.equals("'s") && size == 1) {
            return said.charAt(from) == 's';
        }
        if (key.length() == size + 1 && key.endsWith("+") || key.length() == size) {
            return said.regionMatches(true, from, key, 0, size);
        }
        return said.charAt(to - 1) == '+'
                && key.length() == size - 1
                && said.regionMatches(true, from, key, 0, size - 1);
    }

    /** Letters and digits alone, in lower case: how names are compared. */
    public static String normal(String name) {
        var normal = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                normal.append(c);
            }
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
