package dev.sayso.help.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers all problems of a tree's files, at most {@value #MOST}, so that one run tells all. */
final class Problems {
    static final int MOST = 1_000;

    private final List<Problem> found = new ArrayList<>();
    private int dropped;

    void error(String rule, Place at, String message) {
        add(new Problem(rule, Problem.Level.ERROR, at.file(), at.line(), message));
    }

    void warn(String rule, Place at, String message) {
        add(new Problem(rule, Problem.Level.WARNING, at.file(), at.line(), message));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    boolean has(String rule) {
        return found.stream().anyMatch(problem -> problem.rule().equals(rule));
    }

    /** In the order of the files and lines, each problem once. */
    List<Problem> all() {
        var sorted =
                new ArrayList<>(
                        found.stream()
                                .distinct()
                                .sorted(
                                        Comparator.comparing(Problem::file)
                                                .thenComparing(Problem::line))
                                .toList());
        if (dropped > 0) {
            sorted.add(
                    new Problem(
                            "too-many",
                            Problem.Level.ERROR,
                            sorted.getLast().file(),
                            sorted.getLast().line(),
                            "%d more problems are not shown. Mend these first."
                                    .formatted(dropped)));
        }
        return List.copyOf(sorted);
    }

    private void add(Problem problem) {
        // an error must never be lost behind a thousand warnings
        if (found.size() >= MOST) {
            dropped++;
            if (!problem.isError() || hasErrors()) {
                return;
            }
        }
        found.add(problem);
    }
}
