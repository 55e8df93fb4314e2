package dev.sayso.help.tree;

/** One node that a walk has left, and by which way. */
public sealed interface Passed {
    String node();

    record Answered(String node, String option) implements Passed {}

    /** A question that a fact answered. */
    record Skipped(String node, String option, String fact) implements Passed {}

    /**
     * @param value empty when the fact is unknown
     */
    record Checked(String node, String fact, String value) implements Passed {}

    record Acted(String node, String action, Act.Result result) implements Passed {}

    record Declined(String node) implements Passed {}

    record NotSolved(String node) implements Passed {}
}
