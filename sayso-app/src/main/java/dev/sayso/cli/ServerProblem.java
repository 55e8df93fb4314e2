package dev.sayso.cli;

/** The server is not there, or did not do what was asked; the text is for the person. */
final class ServerProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerProblem(String sentence) {
        super(sentence);
    }
}
