package dev.sayso.language.internal.name;

import dev.sayso.language.internal.span.Board;

import java.util.Locale;

/** How a name is shown back: as it was written, with a capital, and not shouted. */
public final class Shown {
    private static final int LONGEST = 100;
    private static final int SHORT = 4;

    private Shown() {}

    public static String asWritten(Board board, int from, int to) {
        var written = new StringBuilder();
        boolean space = false;
        var raw = board.written(from, to);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                space = written.length() > 0;
            } else if (!Character.isSurrogate(c) || isPair(raw, i)) {
                if (space) {
                    written.append(' ');
                    space = false;
                }
                written.append(c);
            }
        }
        var name =
                written.length() > LONGEST
                        ? written.substring(0, cut(written))
                        : written.toString();
        return title(name.strip());
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static int cut(CharSequence text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    static String title(String name) {
        if (name.isEmpty()) {
            return name;
        }
        boolean anyLower = false;
        boolean anyUpper = false;
        for (int i = 0; i < name.length(); i++) {
            anyLower |= Character.isLowerCase(name.charAt(i));
            anyUpper |= Character.isUpperCase(name.charAt(i));
        }
        if (anyLower) {
            int first = name.codePointAt(0);
            return anyUpper
                    ? name
                    : new StringBuilder()
                            .appendCodePoint(Character.toUpperCase(first))
                            .append(name.substring(Character.charCount(first)))
                            .toString();
        }
        if (name.length() <= SHORT || !anyUpper) {
            return name;
        }
        var calm = new StringBuilder(name.length());
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            calm.append(start ? c : Character.toLowerCase(c));
            start = !Character.isLetterOrDigit(c) && c != '\'';
        }
        return calm.toString().strip().isEmpty() ? name.toLowerCase(Locale.ROOT) : calm.toString();
    }
}
