package dev.sayso.language.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** One pass over a plain text that makes its tokens. */
public final class Tokenizer {
    /** No message that is about a subscription is longer; what comes after is not read. */
    public static final int MAX_TOKENS = 2_000;

    private static final int LONGEST_KEY = 48;
    private static final int LONGEST_ADDRESS = 200;

    /** Where the s is a verb; elsewhere it is a possessive and stands by itself. */
    private static final Set<String> CONTRACTIONS =
            Set.of(
                    "its", "thats", "whats", "lets", "hes", "shes", "heres", "theres", "whos",
                    "whens", "wheres", "hows");

    private final Vocabulary vocabulary;
    private final IntPredicate standsByNumber;
    private final IntPredicate month;
    private final IntPredicate money;
    private final Plain text;
    private final char[] chars;
    private final int length;
    private final List<Token> tokens;
    private final char[] key = new char[LONGEST_KEY];
    private int at;
    private boolean spaced = true;

    /**
     * @param standsByNumber whether a word may be written onto a number: {@code 25k}, {@code 79p}
     * @param month whether a word is a month: {@code 11Jun26}
     * @param money whether a word is a currency: {@code Rs49}
     */
    public Tokenizer(
            Vocabulary vocabulary,
            IntPredicate standsByNumber,
            IntPredicate month,
            IntPredicate money,
            Plain text) {
        this.vocabulary = vocabulary;
        this.standsByNumber = standsByNumber;
        this.month = month;
        this.money = money;
        this.text = text;
        this.chars = text.chars();
        this.length = text.length();
        this.tokens = new ArrayList<>(16);
    }

