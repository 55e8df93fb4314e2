package dev.sayso.help;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.help.SqlTrees.Key;
import dev.sayso.help.tree.Lint;
import dev.sayso.help.tree.Linter;
import dev.sayso.help.tree.Problem;
import dev.sayso.help.tree.TreeFiles;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Publishes trees while the server runs. Sessions stay with the version they began with; a faulty
 * tree never takes the place of the one that serves.
 */
@Component
public final class Publications implements SmartInitializingSingleton {
    private static final int MOST = 200;

    private final Trees trees;
    private final Offers offers;
    private final HelpReports reports;
    private final Writer writer;
    private final Readers readers;
    private final Clock clock;

    Publications(
            Trees trees,
            Offers offers,
            HelpReports reports,
            Writer writer,
            Readers readers,
            Clock clock) {
        this.trees = trees;
        this.offers = offers;
        this.reports = reports;
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * A line of the history.
     *
     * @param act {@code published}, {@code served} again, or {@code withdrawn}
     * @param by the name of the account; null: it came with the program
     */
    public record Entry(
            String tree,
            String version,
            int revision,
            String act,
            String at,
            @Nullable String by,
            boolean withdrawn) {}

    /** What became of an attempt to change what serves. */
    public sealed interface Outcome {
        /**
         * @param fresh false when nothing had to change for it
         */
        record Serves(
                String tree, String version, int revision, boolean fresh, List<Problem> warnings)
                implements Outcome {
            public Serves {
                warnings = List.copyOf(warnings);
            }
        }

        /** The tree has errors, and nothing changed. */
        record Faulty(List<Problem> problems) implements Outcome {
            public Faulty {
                problems = List.copyOf(problems);
            }
        }

        /** No such version is kept. */
        record Unknown() implements Outcome {}

        /** It cannot be done; the sentence says why and what to do. */
        record Impossible(String why) implements Outcome {}
    }

    /** Keeps the trees of the jar, so that sessions outlive an update of the program. */
    @Override
    public void afterSingletonsInstantiated() {
        for (var shipped : trees.shipped()) {
            writer.write(db -> publish(db, shipped, null));
        }
    }

    /** The history of a tree, newest first. */
    public List<Entry> history(String tree) {
        return readers.read(db -> SqlTrees.history(db, tree, MOST));
    }

    /** The names of all trees that are kept. */
    public List<String> names() {
        return readers.read(SqlTrees::trees);
    }

    /** Holds the files against all rules, and serves them to new sessions if they hold. */
    public Outcome publish(Account author, TreeFiles files) {
        var lint = lint(author, files);
        if (lint.tree().isEmpty()) {
            return new Outcome.Faulty(lint.problems());
        }
        var checked = Published.of(lint.tree().get(), files, 0);
        var outcome = written(author, checked, lint);
        if (outcome instanceof Outcome.Serves serves) {
            trees.keep(Published.of(checked.tree(), files, serves.revision()));
        }
        return outcome;
    }

    private Outcome written(Account author, Published checked, Lint lint) {
        return writer.write(
                db -> {
                    var version = SqlTrees.version(db, checked.version());
                    if (version.isPresent() && version.get().withdrawnAt() != null) {
                        return new Outcome.Impossible(
                                "version %s was withdrawn at %s and serves no more; change what was harmful in its structure"
                                        .formatted(checked.version(), version.get().withdrawnAt()));
                    }
                    var before = SqlTrees.serving(db, checked.tree().name());
                    var key = publish(db, checked, author.id());
                    return serves(
                            checked.tree().name(),
                            key,
                            !before.equals(Optional.of(key)),
                            lint.problems());
                });
    }

    private Lint lint(Account author, TreeFiles files) {
        var words = offers.vocabulary();
        var first = new Linter(words).lint(files);
        // the figures are of the tree that serves; those of a host's own tree are not kept by name
        return first.tree()
                .filter(tree -> tree.name().equals(ShippedHelp.SAYSO))
                .map(_ -> new Linter(words).lint(files, reports.picks(author)))
                .orElse(first);
    }

    private Key publish(JdbcClient db, Published tree, @Nullable AccountId author) {
        var name = tree.tree().name();
        var files = HelpJson.write(tree.files());
        var digest = digest(files);
        var kept = SqlTrees.revisionOf(db, tree.version(), digest);
        int revision = kept.orElseGet(() -> SqlTrees.add(db, name, tree.version(), digest, files));
        var key = new Key(tree.version(), revision);
        var isUpdate = author == null;
        if (isUpdate && !SqlTrees.isShippedServing(db, name)) {
            return key; // what an author published stays when the program is updated
        }
        if (!SqlTrees.serving(db, name).equals(Optional.of(key))
                && (!isUpdate || !isWithdrawn(db, tree.version()))) {
            SqlTrees.show(db, key);
            SqlTrees.append(db, name, key, "published", clock.instant(), author);
        }
        letGo(db);
        return key;
    }

    private static boolean isWithdrawn(JdbcClient db, String version) {
        return SqlTrees.version(db, version).filter(it -> it.withdrawnAt() != null).isPresent();
    }

    private void letGo(JdbcClient db) {
        var serving =
                SqlTrees.trees(db).stream()
                        .flatMap(name -> SqlTrees.serving(db, name).stream())
                        .map(Key::version)
                        .toList();
        SqlTrees.letGo(db, serving, clock.instant());
    }

    /**
     * Serves a version again that served before: the way back.
     *
     * @param revision which of its texts; null: those it is shown with
     */
    public Outcome serve(Account author, String version, @Nullable Integer revision) {
        return changed(
                version,
                (db, kept) -> {
                    if (kept.withdrawnAt() != null) {
                        return new Outcome.Impossible(
                                "version %s was withdrawn at %s; choose one that was not"
                                        .formatted(version, kept.withdrawnAt()));
                    }
                    var key = new Key(version, revision == null ? kept.revision() : revision);
                    if (!SqlTrees.has(db, key)) {
                        return new Outcome.Unknown();
                    }
                    var fresh = !SqlTrees.serving(db, kept.tree()).equals(Optional.of(key));
                    if (fresh) {
                        SqlTrees.show(db, key);
                        SqlTrees.append(
                                db, kept.tree(), key, "served", clock.instant(), author.id());
                    }
                    return serves(kept.tree(), key, fresh, List.of());
                });
    }

    /** Takes a harmful version out of use, also from the sessions that are pinned to it. */
    public Outcome withdraw(Account author, String version) {
        return changed(
                version,
                (db, kept) -> {
                    var next = SqlTrees.servingBeside(db, kept.tree(), version);
                    if (next.isEmpty()) {
                        return new Outcome.Impossible(
                                "version %s is the only one of \"%s\" that can serve; publish another first"
                                        .formatted(version, kept.tree()));
                    }
                    var fresh = kept.withdrawnAt() == null;
                    if (fresh) {
                        var now = clock.instant();
                        SqlTrees.withdraw(db, version, now);
                        SqlTrees.append(
                                db,
                                kept.tree(),
                                new Key(version, kept.revision()),
                                "withdrawn",
                                now,
                                author.id());
                    }
                    return serves(kept.tree(), next.get(), fresh, List.of());
                });
    }

    private static Outcome serves(String tree, Key key, boolean fresh, List<Problem> warnings) {
        return new Outcome.Serves(tree, key.version(), key.revision(), fresh, warnings);
    }

    private interface Change {
        Outcome in(JdbcClient db, SqlTrees.Version kept);
    }

    private Outcome changed(String version, Change change) {
        return writer.write(
                db ->
                        SqlTrees.version(db, version)
                                .map(kept -> change.in(db, kept))
                                .orElseGet(Outcome.Unknown::new));
    }

    private static String digest(String files) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(files.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
