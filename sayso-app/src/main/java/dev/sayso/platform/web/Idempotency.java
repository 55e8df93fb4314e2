package dev.sayso.platform.web;

import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Replies by {@code Idempotency-Key}, for each account and route: kept for {@link #KEPT}, written
 * in the unit of what they answer, so that a request that is sent again is answered and not done
 * again.
 */
@Component
public final class Idempotency {
    static final Duration KEPT = Duration.ofHours(24);
    private static final int MAX_KEY = 200;

    private final Clock clock;

    Idempotency(Clock clock) {
        this.clock = clock;
    }

    /** A key that a caller gave, with a fingerprint of what it came with. */
    public record Key(String account, String route, String key, String fingerprint) {
        public Key {
            if (key.isBlank()
                    || key.length() > MAX_KEY
                    || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new IllegalArgumentException(
                        "Idempotency-Key takes 1 to "
                                + MAX_KEY
                                + " visible ASCII characters, such as a UUID; "
                                + key.length()
                                + " came");
            }
        }

        /**
         * The key of a program's request.
         *
         * @param header what {@code Idempotency-Key} says; null without one
         * @throws BadRequest when it cannot be one
         */
        public static @Nullable Key ofHeader(
                String account, String route, @Nullable String header, String... body) {
            if (header == null) {
                return null;
            }
            try {
                return of(account, route, header, body);
            } catch (IllegalArgumentException e) {
                throw new BadRequest(String.valueOf(e.getMessage()));
            }
        }

        public static Key of(String account, String route, String key, String... body) {
            return new Key(account, route, key, sha256(String.join("\0", body)));
        }
    }

    /**
     * The reply that was given under the key, if any.
     *
     * @throws KeyReused when it was given for another body
     */
    public Optional<String> find(JdbcClient db, Key key) {
        return db.sql(
                        """
                        SELECT fingerprint, reply
                        FROM   idempotency_keys
                        WHERE  account_id = :account
                          AND  route = :route
                          AND  key = :key
                          AND  kept_until > :now
                        """)
                .param("account", key.account())
                .param("route", key.route())
                .param("key", key.key())
                .param("now", Moments.text(clock.instant()))
                .query(
                        (row, _) -> {
                            if (!row.getString("fingerprint").equals(key.fingerprint())) {
                                throw new KeyReused(key.key());
                            }
                            return row.getString("reply");
                        })
                .optional();
    }

    /**
     * Keeps the reply, inside the unit of what it answers, and lets go those of the account whose
     * time is over.
     */
    public void keep(JdbcClient db, Key key, String reply) {
        db.sql("DELETE FROM idempotency_keys WHERE account_id = :account AND kept_until <= :now")
                .param("account", key.account())
                .param("now", Moments.text(clock.instant()))
                .update();
        db.sql(
                        """
                        INSERT INTO idempotency_keys (account_id, route, key, fingerprint, reply, kept_until)
                        VALUES (:account, :route, :key, :fingerprint, :reply, :keptUntil)
                        ON CONFLICT (account_id, route, key) DO UPDATE SET
                            fingerprint = excluded.fingerprint, reply = excluded.reply, kept_until = excluded.kept_until
                        """)
                .param("account", key.account())
                .param("route", key.route())
                .param("key", key.key())
                .param("fingerprint", key.fingerprint())
                .param("reply", reply)
                .param("keptUntil", Moments.text(clock.instant().plus(KEPT)))
                .update();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The key was used with another body. */
    public static final class KeyReused extends RuntimeException {
        KeyReused(String key) {
            super(
                    "Idempotency-Key \""
                            + key
                            + "\" was used with another body; mint a new key for a new message");
        }
    }
}
