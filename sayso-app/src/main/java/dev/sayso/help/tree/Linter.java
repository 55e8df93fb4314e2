package dev.sayso.help.tree;

import java.util.Optional;
import java.util.Random;

/** Reads a tree and holds it against all rules of the format in one run. */
public final class Linter {
    // the same walks each time: an author must be able to repeat what failed
    private static final long SEED = 20_260_101;

    private final Vocabulary vocabulary;

    public Linter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public Lint lint(TreeFiles files) {
        return lint(files, Picks.NONE);
    }

    public Lint lint(TreeFiles files, Picks picks) {
        var problems = new Problems();
        var read = TreeReader.read(files, problems);
        if (read == null) {
            return new Lint(Optional.empty(), problems.all());
        }
        var words = files.host() == null ? vocabulary : vocabulary.and(files.host(), problems);
        new GraphRules(read, problems).check();
        new ServiceRules(read, words, problems).check();
        new TextRules(read, words, problems).check();
        picks.check(read.tree(), read.places(), problems);
        walks(files, read, problems);
        return new Lint(
                problems.hasErrors() ? Optional.empty() : Optional.of(read.tree()), problems.all());
    }

    /**
     * Reads a tree that was found sound before, whatever this version of the program knows.
     *
     * @throws IllegalStateException when it cannot be read at all
     */
    public static Tree reread(TreeFiles files) {
        var problems = new Problems();
        var read = TreeReader.read(files, problems);
        if (read == null || problems.hasErrors()) {
            throw new IllegalStateException(
                    "a tree that was published cannot be read any more: " + problems.all());
        }
        return read.tree();
    }

    private static void walks(TreeFiles files, TreeReader.Read read, Problems problems) {
        var sound = !problems.hasErrors();
        if (files.walks() == null) {
            problems.warn(
                    "untested",
                    new Place(files.main().name(), 1),
                    "No walk tests this tree: write walks.yaml beside %s."
                            .formatted(files.main().name()));
        } else {
            var walks = AuthorWalk.read(files.walks(), problems);
            if (sound) {
                new WalkRunner(new Guide(read.tree()), read.places(), problems).run(walks);
            }
        }
        if (sound) {
            new RandomWalks(new Guide(read.tree()), new Random(SEED))
                    .endless()
                    .ifPresent(
                            nodes ->
                                    problems.error(
                                            "walk",
                                            new Place(files.main().name(), 1),
                                            "A random walk did not end: %s > …. Look for questions that lead to each other."
                                                    .formatted(
                                                            String.join(
                                                                    " > ", nodes.subList(0, 10)))));
        }
    }
}
