package dev.sayso.help;

import dev.sayso.account.AccountId;
import dev.sayso.help.tree.TreeFiles;
import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of trees: versions, their texts, and which served when. */
final class SqlTrees {
    /** How long a version stays after its last use, for those who read transcripts. */
    static final Duration KEPT = Duration.ofDays(90);

    private SqlTrees() {}

    /** What names the files of a tree. */
    record Key(String version, int revision) {}

    /** The last that was published or served again and was not withdrawn since. */
    static Optional<Key> serving(JdbcClient db, String tree) {
        return servingBeside(db, tree, "");
    }

    /** The same, were that version withdrawn. */
    static Optional<Key> servingBeside(JdbcClient db, String tree, String version) {
        return db.sql(
                        """
                        SELECT v.version, v.revision
                        FROM   help_publications p
                        JOIN   help_versions v ON v.version = p.version
                        WHERE  p.tree = :tree
                          AND  p.act <> 'withdrawn'
                          AND  v.withdrawn_at IS NULL
                          AND  v.version <> :beside
                        ORDER BY p.position DESC
                        LIMIT  1
                        """)
                .param("tree", tree)
                .param("beside", version)
                .query((row, _) -> new Key(row.getString("version"), row.getInt("revision")))
                .optional();
    }

    /** Whether what served last came with the program, or nothing ever served. */
    static boolean isShippedServing(JdbcClient db, String tree) {
        return db.sql(
                        """
                        SELECT account_id
                        FROM   help_publications
                        WHERE  tree = :tree
                          AND  act <> 'withdrawn'
                        ORDER BY position DESC
                        LIMIT  1
                        """)
                .param("tree", tree)
                .query((row, _) -> Optional.ofNullable(row.getString("account_id")))
                .optional()
                .flatMap(publisher -> publisher)
                .isEmpty();
    }

    /** Which texts the version is shown with, and when it was withdrawn. */
    record Version(String tree, int revision, @Nullable String withdrawnAt) {}

    static Optional<Version> version(JdbcClient db, String version) {
        return db.sql(
                        """
                        SELECT tree, revision, withdrawn_at
                        FROM   help_versions
                        WHERE  version = :version
                        """)
                .param("version", version)
                .query(
                        (row, _) ->
                                new Version(
                                        row.getString("tree"),
                                        row.getInt("revision"),
                                        row.getString("withdrawn_at")))
                .optional();
    }

    static Optional<TreeFiles> files(JdbcClient db, Key key) {
        return db.sql(
                        """
                        SELECT files
                        FROM   help_texts
                        WHERE  version = :version
                          AND  revision = :revision
                        """)
                .param("version", key.version())
                .param("revision", key.revision())
                .query((row, _) -> HelpJson.readFiles(row.getString("files")))
                .optional();
    }

