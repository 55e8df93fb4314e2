package dev.sayso.help;

import dev.sayso.help.tree.Guide;
import dev.sayso.help.tree.Linter;
import dev.sayso.help.tree.Node;
import dev.sayso.help.tree.Tree;
import dev.sayso.help.tree.Versions;
import dev.sayso.help.tree.Wordings;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The trees that serve: those in the jar. One with an error would stop the start. */
@Component
public final class Trees {
    private final Map<String, Published> serving;

    Trees() {
        var linter = new Linter(ShippedHelp.vocabulary());
        serving =
                List.of(ShippedHelp.SAYSO, ShippedHelp.FOUNDING).stream()
                        .collect(Collectors.toMap(name -> name, name -> published(linter, name)));
    }

    /** A tree that serves, ready to be walked. */
    public record Published(Tree tree, Guide guide, Wordings wordings, String version) {}

    private static Published published(Linter linter, String name) {
        var lint = linter.lint(ShippedHelp.files(name));
        var tree =
                lint.tree()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the shipped tree has errors: " + lint.problems()));
        return new Published(tree, new Guide(tree), new Wordings(tree), Versions.of(tree));
    }

    public Optional<Published> find(String name) {
        return Optional.ofNullable(serving.get(name));
    }

    /** The tree whose first question the context answers; else the one that helps with Sayso. */
    public Published forContext(Map<String, String> context) {
        return serving.values().stream()
                .filter(
                        published ->
                                published.tree().node(published.tree().entries().start())
                                                instanceof Node.Ask ask
                                        && context.containsKey(ask.key()))
                .findFirst()
                .orElseGet(() -> find(ShippedHelp.SAYSO).orElseThrow());
    }

    /** The tree in that version, or empty when it serves no more. */
    Optional<Published> find(String name, String version) {
        return find(name).filter(published -> published.version().equals(version));
    }
}
