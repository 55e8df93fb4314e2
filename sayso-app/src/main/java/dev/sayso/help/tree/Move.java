package dev.sayso.help.tree;

import java.util.Locale;

/** What became of an act. */
public sealed interface Move {
    record To(State state) implements Move {}

    record Refused(Why why) implements Move {}

    /** Why an act changes nothing. */
    enum Why {
        /** It names a node that is not the current one. */
        STALE,
        /** The walk has ended. */
        CLOSED,
        /** It does not fit where the walk stands. */
        BAD_REQUEST;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
