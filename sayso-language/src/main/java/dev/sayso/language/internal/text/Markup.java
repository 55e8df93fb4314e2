package dev.sayso.language.internal.text;

import java.util.Map;

/** Tags and character references of HTML, which come with shared pages and e-mails. */
final class Markup {
    private static final int LONGEST_TAG = 200;
    private static final Map<String, Character> NAMED =
            Map.of(
                    "amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'', "nbsp", ' ',
                    "pound", '£', "euro", '€', "yen", '¥', "cent", '¢');

    private Markup() {}

    /** Reads what begins with {@code <} or {@code &}; answers where to go on. */
    static int read(Plain plain, String text, int at) {
        int end = text.charAt(at) == '<' ? tag(plain, text, at) : reference(plain, text, at);
        if (end > at) {
            return end;
        }
        plain.put(text.charAt(at), at, at + 1);
        return at + 1;
    }

    private static int tag(Plain plain, String text, int at) {
        if (at + 2 >= text.length()) {
            return at;
        }
        char next = text.charAt(at + 1);
        if (next != '/' && next != '!' && !Character.isLetter(next)) {
            return at;
        }
        int limit = Math.min(text.length(), at + LONGEST_TAG);
        int close = at + 1;
        while (close < limit && text.charAt(close) != '>' && text.charAt(close) != '<') {
            close++;
        }
        if (close >= limit || text.charAt(close) != '>') {
            return at;
        }
        int end = close + 1;
        for (var name : new String[] {"script", "style"}) {
            if (text.regionMatches(true, at + 1, name, 0, name.length())) {
                int stop = text.indexOf("</", end);
                int stopEnd = stop < 0 ? -1 : text.indexOf('>', stop);
                end = stopEnd < 0 ? text.length() : stopEnd + 1;
            }
        }
        plain.put('\n', at, end);
        return end;
    }

    private static int reference(Plain plain, String text, int at) {
        int limit = Math.min(text.length(), at + 10);
        int end = at + 1;
        while (end < limit && text.charAt(end) != ';') {
            end++;
        }
        if (end >= limit) {
            return at;
        }
        var name = text.substring(at + 1, end);
        var named = NAMED.get(name);
        if (named != null) {
            plain.put(named, at, end + 1);
            return end + 1;
        }
        if (name.length() < 2 || name.charAt(0) != '#') {
            return at;
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = 0;
        for (int i = hex ? 2 : 1; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                return at;
            }
            code = code * (hex ? 16 : 10) + digit;
        }
        if (code < ' ' || code > 0xffff || Character.isSurrogate((char) code)) {
            return at;
        }
        char twin = Twins.plain(code);
        plain.put(twin != 0 && !Character.isLetter(twin) ? twin : (char) code, at, end + 1);
        return end + 1;
    }
}
