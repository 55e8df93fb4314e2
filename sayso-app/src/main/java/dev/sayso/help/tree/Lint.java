package dev.sayso.help.tree;

import java.util.List;
import java.util.Optional;

/**
 * What a linter found.
 *
 * @param tree present when there is no error, so that a faulty tree cannot be published
 */
public record Lint(Optional<Tree> tree, List<Problem> problems) {
    public Lint {
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return tree.isEmpty();
    }
}
