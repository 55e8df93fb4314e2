package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

/** What moves a walk: what a person did, or what the service found out for it. */
public sealed interface Act {
    /** A choice by its id; at an action or an answer the ids are {@code yes} and {@code no}. */
    record Choose(String node, String option) implements Act {}

    /** A choice in the person's own words. */
    record Say(String node, String text) implements Act {}

    record Solved(String node, boolean solved) implements Act {}

    /** The last answered question again. */
    record Back() implements Act {}

    record Restart() implements Act {}

    /** Asks a question after all that a fact had answered. */
    record Contest(String node) implements Act {}

    /** The person wants a person. */
    record Escalate() implements Act {}

    /** The version of the tree was withdrawn under the walk. */
    record Withdraw() implements Act {}

    /**
     * @param value null when it could not be read in time
     */
    record FactRead(String fact, @Nullable String value) implements Act {}

    record Ran(String node, Result result) implements Act {}

    /** How an action ended. */
    enum Result {
        SUCCESS,
        FAILURE,
        TIMEOUT
    }
}
