package dev.sayso.help.figures;

import dev.sayso.help.tree.Tree;
import dev.sayso.help.tree.Versions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Under which name a node of some version stands in a report. Figures of two versions are joined
 * only where the node's own structure is equal; a node that differs stands apart, as {@code
 * pay.what@3f9c21ab}, by the version it is of.
 */
public interface NodeNames {
    /** All versions as one: for logs of one version. */
    NodeNames AS_THEY_ARE = (_, node) -> node;

    String of(String version, String node);

    /**
     * @param current the version whose nodes keep their names
     * @param trees the trees of other versions, as far as they are kept
     */
    static NodeNames joining(String current, Tree tree, Function<String, Optional<Tree>> trees) {
        Map<String, Optional<Tree>> others = new HashMap<>();
        return (version, node) -> {
            if (version.equals(current)) {
                return node;
            }
            var other = others.computeIfAbsent(version, trees).map(Tree::nodes);
            var now = tree.nodes().get(node);
            var then = other.map(nodes -> nodes.get(node)).orElse(null);
            return now != null && then != null && Versions.of(now).equals(Versions.of(then))
                    ? node
                    : node + "@" + version.substring(0, Math.min(8, version.length()));
        };
    }
}
