package dev.sayso.help.tree;

import java.util.Locale;

/**
 * What is wrong in a tree's files, in words its author can act on. Its rule names the check, such
 * as {@code dangling}; the text never has more than {@value #LONGEST} characters, whatever the file
 * holds.
 */
public record Problem(String rule, Level level, String file, int line, String message) {
    static final int LONGEST = 500;

    /** An error refuses publishing, a warning is told. */
    public enum Level {
        ERROR,
        WARNING;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Problem {
        message = Words.cut(message, LONGEST);
    }

    public boolean isError() {
        return level == Level.ERROR;
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + level.wire() + " " + rule + ": " + message;
    }
}
