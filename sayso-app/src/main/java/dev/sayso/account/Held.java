package dev.sayso.account;

import dev.sayso.account.Key.Kind;
import dev.sayso.account.Visitor.Way;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.Optional;

/**
 * A key with its holder, as they were read.
 *
 * @param version the count of changes in the same snapshot
 */
record Held(Kind kind, @Nullable Instant until, Visitor visitor, long version) {
    static Optional<Held> read(JdbcClient db, String digest) {
        return db.sql(
                        """
                        SELECT a.id, a.name, a.locale, a.currency, a.zone, a.operator,
                               k.id AS key_id, k.kind, k.until, c.version
                        FROM   access_keys k
                        JOIN   accounts a ON a.id = k.account_id
                        JOIN   access_changes c ON c.id = 1
                        WHERE  k.digest = :digest AND k.revoked_at IS NULL
                        """)
                .param("digest", digest)
                .query(
                        (row, _) -> {
                            var kind = Kind.of(row.getString("kind"));
                            var until = row.getString("until");
                            return new Held(
                                    kind,
                                    until == null ? null : Instant.parse(until),
                                    new Visitor(
                                            SqlAccounts.account(row),
                                            row.getInt("operator") != 0,
                                            kind == Kind.TOKEN ? Way.TOKEN : Way.SESSION,
                                            row.getString("key_id")),
                                    row.getLong("version"));
                        })
                .optional();
    }

    static long version(JdbcClient db) {
        return db.sql("SELECT version FROM access_changes WHERE id = 1")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** What is remembered of keys and their accounts holds no more, here and elsewhere. */
    static void forget(JdbcClient db) {
        db.sql("UPDATE access_changes SET version = version + 1 WHERE id = 1").update();
    }
}
