package dev.sayso.language.internal.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text made plain: NFKC, ASCII digits, straight quotes and dashes, no invisible characters, no
 * mark-up; with the place that every character had in the original, in UTF-16 units.
 */
public final class Plain {
    private final String original;
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    private Plain(String original) {
        this.original = original;
        this.chars = new char[original.length() + 8];
        this.starts = new int[chars.length];
        this.ends = new int[chars.length];
    }

    public static Plain of(String original) {
        var plain = new Plain(original);
        plain.read();
        return plain;
    }

    public int length() {
        return length;
    }

    public char charAt(int at) {
        return chars[at];
    }

    char[] chars() {
        return chars;
    }

    /** Where in the original the character began. */
    public int startOf(int at) {
        return starts[at];
    }

    /** Where in the original the character before {@code at} ended. */
    public int endOf(int at) {
        return ends[at - 1];
    }

    public String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    public String original() {
        return original;
    }

    private void read() {
        int n = original.length();
        int i = 0;
        while (i < n) {
            char c = original.charAt(i);
            if (c == '<' || c == '&') {
                i = Markup.read(this, original, i);
            } else if (c < 0x80) {
                put(
                        c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f ? ' ' : c,
                        i,
                        i + 1);
                i++;
            } else {
                i = other(i);
            }
        }
    }

    /** Anything beyond ASCII: a character with the marks that follow it. */
    private int other(int i) {
        int code = original.codePointAt(i);
        int size = Character.charCount(code);
        if (isInvisible(code)) {
            return i + size;
        }
        int digit = Character.isDigit(code) ? Character.digit(code, 10) : -1;
        if (digit >= 0) {
            put((char) ('0' + digit), i, i + size);
            return i + size;
        }
        char twin = Twins.plain(code);
        if (twin != 0 && (Character.isLetter(twin) ? besideLatin(i, size) : true)) {
            put(twin, i, i + size);
            return i + size;
        }
        int end = i + size;
        int marks = 0;
        while (end < original.length() && marks++ < 8 && isMark(original.codePointAt(end))) {
            end += Character.charCount(original.codePointAt(end));
        }
        if (size == 1 && Character.isSurrogate((char) code)) {
            put(' ', i, end);
            return end;
        }
        var normal = Normalizer.normalize(original.substring(i, end), Normalizer.Form.NFKC);
        for (int k = 0; k < normal.length(); k++) {
            char c = normal.charAt(k);
            put(c == 0x2044 ? '/' : c, i, end);
        }
        return end;
    }

    private boolean besideLatin(int i, int size) {
        boolean before = length > 0 && isLatin(chars[length - 1]);
        boolean after = i + size < original.length() && isLatin(original.charAt(i + size));
        return before || after;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isMark(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isInvisible(int code) {
        return Character.getType(code) == Character.FORMAT
                || code >= 0xfe00 && code <= 0xfe0f
                || code == 0x2122
                || code == 0xae
                || code == 0xa9;
    }

    void put(char c, int start, int end) {
        if (length == chars.length) {
            int size = length * 2;
            chars = Arrays.copyOf(chars, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length++] = end;
    }
}
