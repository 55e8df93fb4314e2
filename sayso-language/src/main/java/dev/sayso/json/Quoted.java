package dev.sayso.json;

/** What came, as an error may show it: short, on one line, in quotes. */
final class Quoted {
    static final int MAX = 40;

    private Quoted() {}

    static String of(String text) {
        var shown = new StringBuilder("\"");
        int end = Math.min(text.length(), MAX);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean unfit = Character.isISOControl(c) || Character.isSurrogate(c);
            shown.append(unfit ? '\uFFFD' : c);
        }
        return shown.append(end < text.length() ? "…\"" : "\"").toString();
    }
}
