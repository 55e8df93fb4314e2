package dev.sayso.language;

/** Where the value of a field comes from. */
public sealed interface Origin {
    /**
     * Read in the text, from {@code start} to before {@code end}, in UTF-16 units of the message as
     * it came.
     */
    record Said(int start, int end) implements Origin {
        public Said {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException(
                        "no such place in a text: " + start + " to " + end);
            }
        }
    }

    /** Supplied by a named rule, for example {@code default_currency}. */
    record Implied(String rule) implements Origin {}
}
