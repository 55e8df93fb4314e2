package dev.sayso.ledger;

import dev.sayso.account.AccountId;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Throws projections away and makes them anew from the log, some subscriptions a unit: whoever
 * reads meanwhile sees each either as it was or as it is, and a server may run beside it.
 */
public final class Rebuild {
    /** Events a unit: enough that its commit is cheap, and few enough that nobody waits for it. */
    private static final int SOME = 2_000;

    private final Writer writer;
    private final Readers readers;
    private final List<Projection> projections;

    public Rebuild(Writer writer, Readers readers, List<Projection> projections) {
        this.writer = writer;
        this.readers = readers;
        this.projections = List.copyOf(projections);
    }

    /** How many events the log has. */
    public long size() {
        // each position is one event; there are gaps, so it is a little less
        return readers.read(
                db ->
                        db.sql("SELECT coalesce(max(position), 0) FROM events")
                                .query(Long.class)
                                .single());
    }

    /**
     * Does it.
     *
     * @param progress hears how many events were read so far
     * @return how many there were
     */
    public long run(LongConsumer progress) {
        // first what was said of all, which what is made of each may hang on
        long head = size();
        long done = ofAccounts(progress);
        done = ofSubscriptions(progress, done);
        writer.writeInBackground(
                db -> {
                    for (var it : projections) {
                        it.finish(db);
                        if (it.follower() != null) {
                            SqlFollowers.advance(db, it.follower(), head);
                        }
                    }
                    return true;
                });
        return done;
    }

    /** How far a unit came: the last subscription, and how many events it read. */
    private record Step(String last, int events) {}

    private long ofSubscriptions(LongConsumer progress, long before) {
        long done = before;
        var step = new Step("", 0);
        while (true) {
            var after = step.last;
            step = writer.writeInBackground(db -> next(db, after, SOME));
            if (step.events == 0) {
                return done;
            }
            done += step.events;
            progress.accept(done);
        }
    }

    private Step next(JdbcClient db, String after, int limit) {
        var rows = subscriptions(db, after, limit);
        if (rows.isEmpty()) {
            return new Step(after, 0);
        }
        var last = Objects.requireNonNull(rows.getLast().subscription());
        if (rows.size() == limit) {
            // the last one may go on behind the limit: the next unit begins with it
            rows.removeIf(row -> last.equals(row.subscription()));
            if (rows.isEmpty()) {
                return next(db, after, 2 * limit);
            }
        }
        int begin = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || !rows.get(i).lane().equals(rows.get(begin).lane())) {
                rebuild(db, rows.subList(begin, i));
                begin = i;
            }
        }
        return new Step(Objects.requireNonNull(rows.getLast().subscription()).value(), rows.size());
    }

    // by subscription, whoever's it is: a rebuild is the operator's, for all accounts at once
    private static List<LoggedRow> subscriptions(JdbcClient db, String after, int limit) {
        return new ArrayList<>(
                db.sql(
                                "SELECT "
                                        + LoggedRow.COLUMNS
                                        + """
                                        FROM   events
                                        WHERE  subscription_id > :after
                                        ORDER BY subscription_id, version
                                        LIMIT  :limit
                                        """)
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, _) -> LoggedRow.of(row))
                        .list());
    }

    private long ofAccounts(LongConsumer progress) {
        long done = 0;
        for (var account : accounts()) {
            done += writer.writeInBackground(db -> ofAll(db, account));
            progress.accept(done);
        }
        return done;
    }

    private List<AccountId> accounts() {
        return readers.read(
                db ->
                        db.sql(
                                        """
                                        SELECT DISTINCT account_id
                                        FROM   events
                                        WHERE  subscription_id IS NULL
                                        ORDER BY account_id
                                        """)
                                .query((row, _) -> new AccountId(row.getString(1)))
                                .list());
    }

    private int ofAll(JdbcClient db, AccountId account) {
        var rows =
                db.sql(
                                "SELECT "
                                        + LoggedRow.COLUMNS
                                        + """
                                        FROM   events
                                        WHERE  account_id = :account AND subscription_id IS NULL
                                        ORDER BY position
                                        """)
                        .param("account", account.value())
                        .query((row, _) -> LoggedRow.of(row))
                        .list();
        rebuild(db, rows);
        return rows.size();
    }

    private void rebuild(JdbcClient db, List<LoggedRow> rows) {
        var events = rows.stream().map(LoggedRow::read).toList();
        var history = History.of(rows.getFirst().lane(), events);
        projections.forEach(it -> it.rebuild(db, history));
    }
}
