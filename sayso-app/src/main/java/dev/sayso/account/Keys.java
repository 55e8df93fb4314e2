package dev.sayso.account;

import dev.sayso.account.Key.Kind;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Tokens, sessions and links: made, shown, taken away. A secret is seen at its making only. */
public final class Keys {
    /** How long a browser stays signed in. */
    public static final Duration SESSION = Duration.ofDays(180);

    /** How long a link may be opened. */
    public static final Duration LINK = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(30);

    private final Writer writer;
    private final Readers readers;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;

    Keys(Writer writer, Readers readers, Clock clock, Ids ids, RandomGenerator random) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** A token for programs; without an end it holds until it is revoked. */
    public Secret token(AccountId account, @Nullable Instant until) {
        return make(account, Kind.TOKEN, until);
    }

    /** A link that signs one browser in, once, within {@link #LINK}. */
    public Secret link(AccountId account) {
        return make(account, Kind.LINK, clock.instant().plus(LINK));
    }

    /** Turns a link into a session; empty when it was opened before, is over or never was. */
    public Optional<Secret> open(Secret link) {
        var secret = Secret.mint(random);
        var id = ids.next();
        var now = clock.instant();
        boolean opened =
                writer.write(
                        db ->
                                db.sql(
                                                """
                                                UPDATE access_keys SET revoked_at = :now
                                                WHERE  digest = :digest AND kind = :kind
                                                  AND  revoked_at IS NULL AND until > :now
                                                RETURNING account_id
                                                """)
                                        .param("now", Moments.text(now))
                                        .param("digest", link.digest())
                                        .param("kind", Kind.LINK.wire())
                                        .query((row, _) -> row.getString(1))
                                        .optional()
                                        .map(
                                                account ->
                                                        insert(
                                                                db,
                                                                id,
                                                                new AccountId(account),
                                                                Kind.SESSION,
                                                                secret,
                                                                now.plus(SESSION)))
                                        .orElse(false));
        return opened ? Optional.of(secret) : Optional.empty();
    }

    /** Those of the account that open something now, the latest first. */
    public List<Key> of(AccountId account) {
        return readers.read(
                db ->
                        db.sql(
                                        """
                                        SELECT id, kind, created_at, until, used_at
                                        FROM   access_keys
                                        WHERE  account_id = :account AND revoked_at IS NULL
                                          AND  (until IS NULL OR until > :now)
                                        ORDER  BY id DESC LIMIT 200
                                        """)
                                .param("account", account.value())
                                .param("now", Moments.text(clock.instant()))
                                .query(
                                        (row, _) ->
                                                new Key(
                                                        row.getString("id"),
                                                        Kind.of(row.getString("kind")),
                                                        Instant.parse(row.getString("created_at")),
                                                        moment(row.getString("until")),
                                                        moment(row.getString("used_at"))))
                                .list());
    }

    /** Takes away one of the account's own; false when it has none of that id. */
    public boolean revoke(AccountId account, String id) {
        return revoke("account_id = :account AND id = :id", account, id) > 0;
    }

    /** Takes away all that the account has, and says how many that were. */
    public int revokeAll(AccountId account) {
        return revoke("account_id = :account", account, "");
    }

    private int revoke(String which, AccountId account, String id) {
        return writer.write(
                db -> {
                    int revoked =
                            db.sql(
                                            "UPDATE access_keys SET revoked_at = :now WHERE "
                                                    + which
                                                    + " AND revoked_at IS NULL")
                                    .param("now", Moments.text(clock.instant()))
                                    .param("account", account.value())
                                    .param("id", id)
                                    .update();
                    Held.forget(db);
                    return revoked;
                });
    }

    private Secret make(AccountId account, Kind kind, @Nullable Instant until) {
        var secret = Secret.mint(random);
        var id = ids.next();
        writer.write(db -> insert(db, id, account, kind, secret, until));
        return secret;
    }

    private boolean insert(
            JdbcClient db,
            String id,
            AccountId account,
            Kind kind,
            Secret secret,
            @Nullable Instant until) {
        var now = clock.instant();
        if (until != null) {
            // those that ended long ago say nothing any more
            db.sql("DELETE FROM access_keys WHERE until < :old OR revoked_at < :old")
                    .param("old", Moments.text(now.minus(KEPT)))
                    .update();
        }
        return db.sql(
                                """
                                INSERT INTO access_keys (id, account_id, kind, digest, created_at, until)
                                VALUES (:id, :account, :kind, :digest, :createdAt, :until)
                                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("kind", kind.wire())
                        .param("digest", secret.digest())
                        .param("createdAt", Moments.text(now))
                        .param("until", until == null ? null : Moments.text(until))
                        .update()
                > 0;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
