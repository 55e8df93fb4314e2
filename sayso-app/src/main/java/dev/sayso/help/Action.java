package dev.sayso.help;

/** Something that help can do for a person. An exception counts as a failure. */
public interface Action {
    /** Its name in the files of trees. */
    String name();

    /** Whether it spends money or changes data, so that a tree has to ask before. */
    boolean isRisky();

    /**
     * Does it.
     *
     * @param key the same for each attempt of one session and node: a second run under it must
     *     change nothing
     * @return whether it succeeded
     */
    boolean run(HelpCase help, String key);
}
