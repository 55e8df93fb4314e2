package dev.sayso.reminder;

import dev.sayso.account.AccountId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;
import dev.sayso.notification.Notifications;
import dev.sayso.platform.sql.OutcomeUnknown;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.StorageFailed;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.reminder.Raised.State;
import dev.sayso.reminder.ReminderPlanner.Context;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Raises what is due, once, and in the same unit plans what follows and says what is to be told; it
 * sends nothing. Every instance sweeps: of two that find the same, one claims it.
 */
@Component
public final class DueReminders {
    private static final Logger log = LoggerFactory.getLogger(DueReminders.class);
    private static final Duration LONGEST = Duration.ofMillis(50);
    private static final int SOME = 500;
    private static final int STEPS = 5_000;
    private static final int DIGEST_LATE = 1;

    private final Writer writer;
    private final Readers readers;
    private final Subscriptions subscriptions;
    private final EventLog events;
    private final Notifications notifications;
    private final Clock clock;
    private final Ids ids;
    private final MeterRegistry registry;
    private final Timer lag;

    DueReminders(
            Writer writer,
            Readers readers,
            Subscriptions subscriptions,
            EventLog events,
            Notifications notifications,
            Clock clock,
            Ids ids,
            MeterRegistry registry) {
        this.writer = writer;
        this.readers = readers;
        this.subscriptions = subscriptions;
        this.events = events;
        this.notifications = notifications;
        this.clock = clock;
        this.ids = ids;
        this.registry = registry;
        lag =
                Timer.builder("sayso.reminder.lag")
                        .description("how late a reminder was raised")
                        .register(registry);
    }

    @Scheduled(fixedDelayString = "${sayso.reminder.sweep:1s}")
    void run() {
        try {
            sweep();
        } catch (Overloaded | StorageFailed | OutcomeUnknown e) {
            log.info("reminders wait: {}", e.getMessage());
        }
    }

    /** Does all there is to do now. */
    public void sweep() {
        boolean did = true;
        for (var work = work(); did && work.any(); work = work()) {
            // all of them: what one did may be what the next waits for
            did = work.replan() && writer.writeInBackground(this::plan);
            did |= work.due() && writer.writeInBackground(this::raise);
            did |= work.again() && writer.writeInBackground(this::raiseAgain);
            did |= work.missed() && writer.writeInBackground(this::tellWhatWasMissed);
        }
    }

    private SqlPlans.Work work() {
        return readers.read(db -> SqlPlans.work(db, clock.instant()));
    }

    private boolean plan(JdbcClient db) {
        var replan = SqlPlans.replan(db);
        replan.ifPresent(it -> ReminderFollower.replan(db, planner(db), subscriptions, it));
        return replan.isPresent();
    }

    private ReminderPlanner planner(JdbcClient db) {
        return new ReminderPlanner(db);
    }

    private boolean raise(JdbcClient db) {
        var now = clock.instant();
        long end = System.nanoTime() + LONGEST.toNanos();
        var planner = planner(db);
        boolean any = false;
        for (var plan : SqlPlans.due(db, now, SOME)) {
            raise(db, planner, plan, now);
            any = true;
            if (System.nanoTime() > end) {
                break;
            }
        }
        return any;
    }

    private void raise(JdbcClient db, ReminderPlanner planner, Planned plan, Instant now) {
        var context = planner.context(plan.account());
        var it = planner.find(plan).orElse(null);
        var last = last(planner, context, it, plan, now);
        var following = planner.following(context, it, plan, last);
        if (!SqlPlans.claim(db, plan, following) || !holds(it, plan)) {
            return;
        }
        var today = now.atZone(context.account().zone()).toLocalDate();
        var raised =
                new Raised(
                        ids.next(),
                        plan.account(),
                        plan.subscription(),
                        plan.kind(),
                        plan.daysBefore(),
                        last,
                        context.at(last, plan.daysBefore()),
                        state(db, plan, it, last, today),
                        1,
                        null);
        // what is not told is kept, too, or it would be planned anew
        if (!SqlReminders.add(db, raised, now) || raised.state() == State.VOID) {
            return;
        }
        lag.record(Duration.between(raised.dueAt(), now));
        counted(raised);
        if (raised.state() == State.RAISED) {
            tell(db, context, it, raised, today);
        }
    }

