package dev.sayso.help;

import java.util.List;
import java.util.Optional;

/**
 * Something the system knows about a person's matter, so that help need not ask. It is read at most
 * once a walk, on a virtual thread, and has two seconds; an exception counts as unknown.
 */
public interface Fact {
    /** Its name in the files of trees. */
    String name();

    /** All values it can have; empty for free text, which can only fill a placeholder. */
    List<String> values();

    /** The value just now, or empty when it is not known. */
    Optional<String> read(HelpCase help);
}
