package dev.sayso.help;

import dev.sayso.help.tree.Need;

/**
 * A session with the tree it walks.
 *
 * @param withdrawn the tree was found harmful meanwhile
 */
record Running(HelpSession session, Published published, boolean withdrawn) {
    Running at(HelpSession next) {
        return new Running(next, published, withdrawn);
    }

    Need need() {
        return published.guide().need(session.state());
    }

    /** Whether the person has to begin again before anything else. */
    boolean isStopped() {
        return withdrawn && session.state().isOpen();
    }
}
