package dev.sayso.reminder;

import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.account.Accounts;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.notification.Kind;
import dev.sayso.reminder.SqlReminders.Strand;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans reminders, in a unit: the next of each kind and lead. What it plans is a function of the
 * log, the settings, the zone and the acts, never of the moment at which it plans, so that a plan
 * made anew is the same one and nothing that is due gets lost on the way. It remembers what it read
 * of accounts: a fresh one each unit.
 */
final class ReminderPlanner {
    private static final int BEFORE_A_RISE = 7;
    private static final int BEFORE_AN_END = 1;
    private static final int AFTER_A_PAYMENT = -3;
    private static final int TRIES = 3;

    private final JdbcClient db;
    private final Map<AccountId, Context> contexts = new HashMap<>();

    ReminderPlanner(JdbcClient db) {
        this.db = db;
    }

    /** What holds for all of an account. */
    record Context(Account account, ReminderSettings settings, String since, Rules rules) {
        Instant at(LocalDate day) {
            return LocalHour.first(day, settings.at(), account.zone());
        }

        Instant at(LocalDate aboutOn, int daysBefore) {
            return at(aboutOn.minusDays(daysBefore));
        }
    }

    Context context(AccountId id) {
        return contexts.computeIfAbsent(id, _ -> context(Accounts.get(db, id)));
    }

    Context context(Account account) {
        var set = SqlReminders.settings(db, account.id());
        return new Context(
                account, set.settings(), set.since(), SqlPlans.rules(db, account.id(), null));
    }

    /** As the account is now, though it is not written yet. */
    ReminderPlanner as(Account account) {
        contexts.put(account.id(), context(account));
        return this;
    }

    Optional<Subscription> find(Planned it) {
        var id = it.subscription();
        return id == null ? Optional.empty() : Subscriptions.row(db, it.account(), id);
    }

    /** Plans one subscription. */
    void plan(AccountId account, SubscriptionId id) {
        put(account, id, plans(account, id));
    }

    private List<Planned> plans(AccountId account, SubscriptionId id) {
        var base = SqlPlans.base(db, account, id);
        var it = Subscriptions.row(db, account, id);
        if (base.isEmpty() || it.isEmpty()) {
            return List.of();
        }
        var context = context(account);
        var acted = SqlReminders.acted(db, account, id);
        var plans = new ArrayList<Planned>();
        for (var lead : leads(context, it.get(), SqlPlans.rules(db, account, id), base.get())) {
            var since = latest(latest(base.get().since(), context.since()), lead.since());
            next(context, it.get(), lead, acted.get(new Strand(lead.kind(), lead.days())), since)
                    .ifPresent(plans::add);
        }
        return plans;
    }

    /** Plans what an account gets that is about no single subscription. */
    void planDigest(AccountId account) {
        var base = SqlPlans.base(db, account, null);
        var context = context(account);
        var plans = new ArrayList<Planned>();
        if (base.isPresent() && context.settings().wants(Kind.DIGEST)) {
            var since = latest(base.get().since(), context.since());
            var last = SqlReminders.acted(db, account, null).get(new Strand(Kind.DIGEST, 0));
            plans.add(digest(context, last, since));
        }
        put(account, null, plans);
    }

    private Planned digest(Context context, @Nullable LocalDate last, String since) {
        var from = day(context, since);
        if (last != null && !last.isBefore(from)) {
            from = last.plusDays(1);
        }
        var about = from.with(TemporalAdjusters.nextOrSame(context.settings().digestOn()));
        if (context.at(about).isBefore(moment(since))) {
            about = about.plusWeeks(1);
        }
        return new Planned(context.account().id(), null, Kind.DIGEST, 0, about, context.at(about));
    }

    /** What comes after a plan that was carried out for the day. */
    Optional<Planned> following(
            Context context, @Nullable Subscription it, Planned plan, LocalDate done) {
        if (plan.kind() == Kind.DIGEST) {
            return Optional.of(digest(context, done, ""));
        }
        var lead = new Lead(plan.kind(), plan.daysBefore(), "");
        return it == null ? Optional.empty() : next(context, it, lead, done, "");
    }

    /** Writes only what is another than before: most events move nothing. */
    private void put(AccountId account, @Nullable SubscriptionId id, List<Planned> plans) {
        var before = SqlPlans.of(db, account, id);
        before.stream()
                .filter(old -> plans.stream().noneMatch(it -> isSameStrand(it, old)))
                .forEach(old -> SqlPlans.remove(db, old));
        plans.stream().filter(it -> !before.contains(it)).forEach(it -> SqlPlans.add(db, it));
    }

    private static boolean isSameStrand(Planned one, Planned other) {
        return one.kind() == other.kind() && one.daysBefore() == other.daysBefore();
    }

    /** How and how long before a subscription's account is reminded of it. */
    static List<Lead> leads(Context context, Subscription it, Rules own, Base base) {
        var settings = context.settings();
        var leads = new ArrayList<Lead>();
        var renewals = Rules.effective(own, context.rules(), it.cycle());
        renewals.forEach((days, since) -> leads.add(new Lead(Kind.RENEWAL, days, since)));
        if (Series.isLong(it.cycle()) && !renewals.containsKey(settings.cancelByDays())) {
            leads.add(new Lead(Kind.CANCEL_BY, settings.cancelByDays(), ""));
        }
        if (it.trialEndsOn() != null) {
            var said = own.said();
            said.forEach((days, since) -> leads.add(new Lead(Kind.TRIAL_END, days, since)));
            if (said.isEmpty()) {
                leads.add(new Lead(Kind.TRIAL_END, settings.trialDays(), ""));
            }
        }
        leads.add(new Lead(Kind.PRICE_RISE, BEFORE_A_RISE, ""));
        leads.add(new Lead(Kind.PLAN_END, BEFORE_AN_END, ""));
        if (base.pays()) {
            leads.add(new Lead(Kind.PAYMENT_MISSED, AFTER_A_PAYMENT, ""));
        }
        leads.removeIf(lead -> !settings.wants(lead.kind()));
        return leads;
    }

    /**
     * The next of a strand: about a day after the last one that was raised, and not due from before
     * {@code since}.
     */
    static Optional<Planned> next(
            Context context, Subscription it, Lead lead, @Nullable LocalDate acted, String since) {
        var from = day(context, since).plusDays(lead.days());
        if (acted != null && !acted.isBefore(from)) {
            from = acted.plusDays(1);
        }
        for (int i = 0; i < TRIES; i++) {
            var about = Series.next(it, lead.kind(), from);
            if (about.isEmpty()) {
                return Optional.empty();
            }
            var due = context.at(about.get(), lead.days());
            if (!due.isBefore(moment(since))) {
                return Optional.of(
                        new Planned(
                                context.account().id(),
                                it.id(),
                                lead.kind(),
                                lead.days(),
                                about.get(),
                                due));
            }
            from = about.get().plusDays(1);
        }
        return Optional.empty();
    }

    private static LocalDate day(Context context, String since) {
        return since.isEmpty()
                ? LocalDate.of(1970, 1, 1)
                : moment(since).atZone(context.account().zone()).toLocalDate();
    }

    private static Instant moment(String since) {
        return since.isEmpty() ? Instant.EPOCH : Instant.parse(since);
    }

    private static String latest(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
