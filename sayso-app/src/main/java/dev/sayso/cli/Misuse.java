package dev.sayso.cli;

/** A command line that cannot be read; the text is for the person, and the exit code is 2. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String sentence) {
        super(sentence);
    }
}