    private State state(
            JdbcClient db,
            Planned plan,
            @Nullable Subscription it,
            LocalDate about,
            LocalDate today) {
        return switch (plan.kind()) {
            case DIGEST -> today.isAfter(about.plusDays(DIGEST_LATE)) ? State.VOID : State.RAISED;
            case PAYMENT_MISSED ->
                    isPaid(db, plan.account(), it, about) ? State.VOID : State.RAISED;
            default -> today.isAfter(about) ? State.MISSED : State.RAISED;
        };
    }

    /** The last of its strand that is due: of those that were slept through one is enough. */
    private static LocalDate last(
            ReminderPlanner planner,
            Context context,
            @Nullable Subscription it,
            Planned plan,
            Instant now) {
        var last = plan.aboutOn();
        for (int i = 0; i < STEPS; i++) {
            var next = planner.following(context, it, plan, last);
            if (next.isEmpty() || next.get().dueAt().isAfter(now)) {
                return last;
            }
            last = next.get().aboutOn();
        }
        return last;
    }

    /** Whether it is still so: the plan may be a moment behind the log. */
    private static boolean holds(@Nullable Subscription it, Planned plan) {
        return plan.subscription() == null
                || it != null
                        && Series.next(it, plan.kind(), plan.aboutOn())
                                .filter(plan.aboutOn()::equals)
                                .isPresent();
    }

    /** Whether the period that began on the day was paid: half a cycle around it counts as it. */
    private boolean isPaid(
            JdbcClient db, AccountId account, @Nullable Subscription it, LocalDate day) {
        return it != null && Paid.isPaid(events.of(db, account, it.id()), it, day);
    }

    private void counted(Raised raised) {
        Counter.builder("sayso.reminder.raised")
                .description("reminders that were raised")
                .tag("kind", raised.kind().name().toLowerCase(Locale.ROOT))
                .tag("late", String.valueOf(raised.state() == State.MISSED))
                .register(registry)
                .increment();
    }

    private void tell(
            JdbcClient db,
            Context context,
            @Nullable Subscription it,
            Raised raised,
            LocalDate today) {
        var notices = new ReminderNotices(context.account(), today);
        if (raised.kind() == Kind.DIGEST) {
            notices.digest(
                            raised,
                            subscriptions.after(db, raised.account(), "", Subscriptions.MAX_PAGE))
                    .ifPresent(notice -> notifications.enqueue(db, notice));
        } else if (it != null) {
            notifications.enqueue(db, notices.of(raised, it));
        }
    }

    private boolean raiseAgain(JdbcClient db) {
        var now = clock.instant();
        var planner = planner(db);
        var again = SqlReminders.again(db, now, SOME);
        for (var raised : again) {
            var context = planner.context(raised.account());
            var today = now.atZone(context.account().zone()).toLocalDate();
            var it = find(db, raised.account(), raised.subscription());
            if (!today.isAfter(raised.aboutOn())) {
                tell(db, context, it, raised, today);
            }
        }
        return !again.isEmpty();
    }

    private @Nullable Subscription find(
            JdbcClient db, AccountId account, @Nullable SubscriptionId id) {
        return id == null ? null : subscriptions.find(db, account, id).orElse(null);
    }

    private boolean tellWhatWasMissed(JdbcClient db) {
        var now = clock.instant();
        var account = SqlReminders.missed(db, now);
        if (account.isEmpty()) {
            return false;
        }
        var context = planner(db).context(account.get());
        var today = now.atZone(context.account().zone()).toLocalDate();
        var missed = SqlReminders.tell(db, account.get());
        new ReminderNotices(context.account(), today)
                .missed(missed, raised -> find(db, raised.account(), raised.subscription()))
                .ifPresent(notice -> notifications.enqueue(db, notice));
        return true;
    }
}
