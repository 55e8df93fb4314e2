package dev.sayso.reminder;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;
import dev.sayso.platform.time.Moments;
import dev.sayso.reminder.Raised.State;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Acts and choices: what was raised, and how an account wants it. No rebuild touches these. */
final class SqlReminders {
    private static final String COLUMNS =
            """
            id, account_id, subscription_id, kind, days_before, about_on, due_at, state, times, again_at
            """;

    private SqlReminders() {}

    /** False when the same was raised before. */
    static boolean add(JdbcClient db, Raised it, Instant now) {
        return db.sql(
                                """
                                INSERT INTO reminders (id, account_id, subscription_id, kind, days_before, about_on, due_at, state, raised_at, times)
                                VALUES (:id, :account, :subscription, :kind, :days, :aboutOn, :dueAt, :state, :now, :times)
                                ON CONFLICT (account_id, subscription_id, kind, days_before, about_on) DO NOTHING
                                """)
                        .param("id", it.id())
                        .param("account", it.account().value())
                        .param("subscription", SqlPlans.text(it.subscription()))
                        .param("kind", it.kind().wire())
                        .param("days", it.daysBefore())
                        .param("aboutOn", it.aboutOn().toString())
                        .param("dueAt", Moments.text(it.dueAt()))
                        .param("state", it.state().wire())
                        .param("now", Moments.text(now))
                        .param("times", it.times())
                        .update()
                == 1;
    }

