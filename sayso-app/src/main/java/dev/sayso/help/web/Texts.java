package dev.sayso.help.web;

/** What people write. */
final class Texts {
    private Texts() {}

    static String within(String field, String text, int most) {
        if (text.isBlank() || text.length() > most) {
            throw new IllegalArgumentException(
                    "%s has %,d characters; give 1 to %,d".formatted(field, text.length(), most));
        }
        return text;
    }
}
