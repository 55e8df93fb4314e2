package dev.sayso.language;

/**
 * Understands messages. Thread-safe; never throws for any text; does no I/O and reads no clock; its
 * work is linear in the length of the text.
 */
public interface Parser {
    /** The parser over the built-in words and the catalogue; made once and shared. */
    static Parser standard() {
        return Standard.PARSER;
    }

    Outcome parse(Message message);
}
