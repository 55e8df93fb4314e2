package dev.sayso.help;

import dev.sayso.help.tree.End;
import dev.sayso.help.tree.Passed;
import dev.sayso.platform.time.Moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What happened in a session, to be read by a person elsewhere. It has the questions, the choices
 * and what the system did; nothing that anybody wrote or named, no amount and no account.
 */
final class SessionReport {
    private final Running running;

    SessionReport(Running running) {
        this.running = running;
    }

    String text() {
        var session = running.session();
        var lines = new ArrayList<String>();
        lines.add("Sayso help, " + Moments.text(session.startedAt()));
        lines.add(
                "%s, version %s, texts %d, %s"
                        .formatted(
                                session.tree(),
                                session.version().substring(0, 12),
                                running.published().revision(),
                                session.locale().toLanguageTag()));
        lines.add("");
        for (var passed : session.state().trail()) {
            lines.addAll(lines(passed));
        }
        var end = session.state().end();
        lines.add(end == null ? open() : end(end));
        return String.join("\n", lines) + "\n";
    }

    private List<String> lines(Passed passed) {
        return switch (passed) {
            case Passed.Answered(var node, var option) ->
                    List.of(
                            "? " + text(node) + " [" + node + "]",
                            "  " + text(node + "/" + option) + " [" + option + "]");
            case Passed.Skipped(var node, var option, var fact) ->
                    List.of(
                            "? " + text(node) + " [" + node + "]",
                            "  not asked: " + option + ", by " + fact);
            case Passed.Checked(var node, var fact, var value) ->
                    List.of(
                            "= %s is %s [%s]"
                                    .formatted(fact, value.isEmpty() ? "not known" : value, node));
            case Passed.Acted(var node, var action, var result) ->
                    List.of(
                            "! %s: %s [%s]"
                                    .formatted(
                                            action, result.name().toLowerCase(Locale.ROOT), node));
            case Passed.Declined(var node) -> List.of("! declined [" + node + "]");
            case Passed.NotSolved(var node) ->
                    List.of("> " + text(node) + " [" + node + "]", "  did not solve it");
        };
    }

    private String open() {
        return "Still open at " + running.session().state().node();
    }

    private static String end(End end) {
        return "Ended at %s: %s, %s"
                .formatted(end.node(), end.status().wire(), end.reason().wire());
    }

    /** Without values: placeholders may hold what a person wrote. */
    private String text(String key) {
        return running.published().wordings().of(key, running.session().locale(), Map.of()).text();
    }
}
