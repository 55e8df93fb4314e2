package dev.sayso.help;

import dev.sayso.help.SqlTrees.Key;
import dev.sayso.help.tree.Linter;
import dev.sayso.help.tree.Node;
import dev.sayso.platform.sql.Readers;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trees that serve, and those that running sessions are pinned to. What serves is looked up
 * each time, so that all instances change over at once; what a version holds never changes and is
 * kept in memory.
 */
@Component
public final class Trees {
    private static final int KEPT = 32;

    private final Map<String, Published> shipped = new LinkedHashMap<>();
    private final Map<Key, Published> read =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Published> eldest) {
                    return size() > KEPT;
                }
            };
    private final Readers readers;

    Trees(Readers readers) {
        this.readers = readers;
        var linter = new Linter(ShippedHelp.vocabulary());
        ShippedHelp.NAMES.forEach(name -> shipped.put(name, shipped(linter, name)));
    }

    /** One with an error would stop the start. */
    private static Published shipped(Linter linter, String name) {
        var files = ShippedHelp.files(name);
        var lint = linter.lint(files);
        var tree =
                lint.tree()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the shipped tree has errors: " + lint.problems()));
        return Published.of(tree, files, 0);
    }

    /** Those in the jar, whether they serve or not. */
    List<Published> shipped() {
        return List.copyOf(shipped.values());
    }

    /** The tree of that name that serves now. */
    public Optional<Published> find(String name) {
        return readers.read(db -> SqlTrees.serving(db, name))
                .flatMap(key -> find(key.version(), key.revision()))
                .or(() -> Optional.ofNullable(shipped.get(name)));
    }

    /** The tree that helps with Sayso. */
    public Published sayso() {
        return find(ShippedHelp.SAYSO).orElseThrow();
    }

    /** The tree whose first question the context answers; else the one that helps with Sayso. */
    public Published forContext(Map<String, String> context) {
        return ShippedHelp.NAMES.stream()
                .map(name -> find(name).orElseThrow())
                .filter(
                        published ->
                                published.tree().node(published.tree().entries().start())
                                                instanceof Node.Ask ask
                                        && context.containsKey(ask.key()))
                .findFirst()
                .orElseGet(this::sayso);
    }

    /** A version with the texts it is shown with now; empty when it is kept no more. */
    public Optional<Published> version(String version) {
        var kept = readers.read(db -> SqlTrees.version(db, version));
        return find(version, kept.map(SqlTrees.Version::revision).orElse(null));
    }

    /**
     * @param revision null where only the jar can have it
     */
    Optional<Published> find(String version, @Nullable Integer revision) {
        if (revision == null) {
            return shipped.values().stream()
                    .filter(published -> published.version().equals(version))
                    .findFirst();
        }
        var key = new Key(version, revision);
        synchronized (read) {
            var known = read.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        var found =
                readers.read(db -> SqlTrees.files(db, key))
                        .map(files -> Published.of(files, revision));
        found.ifPresent(this::keep);
        return found;
    }

    /** Keeps in memory what was read or published. */
    void keep(Published published) {
        synchronized (read) {
            read.put(new Key(published.version(), published.revision()), published);
        }
    }
}