    public List<Token> read() {
        while (at < length && tokens.size() < MAX_TOKENS) {
            char c = chars[at];
            if (c == '\n') {
                add(Token.Kind.BREAK, "\n", -1, at, at + 1);
                at++;
                spaced = true;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                at++;
                spaced = true;
            } else {
                if (spaced && address()) {
                    continue;
                }
                if (isDigit(c)) {
                    number();
                } else if (isLetter(at)) {
                    word();
                } else {
                    sign(c);
                }
            }
        }
        return tokens;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isLetter(int i) {
        char c = chars[i];
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        if (Character.isHighSurrogate(c) && i + 1 < length) {
            return Character.isLetter(Character.toCodePoint(c, chars[i + 1]));
        }
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.isLowSurrogate(c) && i > 0 && isLetter(i - 1);
    }

    /** A web address, an e-mail address, a payment address: the whole run up to the next space. */
    private boolean address() {
        int end = at;
        boolean dot = false;
        boolean found = false;
        while (end < length && end - at < LONGEST_ADDRESS) {
            char c = chars[end];
            if (c <= ' ' || c >= 0x80 && Character.isWhitespace(c)) {
                break;
            }
            switch (c) {
                case '.' -> dot |= end - at > 1 && isBetween(end) && isLetter(end + 1);
                case '/' ->
                        found |=
                                dot
                                        && isBetween(end)
                                        && (isLetter(end + 1) || isDigit(chars[end + 1]));
                case '@' -> found |= isBetween(end) && isLetter(end + 1);
                case ':' ->
                        found |= end + 2 < length && chars[end + 1] == '/' && chars[end + 2] == '/';
                default -> {}
            }
            end++;
        }
        if (!found && !(end - at > 4 && isWeb())) {
            return false;
        }
        while (end > at + 1 && ".,;:!?)".indexOf(chars[end - 1]) >= 0) {
            end--;
        }
        add(Token.Kind.CODE, "@", -1, at, end);
        at = end;
        return true;
    }

    private boolean isWeb() {
        return (chars[at] | 0x20) == 'w'
                && (chars[at + 1] | 0x20) == 'w'
                && (chars[at + 2] | 0x20) == 'w'
                && chars[at + 3] == '.';
    }

    /** Whether a letter or digit stands before the place, in the same run, and something after. */
    private boolean isBetween(int place) {
        return place > at
                && place + 1 < length
                && (isLetter(place - 1) || isDigit(chars[place - 1]));
    }

    private void number() {
        int start = at;
        while (at < length && (isDigit(chars[at]) || groups(at))) {
            at++;
        }
        int digitsEnd = at;
        int letters = at;
        while (letters < length && isLetter(letters)) {
            letters++;
        }
        if (letters == digitsEnd) {
            var digits = text.slice(start, digitsEnd);
            add(Token.Kind.NUMBER, digits, vocabulary.find(digits), start, digitsEnd);
            return;
        }
        int size = fold(digitsEnd, letters);
        int word = size < 0 ? -1 : vocabulary.find(key, size);
        boolean digitAfter = letters < length && isDigit(chars[letters]);
        if (size == 2 && !digitAfter && isOrdinal()) {
            add(Token.Kind.ORDINAL, text.slice(start, digitsEnd), -1, start, letters);
            at = letters;
        } else if (word >= 0 && (digitAfter ? month.test(word) : standsByNumber.test(word))) {
            add(Token.Kind.NUMBER, text.slice(start, digitsEnd), -1, start, digitsEnd);
            add(Token.Kind.WORD, vocabulary.word(word), word, digitsEnd, letters);
            at = letters;
        } else {
            mixed(start, start);
        }
    }

    private boolean groups(int i) {
        char c = chars[i];
        if (i + 1 >= length || !isDigit(chars[i + 1])) {
            return false;
        }
        return c == '.' || c == ',' || c == '\'' && i + 3 < length && isDigit(chars[i + 3]);
    }

    private boolean isOrdinal() {
        return key[0] == 's' && key[1] == 't'
                || key[0] == 'n' && key[1] == 'd'
                || key[0] == 'r' && key[1] == 'd'
                || key[0] == 't' && key[1] == 'h';
    }

    private void word() {
        int start = at;
        if (abbreviation(start)) {
            return;
        }
        while (at < length && isLetter(at)) {
            at++;
        }
        if (at < length && chars[at] == '$' && at - start <= 3) {
            at++;
            word(start, at);
            return;
        }
        if (at < length && isDigit(chars[at])) {
            int size = fold(start, at);
            int word = size < 0 ? -1 : vocabulary.find(key, size);
            if (word >= 0 && money.test(word)) {
                add(Token.Kind.WORD, vocabulary.word(word), word, start, at);
                return;
            }
            mixed(start, at);
            return;
        }
        if (at + 1 < length && chars[at] == '\'' && isLetter(at + 1)) {
            apostrophe(start);
            return;
        }
        if (at + 1 < length && chars[at] == '&' && isLetter(at + 1)) {
            at++;
            while (at < length && isLetter(at)) {
                at++;
            }
        }
        plus();
        word(start, at);
    }

    /** "Disney+" is a word, "Netflix+Spotify" is two. */
    private void plus() {
        if (at < length
                && chars[at] == '+'
                && (at + 1 == length || !isLetter(at + 1) && !isDigit(chars[at + 1]))) {
            at++;
        }
    }

    /** "don't" is a word; "gym's" is one with a second after it, unless it is known whole. */
    private void apostrophe(int start) {
        int mark = at;
        int end = at + 1;
        while (end < length && isLetter(end)) {
            end++;
        }
        int size = fold(start, end);
        boolean known = size >= 0 && CONTRACTIONS.contains(new String(key, 0, size));
        if (end - mark == 2 && (chars[mark + 1] | 0x20) == 's' && !known) {
            word(start, mark);
            add(Token.Kind.WORD, "'s", vocabulary.find("'s"), mark, end);
            at = end;
            return;
        }
        at = end;
        word(start, end);
    }

    /** "p.m." is "pm": single letters, each with a dot. */
    private boolean abbreviation(int start) {
        int end = start;
        int size = 0;
        while (end < length
                && isLetter(end)
                && size < 6
                && (end + 1 < length && chars[end + 1] == '.')) {
            size++;
            end += 2;
        }
        if (size > 0
                && end < length
                && isLetter(end)
                && (end + 1 == length || !isLetter(end + 1) && !isDigit(chars[end + 1]))) {
            size++;
            end++;
        } else if (size > 0 && end < length && (isLetter(end) || isDigit(chars[end]))) {
            return false;
        }
        if (size < 2) {
            return false;
        }
        at = end;
        word(start, end);
        return true;
    }

    /** Letters and digits in one run: a name such as F45, or a code. */
    private void mixed(int start, int from) {
        at = from;
        int digits = 0;
        int masks = 0;
        while (at < length && (isLetter(at) || isDigit(chars[at]))) {
            digits += isDigit(chars[at]) ? 1 : 0;
            masks += chars[at] == 'X' || chars[at] == 'x' ? 1 : 0;
            at++;
        }
        for (int i = start; i < from; i++) {
            digits += isDigit(chars[i]) ? 1 : 0;
            masks += chars[i] == 'X' || chars[i] == 'x' ? 1 : 0;
        }
        if (digits >= 4 || masks >= 2) {
            add(Token.Kind.CODE, "#", -1, start, at);
            return;
        }
        plus();
        word(start, at);
    }

    private void word(int start, int end) {
        int size = fold(start, end);
        if (size < 0) {
            add(Token.Kind.CODE, "#", -1, start, end);
            return;
        }
        int word = vocabulary.find(key, size);
        var text = word >= 0 ? vocabulary.word(word) : new String(key, 0, size);
        add(Token.Kind.WORD, text, word, start, end);
    }

    /** Lower case without apostrophes and dots, into the key; its size, or -1 when too long. */
    private int fold(int start, int end) {
        if (end - start > LONGEST_KEY) {
            return -1;
        }
        int size = 0;
        for (int i = start; i < end; i++) {
            char c = chars[i];
            if (c != '\'' && c != '.') {
                key[size++] =
                        c < 0x80
                                ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c)
                                : Character.toLowerCase(c);
            }
        }
        return size;
    }

    private void sign(char c) {
        int size = Character.isHighSurrogate(c) && at + 1 < length ? 2 : 1;
        int type = Character.getType(size == 2 ? Character.toCodePoint(c, chars[at + 1]) : c);
        if (type == Character.CURRENCY_SYMBOL) {
            key[0] = c;
            int word = vocabulary.find(key, 1);
            add(Token.Kind.WORD, String.valueOf(c), word, at, at + 1);
        } else if (c < 0x80) {
            key[0] = c;
            add(Token.Kind.SIGN, SIGNS[c], vocabulary.find(key, 1), at, at + 1);
        } else {
            // an emoji or another picture parts words and says nothing
            add(Token.Kind.SIGN, "~", -1, at, at + size);
        }
        at += size;
    }

    private static final String[] SIGNS = new String[0x80];

    static {
        for (char c = 0; c < 0x80; c++) {
            SIGNS[c] = String.valueOf(c);
        }
    }

    private void add(Token.Kind kind, String key, int word, int start, int end) {
        tokens.add(new Token(kind, key, word, start, end, spaced));
        spaced = false;
    }
}
