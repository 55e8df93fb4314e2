package dev.sayso.reminder;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.account.PreferencesListener;
import dev.sayso.event.EventRetracted;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.event.ReminderRemoved;
import dev.sayso.event.ReminderSet;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.Follower;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Notifications;
import dev.sayso.reminder.Raised.State;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Objects;

/** Plans from the log, and anew when an account moves to another zone, which is not in the log. */
@Component
final class ReminderFollower implements Follower, PreferencesListener {
    static final String NAME = "reminders";

    /** Planned at once when all of an account's are planned anew; more than that, in the sweeps. */
    static final int AT_ONCE = 50;

    private final EventLog log;
    private final Subscriptions subscriptions;
    private final Notifications notifications;

    ReminderFollower(EventLog log, Subscriptions subscriptions, Notifications notifications) {
        this.log = log;
        this.subscriptions = subscriptions;
        this.notifications = notifications;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Start start() {
        return Start.FIRST_EVENT;
    }

    @Override
    public void on(JdbcClient db, StoredEvent stored) {
        var planner = new ReminderPlanner(db);
        var account = stored.accountId();
        begin(db, planner, stored);
        var id = stored.subscriptionId();
        if (id == null) {
            rulesChanged(db, account, null);
        } else {
            follow(db, stored, id);
            planner.plan(account, id);
            withdraw(db, account, id);
        }
    }

    /** Something was said of reminders, of one subscription or of all. */
    void rulesChanged(JdbcClient db, AccountId account, @Nullable SubscriptionId id) {
        var said = id == null ? log.ofNone(db, account) : log.of(db, account, id);
        SqlPlans.put(db, account, id, Rules.of(said));
        var planner = new ReminderPlanner(db);
        if (id == null) {
            replan(db, planner, account);
        } else {
            planner.plan(account, id);
        }
    }

    /** What the week brings begins with an account's first event. */
    private static void begin(JdbcClient db, ReminderPlanner planner, StoredEvent stored) {
        var account = stored.accountId();
        if (SqlPlans.base(db, account, null).isEmpty()) {
            SqlPlans.put(db, account, null, new Base(stored.recordedAt(), false));
            planner.planDigest(account);
        }
    }

    private void follow(JdbcClient db, StoredEvent stored, SubscriptionId id) {
        var account = stored.accountId();
        var base = SqlPlans.base(db, account, id).orElse(new Base("", false));
        if (stored.event() instanceof EventRetracted) {
            // what it takes back may be anything: all is looked at anew
            var standing = log.of(db, account, id);
            base =
                    new Base(
                            stored.recordedAt(),
                            standing.stream()
                                    .anyMatch(it -> it.event() instanceof PaymentRecorded));
            SqlPlans.put(db, account, id, Rules.of(standing));
        } else if (stored.event() instanceof ReminderSet
                || stored.event() instanceof ReminderRemoved) {
            SqlPlans.put(db, account, id, Rules.of(log.of(db, account, id)));
        } else if (stored.event() instanceof PaymentRecorded) {
            base = new Base(base.since(), true);
        } else if (Base.moves(stored)) {
            base = new Base(stored.recordedAt(), base.pays());
        }
        SqlPlans.put(db, account, id, base);
    }

    /** Lets go what was raised and is no more so: it was cancelled, paused, or its day moved. */
    private void withdraw(JdbcClient db, AccountId account, SubscriptionId id) {
        var open = SqlReminders.open(db, account, id);
        if (open.isEmpty()) {
            return;
        }
        var it = subscriptions.find(db, account, id).orElse(null);
        for (var raised : open) {
            if (!holds(it, raised) && SqlReminders.move(db, raised, State.VOID, null)) {
                notifications.withdraw(db, account, raised.key());
            }
        }
    }

    private static boolean holds(@Nullable Subscription it, Raised raised) {
        return it != null
                && Series.next(it, raised.kind(), raised.aboutOn())
                        .filter(raised.aboutOn()::equals)
                        .isPresent();
    }

    @Override
    public void changed(JdbcClient db, Account before, Account now) {
        if (!before.zone().equals(now.zone())) {
            replan(db, new ReminderPlanner(db).as(now), now.id());
        }
    }

    /**
     * Plans all of an account anew: some at once, and the rest, if there are more, in the sweeps.
     */
    void replan(JdbcClient db, ReminderPlanner planner, AccountId account) {
        planner.planDigest(account);
        replan(db, planner, subscriptions, new SqlPlans.Replan(account, ""));
    }

    static void replan(
            JdbcClient db,
            ReminderPlanner planner,
            Subscriptions subscriptions,
            SqlPlans.Replan replan) {
        var some = subscriptions.after(db, replan.account(), replan.after(), AT_ONCE);
        some.forEach(it -> planner.plan(replan.account(), it.id()));
        if (some.size() < AT_ONCE) {
            SqlPlans.replanned(db, replan.account());
        } else {
            SqlPlans.replan(
                    db, replan.account(), Objects.requireNonNull(some.getLast()).id().value());
        }
    }
}
