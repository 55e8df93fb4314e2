package dev.sayso.subscription;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Money;
import dev.sayso.event.Share;
import dev.sayso.event.SubscriptionCancelled;
import dev.sayso.event.SubscriptionCycleChanged;
import dev.sayso.event.SubscriptionDetailsSet;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.event.SubscriptionPaused;
import dev.sayso.event.SubscriptionPriceChanged;
import dev.sayso.event.SubscriptionRenamed;
import dev.sayso.event.SubscriptionRenewalSet;
import dev.sayso.event.SubscriptionResumed;
import dev.sayso.event.SubscriptionTermsSet;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/** Makes the event of a change to a subscription. Pure. */
record Changing(Subscription it, LocalDate today) {
    static Changing of(Subscription it, LocalDate today) {
        return new Changing(it, today);
    }

    /**
     * The event of the change; empty when it is so already.
     *
     * @throws Unfit when it does not fit
     */
    Optional<SubscriptionEvent> event(Change change) {
        return Optional.ofNullable(
                switch (change) {
                    case Change.Price(var cost, var currency, var from) ->
                            price(money(cost, currency), from);
                    case Change.Cycle(var cycle, var cost, var currency, var from) ->
                            cycle(cycle, cost == null ? null : money(cost, currency), from);
                    case Change.Renewal(var on) -> renewal(on);
                    case Change.Pause(var until) -> pause(until);
                    case Change.Resume() -> it.paused() ? new SubscriptionResumed(it.name()) : null;
                    case Change.Cancel(var on) -> cancel(on);
                    case Change.Keep() -> null;
                    case Change.Trial(var until) -> terms(until, it.endsOn());
                    case Change.End(var on) -> terms(it.trialEndsOn(), on);
                    case Change.Name(var name) ->
                            name.strip().equals(it.name())
                                    ? null
                                    : new SubscriptionRenamed(it.name(), name);
                    case Change.Note(var note) -> {
                        var d = it.details();
                        yield details(note, d.tags(), d.paymentMethod(), d.myShare());
                    }
                    case Change.Labels(var tags) -> {
                        var d = it.details();
                        yield details(d.note(), tags, d.paymentMethod(), d.myShare());
                    }
                    case Change.Method(var method) -> {
                        var d = it.details();
                        yield details(d.note(), d.tags(), method, d.myShare());
                    }
                    case Change.Shared(var share) -> {
                        var d = it.details();
                        yield details(d.note(), d.tags(), d.paymentMethod(), share(share));
                    }
                });
    }

    private Money money(BigDecimal cost, @Nullable Currency currency) {
        var in = currency == null ? it.cost().currency() : currency;
        if (Money.normal(cost).scale() > Money.fractionDigits(in)) {
            throw new Unfit(
                    "unfit.cost",
                    "cost \""
                            + cost.toPlainString()
                            + "\" has more digits after the point than "
                            + in.getCurrencyCode()
                            + " has; give at most "
                            + Money.fractionDigits(in));
        }
        return new Money(cost, in);
    }

    private @Nullable SubscriptionEvent price(Money cost, @Nullable LocalDate from) {
        var later = it.later();
        boolean toCome = from != null && from.isAfter(today);
        boolean isSo =
                toCome
                        ? later != null && later.cost().equals(cost) && later.from().equals(from)
                        : it.costOn(today).equals(cost)
                                && (later == null || !later.from().isAfter(today));
        return isSo ? null : new SubscriptionPriceChanged(it.name(), cost, from);
    }

    private @Nullable SubscriptionEvent cycle(
            BillingCycle cycle, @Nullable Money cost, @Nullable LocalDate from) {
        boolean isSo = it.cycle().equals(cycle) && (cost == null || it.costOn(today).equals(cost));
        return isSo ? null : new SubscriptionCycleChanged(it.name(), cycle, cost, from);
    }

    private @Nullable SubscriptionEvent renewal(LocalDate on) {
        refuseOver();
        if (on.isBefore(today)) {
            throw new Unfit(
                    "unfit.renewal",
                    "next_renewal_on \"" + on + "\" has passed; give today or a day to come");
        }
        return !it.renewalAssumed() && it.nextRenewal(today).filter(on::equals).isPresent()
                ? null
                : new SubscriptionRenewalSet(it.name(), on);
    }

    private @Nullable SubscriptionEvent pause(@Nullable LocalDate until) {
        refuseOver();
        if (until != null && !until.isAfter(today)) {
            throw new Unfit(
                    "unfit.pause",
                    "resumes_on \"" + until + "\" is not to come; give a day after today, or none");
        }
        return it.statusOn(today) == Status.PAUSED && Objects.equals(it.resumesOn(), until)
                ? null
                : new SubscriptionPaused(it.name(), until);
    }

    private @Nullable SubscriptionEvent cancel(@Nullable LocalDate on) {
        var was = it.cancelledOn();
        return was != null && (on == null || on.equals(was))
                ? null
                : new SubscriptionCancelled(it.name(), on);
    }

    private void refuseOver() {
        if (!it.isStanding(today)) {
            throw new Unfit(
                    "unfit.over",
                    "this subscription is "
                            + it.statusOn(today).wire()
                            + "; DELETE its cancellation or its end first");
        }
    }

    private @Nullable SubscriptionEvent terms(@Nullable LocalDate trial, @Nullable LocalDate end) {
        if (trial != null && end != null && end.isBefore(trial)) {
            throw new Unfit(
                    "unfit.terms",
                    "ends_on \"" + end + "\" is before trial_ends_on \"" + trial + "\"");
        }
        return Objects.equals(trial, it.trialEndsOn()) && Objects.equals(end, it.endsOn())
                ? null
                : new SubscriptionTermsSet(it.name(), trial, end);
    }

    private @Nullable Share share(@Nullable Share share) {
        if (share instanceof Share.Amount(var amount)) {
            money(amount, null);
        }
        return share;
    }

    private @Nullable SubscriptionEvent details(
            @Nullable String note,
            dev.sayso.event.Tags tags,
            @Nullable String method,
            @Nullable Share share) {
        var event = new SubscriptionDetailsSet(it.name(), note, tags, method, share);
        var is = it.details();
        return new Details(event.note(), event.tags(), event.paymentMethod(), event.myShare())
                        .equals(is)
                ? null
                : event;
    }
}
