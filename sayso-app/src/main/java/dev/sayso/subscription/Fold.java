package dev.sayso.subscription;

import dev.sayso.event.EventRetracted;
import dev.sayso.event.Money;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.event.ReminderRemoved;
import dev.sayso.event.ReminderSet;
import dev.sayso.event.SubscriptionCancelled;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionCycleChanged;
import dev.sayso.event.SubscriptionDetailsSet;
import dev.sayso.event.SubscriptionPaused;
import dev.sayso.event.SubscriptionPriceChanged;
import dev.sayso.event.SubscriptionRenamed;
import dev.sayso.event.SubscriptionRenewalSet;
import dev.sayso.event.SubscriptionResumed;
import dev.sayso.event.SubscriptionTermsSet;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.subscription.Subscription.Later;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Folds the events of one subscription, in order, into what they say together. Pure. */
final class Fold {
    private Fold() {}

    /** Empty when the event that created it was retracted: the rest says nothing without it. */
    static Optional<Subscription> of(List<StoredEvent> events) {
        Subscription state = null;
        for (var stored : events) {
            state = next(state, stored);
        }
        return Optional.ofNullable(state);
    }

    static @Nullable Subscription next(@Nullable Subscription state, StoredEvent stored) {
        var on = stored.occurredOn();
        long version = Objects.requireNonNull(stored.version());
        if (stored.event() instanceof SubscriptionCreated created) {
            return created(Objects.requireNonNull(stored.subscriptionId()), created, on, version);
        }
        if (state == null) {
            return null;
        }
        var f = new Changes(state, version);
        switch (stored.event()) {
            case SubscriptionPriceChanged e -> f.price(e.cost(), e.effectiveOn(), on);
            case SubscriptionRenewalSet e -> f.renewal(e.nextRenewalOn(), e.nextRenewalOn(), false);
            case SubscriptionCycleChanged e -> f.cycle(e, on);
            case SubscriptionCancelled e ->
                    f.cancelledOn = e.effectiveOn() != null ? e.effectiveOn() : on;
            case SubscriptionPaused e -> f.pause(true, e.resumesOn());
            case SubscriptionResumed _ -> {
                f.pause(false, null);
                f.cancelledOn = null;
            }
            case SubscriptionRenamed(_, var newName) -> f.name = newName;
            case SubscriptionTermsSet(_, var trialEndsOn, var endsOn) ->
                    f.terms(trialEndsOn, endsOn);
            case SubscriptionDetailsSet e ->
                    f.details = new Details(e.note(), e.tags(), e.paymentMethod(), e.myShare());
            case PaymentRecorded _, ReminderSet _, ReminderRemoved _ -> {}
            case EventRetracted _, SubscriptionCreated _ -> {}
        }
        return f.done();
    }

    private static Subscription created(
            SubscriptionId id, SubscriptionCreated e, LocalDate on, long version) {
        LocalDate anchor;
        LocalDate from;
        boolean assumed = false;
        if (e.nextRenewalOn() != null) {
            anchor = e.nextRenewalOn();
            from = anchor;
        } else if (e.trialEndsOn() != null) {
            anchor = e.trialEndsOn();
            from = anchor;
        } else if (e.startedOn() != null) {
            anchor = e.startedOn();
            // what began was paid that day; what is to begin is paid first on it
            from = anchor.isAfter(on) ? anchor : anchor.plusDays(1);
        } else {
            anchor = on;
            from = on.plusDays(1);
            assumed = true;
        }
        return new Subscription(
                id,
                e.name(),
                e.cost(),
                null,
                e.billingCycle(),
                anchor,
                from,
                assumed,
                e.startedOn(),
                e.trialEndsOn(),
                e.endsOn(),
                false,
                null,
                null,
                version);
    }

    /** The state with some of its values changed. */
    private static final class Changes {
        private final Subscription old;
        private final long version;
        private Money cost;
        private @Nullable Later later;
        private dev.sayso.event.BillingCycle cycle;
        private LocalDate anchorOn;
        private LocalDate renewsFrom;
        private boolean renewalAssumed;
        private boolean paused;
        private @Nullable LocalDate resumesOn;
        private @Nullable LocalDate cancelledOn;
        private String name;
        private @Nullable LocalDate trialEndsOn;
        private @Nullable LocalDate endsOn;
        private Details details;

        Changes(Subscription old, long version) {
            this.old = old;
            this.version = version;
            cost = old.cost();
            later = old.later();
            cycle = old.cycle();
            anchorOn = old.anchorOn();
            renewsFrom = old.renewsFrom();
            renewalAssumed = old.renewalAssumed();
            paused = old.paused();
            resumesOn = old.resumesOn();
            cancelledOn = old.cancelledOn();
            name = old.name();
            trialEndsOn = old.trialEndsOn();
            endsOn = old.endsOn();
            details = old.details();
        }

        void price(Money price, @Nullable LocalDate effectiveOn, LocalDate on) {
            var from = effectiveOn == null ? on : effectiveOn;
            cost = old.costOn(on);
            later = null;
            if (from.isAfter(on)) {
                later = new Later(price, from);
            } else {
                cost = price;
            }
        }

        void renewal(LocalDate anchor, LocalDate from, boolean assumed) {
            anchorOn = anchor;
            renewsFrom = from;
            renewalAssumed = assumed;
        }

        void cycle(SubscriptionCycleChanged e, LocalDate on) {
            cycle = e.billingCycle();
            if (e.cost() != null) {
                price(e.cost(), e.effectiveOn(), on);
            }
            var effective = e.effectiveOn();
            if (effective == null) {
                renewal(on, on.plusDays(1), true);
            } else {
                renewal(
                        effective,
                        effective.isAfter(on) ? effective : effective.plusDays(1),
                        false);
            }
        }

        void pause(boolean now, @Nullable LocalDate until) {
            paused = now;
            resumesOn = until;
        }

        /** A trial that ends on another day is paid first on that day. */
        void terms(@Nullable LocalDate trial, @Nullable LocalDate end) {
            if (trial != null && !trial.equals(trialEndsOn)) {
                renewal(trial, trial, false);
            }
            trialEndsOn = trial;
            endsOn = end;
        }

        Subscription done() {
            return new Subscription(
                    old.id(),
                    name,
                    cost,
                    later,
                    cycle,
                    anchorOn,
                    renewsFrom,
                    renewalAssumed,
                    old.startedOn(),
                    trialEndsOn,
                    endsOn,
                    paused,
                    resumesOn,
                    cancelledOn,
                    version,
                    details);
        }
    }
}
