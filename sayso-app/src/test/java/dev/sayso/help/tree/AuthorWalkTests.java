package dev.sayso.help.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class AuthorWalkTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{walk: w, answers: [b], actions: {look_again: timeout}, ends: {resolved: done}}"
                        + "| walk \"w\" ended at contact (action_timeout), expected done.",
                "{walk: w, answers: [a, \"no\"], ends: {escalated: contact, reason: chosen}}"
                        + "| walk \"w\" ended at contact (not_solved), expected contact (chosen).",
                "{walk: w, answers: [b], ends: {resolved: done}}| walk \"w\" stopped at try, which"
                    + " waits for the result of look_again: give actions: {look_again: success},"
                    + " failure or timeout; expected done.",
                "{walk: w, answers: [], ends: {resolved: done}}"
                        + "| walk \"w\" stopped at q, which waits for an answer; expected done.",
                "{walk: w, answers: [a], ends: {resolved: told}}"
                        + "| walk \"w\" stopped at told, which waits for yes or no; expected told.",
                "{walk: w, answers: [a, \"yes\", more], ends: {resolved: told}}"
                        + "| walk \"w\" gives 3 answers, but only 2 were asked for.",
                "{walk: w, answers: [a, \"yes\"], asked: [], ends: {resolved: told}}"
                        + "| walk \"w\" asked [q], expected [].",
                "{walk: w, answers: [a]}| walk \"w\" does not say how it ends. Write ends:"
                        + " {resolved: node} or ends: {escalated: node, reason: …}.",
                "{walk: w, answers: [a, no], ends: {escalated: contact}}"
                        + "| Line 1: the id no is read as false by YAML. Write \"no\" with quotes.",
            })
    void tellsAWalkThatGoesAnotherWay(String walk, String message) {
        assertThat(problems("- " + walk))
                .filteredOn(Problem::isError)
                .extracting(Problem::message)
                .containsExactly(message);
    }

    @Test
    void tellsTheWaysThatNoWalkTakes() {
        var problems =
                problems(
                        """
                        - {walk: this, facts: {sync_state: good}, answers: [a, "yes"], ends: {resolved: told}}
                        - {walk: that, answers: [that], actions: {look_again: success}, ends: {resolved: done, reason: verified}}
                        """);

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly(
                        "tree.yaml:13: warning untested: No walk takes \"look\" -> bad.",
                        "tree.yaml:13: warning untested: No walk takes \"look\" -> unknown.",
                        "tree.yaml:14: warning untested: No walk takes \"try\" -> failure.",
                        "tree.yaml:14: warning untested: No walk takes \"try\" -> timeout.",
                        "tree.yaml:16: warning untested: No walk takes \"told\" -> if_not.");
    }

    @Test
    void runsTheWalksOfTheSample() {
        assertThat(new Linter(Given.SAMPLE).lint(Given.files("sample")).problems())
                .extracting(Problem::message)
                .doesNotContain("No walk takes \"pay.look\" -> failure.")
                .contains("No walk takes \"pay.look\" -> timeout.");
    }

    private static List<Problem> problems(String walks) {
        return new Linter(Given.SMALL)
                .lint(
                        new TreeFiles(
                                new Source("tree.yaml", Given.small()),
                                List.of(),
                                Map.of(),
                                new Source("walks.yaml", walks),
                                null))
                .problems();
    }
}