    static boolean has(JdbcClient db, Key key) {
        return db.sql(
                                """
                                SELECT COUNT(*)
                                FROM   help_texts
                                WHERE  version = :version
                                  AND  revision = :revision
                                """)
                        .param("version", key.version())
                        .param("revision", key.revision())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The revision under which these very texts are kept already. */
    static Optional<Integer> revisionOf(JdbcClient db, String version, String digest) {
        return db.sql(
                        """
                        SELECT MAX(revision) AS revision
                        FROM   help_texts
                        WHERE  version = :version
                          AND  digest = :digest
                        HAVING MAX(revision) IS NOT NULL
                        """)
                .param("version", version)
                .param("digest", digest)
                .query((row, _) -> row.getInt("revision"))
                .optional();
    }

    /** Keeps the texts as the next revision of their version, which need not be there yet. */
    static int add(JdbcClient db, String tree, String version, String digest, String files) {
        db.sql(
                        """
                        INSERT INTO help_versions (version, tree, revision)
                        VALUES (:version, :tree, 0)
                        ON CONFLICT (version) DO NOTHING
                        """)
                .param("version", version)
                .param("tree", tree)
                .update();
        var revision =
                1
                        + db.sql(
                                        """
                                        SELECT COALESCE(MAX(revision), 0)
                                        FROM   help_texts
                                        WHERE  version = :version
                                        """)
                                .param("version", version)
                                .query(Integer.class)
                                .single();
        db.sql(
                        """
                        INSERT INTO help_texts (version, revision, digest, files)
                        VALUES (:version, :revision, :digest, :files)
                        """)
                .param("version", version)
                .param("revision", revision)
                .param("digest", digest)
                .param("files", files)
                .update();
        return revision;
    }

    static void show(JdbcClient db, Key key) {
        db.sql("UPDATE help_versions SET revision = :revision WHERE version = :version")
                .param("revision", key.revision())
                .param("version", key.version())
                .update();
    }

    static void withdraw(JdbcClient db, String version, Instant now) {
        db.sql("UPDATE help_versions SET withdrawn_at = :now WHERE version = :version")
                .param("now", Moments.text(now))
                .param("version", version)
                .update();
    }

    static void append(
            JdbcClient db,
            String tree,
            Key key,
            String act,
            Instant now,
            @Nullable AccountId account) {
        db.sql(
                        """
                        INSERT INTO help_publications (tree, version, revision, act, at, account_id)
                        VALUES (:tree, :version, :revision, :act, :at, :account)
                        """)
                .param("tree", tree)
                .param("version", key.version())
                .param("revision", key.revision())
                .param("act", act)
                .param("at", Moments.text(now))
                .param("account", account == null ? null : account.value())
                .update();
    }

    /** The newest first. */
    static List<Publications.Entry> history(JdbcClient db, String tree, int limit) {
        return db.sql(
                        """
                        SELECT p.tree, p.version, p.revision, p.act, p.at, a.name, v.withdrawn_at
                        FROM   help_publications p
                        LEFT JOIN help_versions v ON v.version = p.version
                        LEFT JOIN accounts a ON a.id = p.account_id
                        WHERE  p.tree = :tree
                        ORDER BY p.position DESC
                        LIMIT  :limit
                        """)
                .param("tree", tree)
                .param("limit", limit)
                .query(
                        (row, _) ->
                                new Publications.Entry(
                                        row.getString("tree"),
                                        row.getString("version"),
                                        row.getInt("revision"),
                                        row.getString("act"),
                                        row.getString("at"),
                                        row.getString("name"),
                                        row.getString("withdrawn_at") != null))
                .list();
    }

    static List<String> trees(JdbcClient db) {
        return db.sql("SELECT DISTINCT tree FROM help_versions ORDER BY tree LIMIT 1000")
                .query((row, _) -> row.getString("tree"))
                .list();
    }

    /** Lets go the versions that nobody used for so long; those that serve are in use. */
    static void letGo(JdbcClient db, List<String> serving, Instant now) {
        var before = Moments.text(now.minus(KEPT).minus(HelpSession.LIFE));
        var unused =
                db.sql(
                                """
                                SELECT v.version
                                FROM   help_versions v
                                WHERE  NOT EXISTS (
                                           SELECT 1 FROM help_publications p
                                           WHERE  p.version = v.version AND p.tree = v.tree AND p.at > :before)
                                  AND  NOT EXISTS (
                                           SELECT 1 FROM help_sessions s
                                           WHERE  s.tree_version = v.version AND s.last_act_at > :before)
                                LIMIT  100
                                """)
                        .param("before", before)
                        .query((row, _) -> row.getString("version"))
                        .list();
        for (var version : unused) {
            if (serving.contains(version)) {
                continue;
            }
            db.sql("DELETE FROM help_texts WHERE version = :version")
                    .param("version", version)
                    .update();
            db.sql("DELETE FROM help_versions WHERE version = :version")
                    .param("version", version)
                    .update();
        }
    }
}
