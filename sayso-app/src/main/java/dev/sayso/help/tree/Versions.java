package dev.sayso.help.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names what a tree is made of. The structure is ids, targets, facts and actions, without texts: a
 * corrected word is no new version.
 */
public final class Versions {
    private Versions() {}

    /** SHA-256 of the tree's structure, as 64 hexadecimal digits. */
    public static String of(Tree tree) {
        var nodes = tree.nodes().values().stream().map(Versions::structure).sorted().toList();
        return hash(
                "tree %s\ncontact %s\ndefault %s\nscreens %s\ntopics %s\nfacts %s\n%s"
                        .formatted(
                                tree.name(),
                                tree.contact(),
                                tree.entries().start(),
                                new TreeMap<>(tree.entries().screens()),
                                new TreeMap<>(tree.entries().topics()),
                                new TreeMap<>(tree.facts()),
                                String.join("\n", nodes)));
    }

    /** The same of one node: figures of two versions are joined where it is equal. */
    public static String of(Node node) {
        return hash(structure(node));
    }

    private static String structure(Node node) {
        var head =
                switch (node) {
                    case Node.Ask ask -> "ask %s %s".formatted(ask.key(), ask.known());
                    case Node.Check check -> "check %s %s".formatted(check.key(), check.fact());
                    case Node.Do act ->
                            "do %s %s %s".formatted(act.key(), act.action(), act.confirm() != null);
                    case Node.Solution solution -> "resolved " + solution.verified();
                    case Node.Person person ->
                            "escalate %s %s".formatted(person.queue(), person.urgent());
                };
        return node.edges().stream()
                .map(edge -> edge.kind() + " " + edge.name() + " " + edge.to())
                .collect(Collectors.joining("; ", node.id() + " " + head + ": ", ""));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
