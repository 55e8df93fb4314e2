package dev.sayso.help.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.Map;

class FoundingTreeTests {
    @Test
    void hasNoProblemAndEveryWayIsTested() {
        assertThat(new Linter(Given.FOUNDING).lint(Given.files("founding")).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "issue_type=subscription subscription_problem=add add_issue_type=ui,"
                + " resolved, subscription.where, answered",
        "issue_type=subscription subscription_problem=add add_issue_type=error,"
                + " escalated, agent, chosen",
        "issue_type=subscription subscription_problem=manage manage_issue=edit,"
                + " resolved, subscription.edit, answered",
        "issue_type=subscription subscription_problem=manage manage_issue=delete,"
                + " escalated, agent, chosen",
        "issue_type=payment payment_problem=failed retry_success=true,"
                + " resolved, payment.paid, verified",
        "issue_type=payment payment_problem=failed retry_success=success,"
                + " resolved, payment.paid, verified",
        "issue_type=payment payment_problem=failed retry_success=false,"
                + " escalated, agent, action_failed",
        "issue_type=payment payment_problem=failed retry_success=timeout,"
                + " escalated, agent, action_timeout",
        "issue_type=payment payment_problem=failed, escalated, agent, action_failed",
        "issue_type=payment payment_problem=incorrect_charge, escalated, agent, chosen",
        "issue_type=payment payment_problem=lost, escalated, agent, unknown_answer",
        "issue_type=payment, escalated, agent, unknown_answer",
        "issue_type=subscription, escalated, agent, unknown_answer",
        "issue_type=weather, escalated, agent, unknown_answer",
        "nothing=known, escalated, agent, unknown_answer",
    })
    void comesToItsDocumentedResults(String context, String outcome, String node, String reason) {
        var result = Evaluation.of(Given.founding(), context(context));

        assertThat(result.outcome().wire()).isEqualTo(outcome);
        assertThat(result.node()).isEqualTo(node);
        assertThat(result.reason()).isEqualTo(reason);
    }

    @Test
    void tellsTheWayThatAnEvaluationTook() {
        var result =
                Evaluation.of(
                        Given.founding(),
                        context("issue_type=payment payment_problem=failed retry_success=false"));

        assertThat(result.path()).containsExactly("start", "payment", "payment.retry", "agent");
    }

    private static Map<String, String> context(String pairs) {
        var context = new HashMap<String, String>();
        for (var pair : pairs.split(" ")) {
            var parts = pair.split("=");
            context.put(parts[0], parts[1]);
        }
        return context;
    }
}
