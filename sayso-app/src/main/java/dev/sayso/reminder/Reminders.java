package dev.sayso.reminder;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.event.ReminderRemoved;
import dev.sayso.event.ReminderSet;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.ledger.CaptureId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;
import dev.sayso.notification.Notifications;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Ids;
import dev.sayso.platform.time.Moments;
import dev.sayso.reminder.Raised.State;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an account is reminded of, when, and what it may do about it. */
@Component
public final class Reminders {
    /** How many are given at once. */
    public static final int MAX_PAGE = 200;

    /** How many days before a renewal one may be reminded. */
    public static final int MOST_LEADS = 10;

    private static final int MOST_SUBSCRIPTIONS = 200;
    private static final Duration SOME_HOURS = Duration.ofHours(3);

    private final Writer writer;
    private final Readers readers;
    private final EventLog log;
    private final Subscriptions subscriptions;
    private final Notifications notifications;
    private final ReminderFollower follower;
    private final Clock clock;
    private final Ids ids;

    Reminders(
            Writer writer,
            Readers readers,
            EventLog log,
            Subscriptions subscriptions,
            Notifications notifications,
            ReminderFollower follower,
            Clock clock,
            Ids ids) {
        this.writer = writer;
        this.readers = readers;
        this.log = log;
        this.subscriptions = subscriptions;
        this.notifications = notifications;
        this.follower = follower;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * One that is to come.
     *
     * @param subscription absent for what the week brings
     */
    public record Upcoming(
            @Nullable Subscription subscription,
            Kind kind,
            int daysBefore,
            LocalDate aboutOn,
            Instant dueAt) {}

    /** One that was raised, with what it is about. */
    public record Open(Raised raised, Subscription subscription) {}

    /** What comes next, the first first. */
    public List<Upcoming> upcoming(AccountId account, int limit) {
        return readers.read(
                db ->
                        SqlPlans.next(db, account, Math.min(limit, MAX_PAGE)).stream()
                                .map(it -> upcoming(db, it))
                                .toList());
    }

    private Upcoming upcoming(JdbcClient db, Planned it) {
        var id = it.subscription();
        return new Upcoming(
                id == null ? null : subscriptions.find(db, it.account(), id).orElse(null),
                it.kind(),
                it.daysBefore(),
                it.aboutOn(),
                it.dueAt());
    }

    /** What was raised and waits for a word, the nearest first. */
    public List<Open> open(Account account) {
        return readers.read(
                db -> {
                    var open = new ArrayList<Open>();
                    for (var it :
                            SqlReminders.open(db, account.id(), account.today(clock), MAX_PAGE)) {
                        var id = it.subscription();
                        if (id != null) {
                            subscriptions
                                    .find(db, account.id(), id)
                                    .ifPresent(about -> open.add(new Open(it, about)));
                        }
                    }
                    return open;
                });
    }

    /** When anything was last raised for the account. */
    public Optional<Instant> lastRaisedAt(AccountId account) {
        return readers.read(db -> SqlReminders.lastRaisedAt(db, account));
    }

    public ReminderSettings settings(AccountId account) {
        return readers.read(db -> SqlReminders.settings(db, account).settings());
    }

    /** How many days before a renewal one is reminded, of all; empty: by the defaults. */
    public SortedSet<Integer> daysBefore(AccountId account) {
        return readers.read(db -> new TreeSet<>(SqlPlans.rules(db, account, null).said().keySet()));
    }

    /** How many days before its renewal one is reminded of a subscription. */
    public SortedSet<Integer> daysBefore(AccountId account, Subscription it) {
        return readers.read(
                db ->
                        new TreeSet<>(
                                Rules.effective(
                                                SqlPlans.rules(db, account, it.id()),
                                                SqlPlans.rules(db, account, null),
                                                it.cycle())
                                        .keySet()));
    }

    /** Sets how an account wants to be reminded, and plans all anew. */
    public void change(Account account, ReminderSettings settings) {
        writer.write(
                db -> {
                    SqlReminders.put(db, account.id(), settings, clock.instant());
                    follower.replan(db, planner(db), account.id());
                    return true;
                });
    }

    /** Plans all of an account anew, as it is. */
    public void planAnew(AccountId account) {
        writer.write(
                db -> {
                    follower.replan(db, planner(db), account);
                    return true;
                });
    }

    private ReminderPlanner planner(JdbcClient db) {
        return new ReminderPlanner(db);
    }

    /**
     * Says in the log how many days before a renewal one wants to be reminded: of one subscription,
     * or of all. None of one: not at all; none of all: by the defaults again.
     *
     * @return whether anything is another than before
     * @throws IllegalArgumentException when a day is out of range, or there are too many
     */
    public boolean say(Account account, @Nullable Subscription it, Collection<Integer> daysBefore) {
        var wanted = checked(daysBefore);
        var id = it == null ? null : it.id();
        var name = it == null ? null : it.name();
        return writer.write(
                db -> {
                    var cause = new CaptureId(ids.next());
                    var rules = SqlPlans.rules(db, account.id(), id);
                    var events = new ArrayList<SubscriptionEvent>();
                    wanted.stream()
                            .filter(days -> !rules.said().containsKey(days))
                            .forEach(days -> events.add(new ReminderSet(days, name)));
                    unwanted(db, account, it, rules, wanted)
                            .forEach(days -> events.add(new ReminderRemoved(days, name)));
                    events.forEach(event -> note(db, account, id, event, cause));
                    if (!events.isEmpty()) {
                        // at once, too, so that the reply shows it; the follower does the same
                        follower.rulesChanged(db, account.id(), id);
                    }
                    return !events.isEmpty();
                });
    }

    private void note(
            JdbcClient db,
            Account account,
            @Nullable SubscriptionId id,
            SubscriptionEvent event,
            CaptureId cause) {
        if (id == null) {
            log.append(db, account, null, event, cause);
        } else {
            subscriptions
                    .find(db, account.id(), id)
                    .ifPresent(it -> subscriptions.append(db, account, it, event, cause));
        }
    }

    private static SortedSet<Integer> unwanted(
            JdbcClient db,
            Account account,
            @Nullable Subscription it,
            Rules rules,
            SortedSet<Integer> wanted) {
        var unwanted = new TreeSet<>(rules.said().keySet());
        if (it != null && wanted.isEmpty()) {
            // without any of its own the account's would hold, which are not wanted either
            unwanted.addAll(
                    Rules.effective(Rules.NONE, SqlPlans.rules(db, account.id(), null), it.cycle())
                            .keySet());
        }
        unwanted.removeAll(wanted);
        return unwanted;
    }

    private static SortedSet<Integer> checked(Collection<Integer> daysBefore) {
        var days = new TreeSet<>(daysBefore);
        if (days.size() > MOST_LEADS) {
            throw new IllegalArgumentException(
                    "days_before has " + days.size() + " days; give at most " + MOST_LEADS);
        }
        days.forEach(day -> new ReminderSet(day, null));
        return days;
    }

    /**
     * The moments that reminders so many days before a renewal would come at: of one subscription,
     * or of all; the first first. Nothing is written.
     */
    public List<Upcoming> moments(
            Account account, @Nullable Subscription it, Collection<Integer> daysBefore, int limit) {
        var days = checked(daysBefore);
        var now = Moments.text(clock.instant());
        return readers.read(
                db -> {
                    var context = planner(db).context(account);
                    var all =
                            it == null
                                    ? subscriptions.after(db, account.id(), "", MOST_SUBSCRIPTIONS)
                                    : List.of(it);
                    var moments = new ArrayList<Upcoming>();
                    for (var one : all) {
                        for (int before : days) {
                            var kind =
                                    one.trialEndsOn() != null
                                                    && one.trialEndsOn()
                                                            .isAfter(account.today(clock))
                                            ? Kind.TRIAL_END
                                            : Kind.RENEWAL;
                            ReminderPlanner.next(
                                            context, one, new Lead(kind, before, now), null, now)
                                    .ifPresent(
                                            plan ->
                                                    moments.add(
                                                            new Upcoming(
                                                                    one,
                                                                    plan.kind(),
                                                                    before,
                                                                    plan.aboutOn(),
                                                                    plan.dueAt())));
                        }
                    }
                    moments.sort(
                            Comparator.comparing(Upcoming::dueAt).thenComparing(Upcoming::aboutOn));
                    return List.copyOf(moments.subList(0, Math.min(limit, moments.size())));
                });
    }

    /** What became of a press. */
    public enum Acted {
        DONE,
        /** It was done before, or holds no more. */
        TOO_LATE,
        UNKNOWN
    }

    /** Whether the account has it. */
    public boolean has(AccountId account, String id) {
        return readers.read(db -> SqlReminders.find(db, account, id)).isPresent();
    }

    /** Marks it done, whoever asks how often. */
    public Acted done(AccountId account, String id) {
        return writer.write(db -> acted(db, account, id, done(db, account, id, true)));
    }

    /**
     * Puts it off.
     *
     * @param until the moment at which it comes again; null: tomorrow at its hour, or on its last
     *     day in some hours
     * @throws IllegalArgumentException when the moment is no use
     */
    public Acted snooze(Account account, String id, @Nullable Instant until) {
        return writer.write(
                db -> acted(db, account.id(), id, snooze(db, account, id, until, true)));
    }

    private static Acted acted(JdbcClient db, AccountId account, String id, boolean done) {
        if (done) {
            return Acted.DONE;
        }
        return SqlReminders.find(db, account, id).isPresent() ? Acted.TOO_LATE : Acted.UNKNOWN;
    }

    /**
     * In a unit.
     *
     * @param withdraw whether its notice goes, too: not when it was the notice's button
     */
    boolean done(JdbcClient db, AccountId account, String id, boolean withdraw) {
        var it = SqlReminders.find(db, account, id).filter(Raised::isOpen);
        if (it.isEmpty() || !SqlReminders.move(db, it.get(), State.DONE, null)) {
            return false;
        }
        if (withdraw) {
            notifications.withdraw(db, account, it.get().key());
        }
        return true;
    }

    boolean snooze(
            JdbcClient db, Account account, String id, @Nullable Instant until, boolean withdraw) {
        var it = SqlReminders.find(db, account.id(), id).filter(Raised::isOpen);
        if (it.isEmpty()) {
            return false;
        }
        var raised = it.get();
        var now = clock.instant();
        var last = raised.aboutOn().plusDays(1).atStartOfDay(account.zone()).toInstant();
        var again = until == null ? later(db, account, last) : until;
        if (until == null && !again.isBefore(last)) {
            return false; // nothing of its day is left
        }
        if (!again.isAfter(now) || !again.isBefore(last)) {
            throw new IllegalArgumentException(
                    "until "
                            + Moments.text(again)
                            + " is of no use; give a moment to come, on "
                            + raised.aboutOn()
                            + " at the latest");
        }
        if (!SqlReminders.move(db, raised, State.SNOOZED, again)) {
            return false;
        }
        if (withdraw) {
            notifications.withdraw(db, account.id(), raised.key());
        }
        return true;
    }

    /** Tomorrow at its hour; when that is too late, in some hours. */
    private Instant later(JdbcClient db, Account account, Instant last) {
        var settings = SqlReminders.settings(db, account.id()).settings();
        var tomorrow =
                LocalHour.first(account.today(clock).plusDays(1), settings.at(), account.zone());
        return tomorrow.isBefore(last) ? tomorrow : clock.instant().plus(SOME_HOURS);
    }
}
