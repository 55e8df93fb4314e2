package dev.sayso.help.tree;

/** What a walk waits for. */
public sealed interface Need {
    /** A question to the person. */
    record Answer(Node.Ask ask) implements Need {}

    /** Whether the person wants the action. */
    record Confirmation(Node.Do act) implements Need {}

    /** Whether the answer helped. */
    record Verdict(Node.Solution solution) implements Need {}

    /** A fact to read, for which the person is not asked. */
    record Fact(String name) implements Need {}

    /** An action to run, once for the session and node. */
    record Run(Node.Do act) implements Need {}

    /** Nothing more: the walk has ended. */
    record Nothing(End end) implements Need {}
}
