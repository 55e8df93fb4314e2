package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a whole context comes to.
 *
 * @param reason why, in the words of {@link End.Reason}; {@code answered} for a solution that
 *     nobody could confirm yet
 * @param path the nodes on the way, the last one included
 */
public record Evaluation(End.Status outcome, String node, String reason, List<String> path) {
    public Evaluation {
        path = List.copyOf(path);
    }

    /**
     * Walks the tree with everything that is known. An answer that is absent or unknown escalates;
     * an action whose result is absent or unknown failed.
     *
     * @param context answers, facts and results, by the key of their node
     */
    public static Evaluation of(Tree tree, Map<String, String> context) {
        var path = new ArrayList<String>();
        var reason = End.Reason.CHOSEN;
        var id = tree.entries().start();
        while (true) {
            path.add(id);
            switch (tree.node(id)) {
                case Node.Ask ask -> {
                    var option = option(tree, ask, context);
                    reason = option == null ? End.Reason.UNKNOWN_ANSWER : End.Reason.CHOSEN;
                    id = option == null ? tree.contact() : option.to();
                }
                case Node.Check check ->
                        id = check.is().getOrDefault(fact(check, context), check.unknown());
                case Node.Do act -> {
                    var result = context.getOrDefault(act.key(), "").toLowerCase(Locale.ROOT);
                    switch (result) {
                        case "true", "success" -> {
                            reason = End.Reason.CHOSEN;
                            id = act.success();
                        }
                        case "timeout" -> {
                            reason = End.Reason.ACTION_TIMEOUT;
                            id = act.timeout();
                        }
                        default -> {
                            reason = End.Reason.ACTION_FAILED;
                            id = act.failure();
                        }
                    }
                }
                case Node.Solution solution -> {
                    return new Evaluation(
                            End.Status.RESOLVED,
                            id,
                            solution.verified() ? End.Reason.VERIFIED.wire() : "answered",
                            path);
                }
                case Node.Person _ -> {
                    return new Evaluation(End.Status.ESCALATED, id, reason.wire(), path);
                }
            }
        }
    }

    private static Node.@Nullable Option option(
            Tree tree, Node.Ask ask, Map<String, String> context) {
        var given = context.get(ask.key());
        if (given != null) {
            return new Matcher(tree).option(ask, given).orElse(null);
        }
        if (ask.known() == null) {
            return null;
        }
        var known = ask.known().is().get(context.getOrDefault(ask.known().fact(), ""));
        return ask.options().stream()
                .filter(option -> option.id().equals(known))
                .findFirst()
                .orElse(null);
    }

    private static String fact(Node.Check check, Map<String, String> context) {
        return context.getOrDefault(check.key(), context.getOrDefault(check.fact(), ""));
    }
}
