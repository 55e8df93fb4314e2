package dev.sayso.language.internal.words;

/**
 * A meaning of a phrase.
 *
 * @param value what the word file gives after the sign of equality, read for the tag
 * @param size how many words the phrase has
 */
public record Entry(Tag tag, Object value, int size) {
    public String text() {
        return (String) value;
    }
}