    static Optional<Raised> find(JdbcClient db, AccountId account, String id) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM reminders WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> raised(row))
                .optional();
    }

    /** Those that one may still do something with, about the day or a later one. */
    static List<Raised> open(JdbcClient db, AccountId account, LocalDate from, int limit) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM   reminders
                                WHERE  account_id = :account
                                  AND  state IN ('raised', 'snoozed')
                                  AND  about_on >= :from
                                ORDER BY about_on, id
                                LIMIT  :limit
                                """)
                .param("account", account.value())
                .param("from", from.toString())
                .param("limit", limit)
                .query((row, _) -> raised(row))
                .list();
    }

    /** Those of one subscription that one may still do something with. */
    static List<Raised> open(JdbcClient db, AccountId account, SubscriptionId subscription) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                FROM   reminders
                                WHERE  account_id = :account
                                  AND  subscription_id = :subscription
                                  AND  state IN ('raised', 'snoozed')
                                """)
                .param("account", account.value())
                .param("subscription", subscription.value())
                .query((row, _) -> raised(row))
                .list();
    }

    /** The last raised of all, the latest first. */
    static Optional<Instant> lastRaisedAt(JdbcClient db, AccountId account) {
        return db.sql(
                        """
                        SELECT raised_at FROM reminders
                        WHERE  account_id = :account
                        ORDER BY raised_at DESC
                        LIMIT  1
                        """)
                .param("account", account.value())
                .query((row, _) -> Instant.parse(row.getString(1)))
                .optional();
    }

    /** The kind and lead of a reminder. */
    record Strand(Kind kind, int days) {}

    /** The last day that each strand was raised for. */
    static Map<Strand, LocalDate> acted(
            JdbcClient db, AccountId account, @Nullable SubscriptionId subscription) {
        var acted = new HashMap<Strand, LocalDate>();
        db.sql(
                        """
                        SELECT kind, days_before, max(about_on) AS last
                        FROM   reminders
                        WHERE  account_id = :account AND subscription_id = :subscription
                        GROUP BY kind, days_before
                        """)
                .param("account", account.value())
                .param("subscription", SqlPlans.text(subscription))
                .query(
                        row -> {
                            acted.put(
                                    new Strand(
                                            Kind.of(row.getString("kind")),
                                            row.getInt("days_before")),
                                    LocalDate.parse(row.getString("last")));
                        });
        return acted;
    }

    /** Moves it on from where it stood; false when it does not stand there any more. */
    static boolean move(JdbcClient db, Raised it, State to, @Nullable Instant againAt) {
        return db.sql(
                                """
                                UPDATE reminders SET state = :to, again_at = :againAt
                                WHERE  account_id = :account AND id = :id
                                  AND  state = :from AND times = :times
                                """)
                        .param("to", to.wire())
                        .param("againAt", againAt == null ? null : Moments.text(againAt))
                        .param("account", it.account().value())
                        .param("id", it.id())
                        .param("from", it.state().wire())
                        .param("times", it.times())
                        .update()
                == 1;
    }

    /** Takes those that were put off until now, to be raised again. */
    static List<Raised> again(JdbcClient db, Instant now, int limit) {
        return db.sql(
                        """
                        UPDATE reminders SET state = 'raised', times = times + 1, again_at = NULL, raised_at = :now
                        WHERE  state = 'snoozed'
                          AND  id IN (SELECT id FROM reminders WHERE state = 'snoozed' AND again_at <= :now ORDER BY again_at LIMIT :limit)
                        RETURNING
                        """
                                + COLUMNS)
                .param("now", Moments.text(now))
                .param("limit", limit)
                .query((row, _) -> raised(row))
                .list();
    }

    /** An account for which something was missed, and for which nothing more is due. */
    static Optional<AccountId> missed(JdbcClient db, Instant now) {
        return db.sql(
                        """
                        SELECT r.account_id
                        FROM   reminders r
                        WHERE  r.state = 'missed'
                          AND  NOT EXISTS (SELECT 1 FROM planned_reminders p
                                           WHERE  p.account_id = r.account_id AND p.due_at <= :now)
                        LIMIT  1
                        """)
                .param("now", Moments.text(now))
                .query((row, _) -> new AccountId(row.getString(1)))
                .optional();
    }

    /** Takes all that an account missed, to be told together. */
    static List<Raised> tell(JdbcClient db, AccountId account) {
        return db.sql(
                        """
                        UPDATE reminders SET state = 'told'
                        WHERE  account_id = :account AND state = 'missed'
                        RETURNING
                        """
                                + COLUMNS)
                .param("account", account.value())
                .query((row, _) -> raised(row))
                .list();
    }

    private static Raised raised(ResultSet row) throws SQLException {
        var again = row.getString("again_at");
        return new Raised(
                row.getString("id"),
                new AccountId(row.getString("account_id")),
                SqlPlans.subscription(row.getString("subscription_id")),
                Kind.of(row.getString("kind")),
                row.getInt("days_before"),
                LocalDate.parse(row.getString("about_on")),
                Instant.parse(row.getString("due_at")),
                State.of(row.getString("state")),
                row.getInt("times"),
                again == null ? null : Instant.parse(again));
    }

    /** Settings, and since when they hold: empty where they always did. */
    record Set(ReminderSettings settings, String since) {}

    static Set settings(JdbcClient db, AccountId account) {
        return db.sql(
                        """
                        SELECT remind_at, kinds_off, cancel_by_days, trial_days, digest_on, changed_at
                        FROM   reminder_settings
                        WHERE  account_id = :account
                        """)
                .param("account", account.value())
                .query(
                        (row, _) ->
                                new Set(
                                        new ReminderSettings(
                                                LocalTime.parse(row.getString("remind_at")),
                                                kinds(row.getString("kinds_off")),
                                                row.getInt("cancel_by_days"),
                                                row.getInt("trial_days"),
                                                DayOfWeek.of(row.getInt("digest_on"))),
                                        row.getString("changed_at")))
                .optional()
                .orElse(new Set(ReminderSettings.DEFAULT, ""));
    }

    static void put(JdbcClient db, AccountId account, ReminderSettings it, Instant now) {
        db.sql(
                        """
                        INSERT INTO reminder_settings (account_id, remind_at, kinds_off, cancel_by_days, trial_days, digest_on, changed_at)
                        VALUES (:account, :at, :off, :cancelBy, :trial, :digestOn, :now)
                        ON CONFLICT (account_id) DO UPDATE SET
                            remind_at = excluded.remind_at, kinds_off = excluded.kinds_off, cancel_by_days = excluded.cancel_by_days,
                            trial_days = excluded.trial_days, digest_on = excluded.digest_on, changed_at = excluded.changed_at
                        """)
                .param("account", account.value())
                .param("at", it.at().toString())
                .param("off", it.off().stream().map(Kind::wire).collect(Collectors.joining(" ")))
                .param("cancelBy", it.cancelByDays())
                .param("trial", it.trialDays())
                .param("digestOn", it.digestOn().getValue())
                .param("now", Moments.text(now))
                .update();
    }

    private static java.util.Set<Kind> kinds(String text) {
        return Arrays.stream(text.split(" "))
                .filter(name -> !name.isBlank())
                .map(name -> Kind.of(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
