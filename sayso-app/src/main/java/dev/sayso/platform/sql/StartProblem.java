package dev.sayso.platform.sql;

/**
 * Sayso cannot start. The text is the one sentence that a person reads: what is wrong and what to
 * do.
 */
public final class StartProblem extends RuntimeException {
    public StartProblem(String sentence) {
        super(sentence);
    }

    public StartProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
