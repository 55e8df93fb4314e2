package dev.sayso.language.internal.text;

/**
 * A word, number or sign, with its place in the plain text.
 *
 * @param key lower case, without apostrophes and dots of abbreviations
 * @param word its number in the vocabulary, or -1
 * @param spaced whether white space or the beginning stands before it
 */
public record Token(Kind kind, String key, int word, int start, int end, boolean spaced) {
    /** What a token is made of. */
    public enum Kind {
        WORD,
        NUMBER,
        /** A number with the ending of an ordinal: 5th. */
        ORDINAL,
        SIGN,
        BREAK,
        /** A web or payment address, a masked or mixed number: never a name, never an amount. */
        CODE
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean is(char sign) {
        return kind == Kind.SIGN && key.charAt(0) == sign;
    }

    public int length() {
        return end - start;
    }
}
