package dev.sayso.help.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Trees and vocabularies for the tests of this package. */
final class Given {
    static final Vocabulary SAMPLE =
            new Vocabulary(
                    Map.of(
                            "last_add_error",
                                    List.of("missing_price", "missing_cycle", "duplicate_name"),
                            "last_payment", List.of("paid", "failed"),
                            "renewal_alert", List.of("enabled", "disabled"),
                            "push_allowed", List.of("granted", "denied"),
                            "sync_state", List.of("up_to_date", "behind", "broken"),
                            "date_came_from", List.of("typed", "message", "guessed")),
                    Map.of(
                            "capture.save_again", true,
                            "payment.look_again", false,
                            "reminder.enable", true,
                            "notification.send_test", false,
                            "dashboard.rebuild", true),
                    Set.of(
                            "add_subscription",
                            "subscription_detail",
                            "payments",
                            "notifications",
                            "dashboard"),
                    Set.of(
                            "cannot_add",
                            "cycle_confusion",
                            "payment_failed",
                            "alert_missing",
                            "dashboard_stale",
                            "wrong_billing_date"),
                    Set.of("subscription", "amount", "draft"));

    static final Vocabulary FOUNDING =
            new Vocabulary(Map.of(), Map.of(), Set.of(), Set.of(), Set.of());

    private Given() {}

    static TreeFiles files(String folder) {
        try {
            var url = Objects.requireNonNull(Given.class.getResource("/help/" + folder));
            return TreeFolder.read(Path.of(url.toURI()).resolve("tree.yaml"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Tree sample() {
        return new Linter(SAMPLE).lint(files("sample")).tree().orElseThrow();
    }

    static Tree founding() {
        return new Linter(FOUNDING).lint(files("founding")).tree().orElseThrow();
    }

    /** A small tree that is right, in which a test changes one thing. */
    static String small() {
        return """
        tree: small
        format: 1
        locale: en-IN
        contact: contact
        entries: {default: q, screens: {payments: q}}
        facts: {sync_state: [good, bad]}
        nodes:
          q:
            ask: "What is it?"
            options:
              - {id: a, label: "This", to: look}
              - {id: b, label: "That", to: try}
          look: {check: sync_state, is: {good: told, bad: try}, unknown: told}
          try: {do: look_again, success: done, failure: told, timeout: contact}
          done: {say: "Done.", end: resolved, verified: true}
          told: {say: "Wait a little.", end: resolved, if_not: contact}
          contact: {say: "A person will answer you.", end: escalate, queue: support}
        """;
    }

    static final Vocabulary SMALL =
            new Vocabulary(
                    Map.of("sync_state", List.of("good", "bad")),
                    Map.of("look_again", false, "save_again", true),
                    Set.of("payments"),
                    Set.of(),
                    Set.of("subscription"));

    /** The problems of the small tree in which one text was replaced by another. */
    static List<Problem> problemsOf(String text, String by) {
        if (!small().contains(text)) {
            throw new IllegalArgumentException("the small tree has no \"" + text + "\"");
        }
        return problemsOf(small().replace(text, by));
    }

    static List<Problem> problemsOf(String tree) {
        return new Linter(SMALL)
                .lint(TreeFiles.of(new Source("tree.yaml", tree))).problems().stream()
                        .filter(problem -> !problem.rule().equals("untested"))
                        .toList();
    }
}
