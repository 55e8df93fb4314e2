package dev.sayso.reminder;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;
import dev.sayso.platform.time.Moments;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What is planned, and what it is planned from; all of it made from the log. */
final class SqlPlans {
    private static final String COLUMNS =
            "account_id, subscription_id, kind, days_before, about_on, due_at";

    private SqlPlans() {}

    static String text(@Nullable SubscriptionId subscription) {
        return subscription == null ? "" : subscription.value();
    }

    static @Nullable SubscriptionId subscription(String text) {
        return text.isEmpty() ? null : new SubscriptionId(text);
    }

    static List<Planned> of(
            JdbcClient db, AccountId account, @Nullable SubscriptionId subscription) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """

                                FROM   planned_reminders
                                WHERE  account_id = :account AND subscription_id = :subscription
                                ORDER BY kind, days_before
                                """)
                .param("account", account.value())
                .param("subscription", text(subscription))
                .query((row, _) -> planned(row))
                .list();
    }

    /** What comes next for an account, the first first. */
    static List<Planned> next(JdbcClient db, AccountId account, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """

                                FROM   planned_reminders
                                WHERE  account_id = :account
                                ORDER BY due_at, subscription_id, kind, days_before
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> planned(row))
                .list();
    }

    /** What is due, the longest due first, of accounts whose plans hold. */
    static List<Planned> due(JdbcClient db, Instant now, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """

                                FROM   planned_reminders p
                                WHERE  due_at <= :now
                                  AND  NOT EXISTS (SELECT 1 FROM reminder_replans r WHERE r.account_id = p.account_id)
                                ORDER BY due_at, account_id
                                LIMIT  :limit
                                """)
                .param("now", Moments.text(now))
                .param("limit", limit)
                .query((row, _) -> planned(row))
                .list();
    }

    static void add(JdbcClient db, Planned it) {
        key(
                        db.sql(
                                """
                                INSERT INTO planned_reminders (account_id, subscription_id, kind, days_before, about_on, due_at)
                                VALUES (:account, :subscription, :kind, :days, :aboutOn, :dueAt)
                                ON CONFLICT (account_id, subscription_id, kind, days_before) DO UPDATE SET
                                    about_on = excluded.about_on, due_at = excluded.due_at
                                """),
                        it)
                .param("aboutOn", it.aboutOn().toString())
                .param("dueAt", Moments.text(it.dueAt()))
                .update();
    }

    static void remove(JdbcClient db, Planned it) {
        key(
                        db.sql(
                                """
                                DELETE FROM planned_reminders
                                WHERE  account_id = :account AND subscription_id = :subscription
                                  AND  kind = :kind AND days_before = :days
                                """),
                        it)
                .update();
    }

    /** Takes a plan as it was read, for what comes after it; false when another was quicker. */
    static boolean claim(JdbcClient db, Planned it, Optional<Planned> following) {
        var where =
                """
                WHERE  account_id = :account AND subscription_id = :subscription
                  AND  kind = :kind AND days_before = :days
                  AND  about_on = :aboutOn AND due_at = :dueAt
                """;
        var statement =
                following.isEmpty()
                        ? db.sql("DELETE FROM planned_reminders " + where)
                        : db.sql(
                                        "UPDATE planned_reminders SET about_on = :nextOn, due_at ="
                                                + " :nextAt "
                                                + where)
                                .param("nextOn", following.get().aboutOn().toString())
                                .param("nextAt", Moments.text(following.get().dueAt()));
        return key(statement, it)
                        .param("aboutOn", it.aboutOn().toString())
                        .param("dueAt", Moments.text(it.dueAt()))
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec key(JdbcClient.StatementSpec statement, Planned it) {
        return statement
                .param("account", it.account().value())
                .param("subscription", text(it.subscription()))
                .param("kind", it.kind().wire())
                .param("days", it.daysBefore());
    }

    private static Planned planned(ResultSet row) throws SQLException {
        return new Planned(
                new AccountId(row.getString("account_id")),
                subscription(row.getString("subscription_id")),
                Kind.of(row.getString("kind")),
                row.getInt("days_before"),
                LocalDate.parse(row.getString("about_on")),
                Instant.parse(row.getString("due_at")));
    }

    static Optional<Base> base(
            JdbcClient db, AccountId account, @Nullable SubscriptionId subscription) {
        return db.sql(
                        """
                        SELECT since, pays FROM reminder_bases
                        WHERE  account_id = :account AND subscription_id = :subscription
                        """)
                .param("account", account.value())
                .param("subscription", text(subscription))
                .query((row, _) -> new Base(row.getString("since"), row.getInt("pays") == 1))
                .optional();
    }

    static void put(
            JdbcClient db, AccountId account, @Nullable SubscriptionId subscription, Base base) {
        db.sql(
                        """
                        INSERT INTO reminder_bases (account_id, subscription_id, since, pays)
                        VALUES (:account, :subscription, :since, :pays)
                        ON CONFLICT (account_id, subscription_id) DO UPDATE SET
                            since = excluded.since, pays = excluded.pays
                        """)
                .param("account", account.value())
                .param("subscription", text(subscription))
                .param("since", base.since())
                .param("pays", base.pays() ? 1 : 0)
                .update();
    }

    static Rules rules(JdbcClient db, AccountId account, @Nullable SubscriptionId subscription) {
        var rules = new TreeMap<Integer, Rules.Rule>();
        db.sql(
                        """
                        SELECT days_before, wanted, since FROM reminder_rules
                        WHERE  account_id = :account AND subscription_id = :subscription
                        """)
                .param("account", account.value())
                .param("subscription", text(subscription))
                .query(
                        row -> {
                            rules.put(
                                    row.getInt("days_before"),
                                    new Rules.Rule(
                                            row.getInt("wanted") == 1, row.getString("since")));
                        });
        return new Rules(rules);
    }

    static void put(
            JdbcClient db, AccountId account, @Nullable SubscriptionId subscription, Rules rules) {
        db.sql(
                        """
                        DELETE FROM reminder_rules
                        WHERE  account_id = :account AND subscription_id = :subscription
                        """)
                .param("account", account.value())
                .param("subscription", text(subscription))
                .update();
        rules.byDays()
                .forEach(
                        (days, rule) ->
                                db.sql(
                                                """
                                                INSERT INTO reminder_rules (account_id, subscription_id, days_before, wanted, since)
                                                VALUES (:account, :subscription, :days, :wanted, :since)
                                                """)
                                        .param("account", account.value())
                                        .param("subscription", text(subscription))
                                        .param("days", days)
                                        .param("wanted", rule.wanted() ? 1 : 0)
                                        .param("since", rule.since())
                                        .update());
    }

    /** An account whose plans are being made anew, and the last subscription that was. */
    record Replan(AccountId account, String after) {}

    static void replan(JdbcClient db, AccountId account, String after) {
        db.sql(
                        """
                        INSERT INTO reminder_replans (account_id, after_id) VALUES (:account, :after)
                        ON CONFLICT (account_id) DO UPDATE SET after_id = excluded.after_id
                        """)
                .param("account", account.value())
                .param("after", after)
                .update();
    }

    static Optional<Replan> replan(JdbcClient db) {
        return db.sql(
                        "SELECT account_id, after_id FROM reminder_replans ORDER BY account_id"
                                + " LIMIT 1")
                .query(
                        (row, _) ->
                                new Replan(
                                        new AccountId(row.getString("account_id")),
                                        row.getString("after_id")))
                .optional();
    }

    static void replanned(JdbcClient db, AccountId account) {
        db.sql("DELETE FROM reminder_replans WHERE account_id = :account")
                .param("account", account.value())
                .update();
    }

    /** What there is to do. */
    record Work(boolean replan, boolean due, boolean again, boolean missed) {
        boolean any() {
            return replan || due || again || missed;
        }
    }

    static Work work(JdbcClient db, Instant now) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT 1 FROM reminder_replans) AS replan,
                               EXISTS (SELECT 1 FROM planned_reminders WHERE due_at <= :now) AS due,
                               EXISTS (SELECT 1 FROM reminders WHERE state = 'snoozed' AND again_at <= :now) AS again,
                               EXISTS (SELECT 1 FROM reminders WHERE state = 'missed') AS missed
                        """)
                .param("now", Moments.text(now))
                .query(
                        (row, _) ->
                                new Work(
                                        row.getBoolean("replan"),
                                        row.getBoolean("due"),
                                        row.getBoolean("again"),
                                        row.getBoolean("missed")))
                .single();
    }

    /** Those that something is planned from. */
    static List<AccountId> accounts(JdbcClient db) {
        return db.sql(
                        """
                        SELECT account_id FROM reminder_bases
                        WHERE  subscription_id = ''
                        ORDER BY account_id
                        """)
                .query((row, _) -> new AccountId(row.getString(1)))
                .list();
    }

    static void removeStrays(JdbcClient db) {
        for (var table : List.of("planned_reminders", "reminder_rules", "reminder_bases")) {
            db.sql(
                            "DELETE FROM "
                                    + table
                                    + """

                                    WHERE  subscription_id <> ''
                                      AND  NOT EXISTS (SELECT 1 FROM events e
                                                       WHERE  e.subscription_id = %s.subscription_id)
                                    """
                                            .formatted(table))
                    .update();
        }
    }
}
