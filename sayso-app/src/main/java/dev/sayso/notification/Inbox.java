package dev.sayso.notification;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an account was told, the first channel of all. */
@Component
public final class Inbox {
    /** How many are given at once. */
    public static final int MAX_PAGE = 100;

    private final SqlNotices notices;
    private final Writer writer;
    private final Readers readers;
    private final Map<String, NoticeAct> acts;

    Inbox(SqlNotices notices, Writer writer, Readers readers, List<NoticeAct> acts) {
        this.notices = notices;
        this.writer = writer;
        this.readers = readers;
        this.acts = acts.stream().collect(Collectors.toMap(NoticeAct::name, Function.identity()));
    }

    /** How an act ended. */
    public enum Acted {
        DONE,
        /** This or another was done before, or the notice was taken away. */
        BEFORE,
        /** The account has no such notice, or the notice no such act. */
        UNKNOWN
    }

    /** The latest first, from before the position on. */
    public List<StoredNotice> before(AccountId account, long position, int limit) {
        return readers.read(
                db -> notices.before(db, account, position, Math.min(limit, MAX_PAGE + 1)));
    }

    public Optional<StoredNotice> find(AccountId account, String id) {
        return readers.read(db -> notices.find(db, account, id));
    }

    Optional<StoredNotice> find(JdbcClient db, AccountId account, String id) {
        return notices.find(db, account, id);
    }

    /** How many are unread, counted up to a limit. */
    public int unread(AccountId account, int limit) {
        return readers.read(db -> notices.unread(db, account, limit));
    }

    /** Marks it read; false when the account has none of that id. */
    public boolean read(AccountId account, String id) {
        return writer.write(db -> notices.read(db, account, id));
    }

    /** Marks all read that stand at that position or before. */
    public void readAll(AccountId account, long upTo) {
        writer.write(
                db -> {
                    notices.readAll(db, account, upTo);
                    return true;
                });
    }

    /** Takes it out of the inbox; false when the account has none of that id. */
    public boolean dismiss(AccountId account, String id) {
        return writer.write(db -> notices.dismiss(db, account, id));
    }

    /** Does one of the acts that the notice offers, unless one was done. */
    public Acted act(Account account, String id, String name) {
        return writer.write(
                db -> {
                    var stored = notices.find(db, account.id(), id);
                    var act = acts.get(name);
                    if (stored.isEmpty()
                            || act == null
                            || !stored.get().notice().acts().contains(name)) {
                        return Acted.UNKNOWN;
                    }
                    if (!notices.act(db, account.id(), id, name)) {
                        return Acted.BEFORE;
                    }
                    act.run(db, account, stored.get());
                    return Acted.DONE;
                });
    }
}
