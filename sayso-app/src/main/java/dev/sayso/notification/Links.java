package dev.sayso.notification;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.account.Accounts;
import dev.sayso.notification.Inbox.Acted;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.time.Moments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Links that do one act of one notice for whoever holds them: in a mail, on a button of ntfy. Only
 * their digests are kept; an act is done once, so a link is over when any act of its notice is.
 */
@Component
public final class Links {
    /** How long one may be opened. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final Writer writer;
    private final Readers readers;
    private final Inbox inbox;
    private final Accounts accounts;
    private final Clock clock;
    private final Ids ids;

    Links(Writer writer, Readers readers, Inbox inbox, Accounts accounts, Clock clock, Ids ids) {
        this.writer = writer;
        this.readers = readers;
        this.inbox = inbox;
        this.accounts = accounts;
        this.clock = clock;
        this.ids = ids;
    }

    /** Where a link leads. */
    public record Led(Account account, StoredNotice notice, String act) {}

    /** A fresh link for each act of the notice, by the names of the acts. */
    Map<String, String> mint(AccountId account, StoredNotice notice) {
        var links = new LinkedHashMap<String, String>();
        notice.notice().acts().forEach(act -> links.put(act, ids.secret()));
        var now = clock.instant();
        writer.writeInBackground(
                db -> {
                    db.sql("DELETE FROM notice_links WHERE account_id = :account AND until <= :now")
                            .param("account", account.value())
                            .param("now", Moments.text(now))
                            .update();
                    links.forEach(
                            (act, secret) ->
                                    db.sql(
                                                    """
                                                    INSERT INTO notice_links (digest, account_id, notification_id, act, until)
                                                    VALUES (:digest, :account, :notice, :act, :until)
                                                    """)
                                            .param("digest", digest(secret))
                                            .param("account", account.value())
                                            .param("notice", notice.id())
                                            .param("act", act)
                                            .param("until", Moments.text(now.plus(KEPT)))
                                            .update());
                    return true;
                });
        return links;
    }

    /** Where it leads; empty when it is none, or too old. */
    public Optional<Led> find(String secret) {
        return readers.read(db -> find(db, secret));
    }

    private Optional<Led> find(JdbcClient db, String secret) {
        return db.sql(
                        """
                        SELECT account_id, notification_id, act FROM notice_links
                        WHERE  digest = :digest AND until > :now
                        """)
                .param("digest", digest(secret))
                .param("now", Moments.text(clock.instant()))
                .query(
                        (row, _) -> {
                            var account = new AccountId(row.getString("account_id"));
                            var act = row.getString("act");
                            return inbox.find(db, account, row.getString("notification_id"))
                                    .map(notice -> new Led(accounts.get(db, account), notice, act));
                        })
                .optional()
                .flatMap(it -> it);
    }

    /** Does what it is for, once. */
    public Acted follow(Led led) {
        return inbox.act(led.account(), led.notice().id(), led.act());
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
