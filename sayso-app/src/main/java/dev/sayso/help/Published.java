package dev.sayso.help;

import dev.sayso.help.tree.Guide;
import dev.sayso.help.tree.Linter;
import dev.sayso.help.tree.Tree;
import dev.sayso.help.tree.TreeFiles;
import dev.sayso.help.tree.Versions;
import dev.sayso.help.tree.Wordings;

/**
 * A tree that was published, ready to be walked.
 *
 * @param version names its structure, {@code revision} the texts it is shown with
 */
public record Published(
        Tree tree, Guide guide, Wordings wordings, String version, int revision, TreeFiles files) {
    /**
     * @param files of a tree that was found sound when it was published
     */
    static Published of(TreeFiles files, int revision) {
        return of(Linter.reread(files), files, revision);
    }

    static Published of(Tree tree, TreeFiles files, int revision) {
        return new Published(
                tree, new Guide(tree), new Wordings(tree), Versions.of(tree), revision, files);
    }
}
