package dev.sayso.subscription;

import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.event.SubscriptionCancelled;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionCycleChanged;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.event.SubscriptionPriceChanged;
import dev.sayso.subscription.Fit.Refusal;
import dev.sayso.subscription.Fit.Refused;
import dev.sayso.subscription.Fit.Unclear;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether an event fits the subscriptions of its name. Pure; empty means that it fits. */
final class Rules {
    private Rules() {}

    static Optional<Fit> created(
            SubscriptionCreated event, List<Subscription> standing, LocalDate today) {
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        var same =
                standing.stream()
                        .filter(
                                it ->
                                        it.costOn(today).equals(event.cost())
                                                && it.cycle().equals(event.billingCycle()))
                        .findFirst();
        if (same.isPresent()) {
            return Optional.of(
                    new Refused(
                            Refusal.DUPLICATE,
                            List.of(same.get()),
                            List.of(
                                    choice("choice.second", "type", event.type().wire()),
                                    Choice.LEAVE)));
        }
        var there = standing.getFirst();
        boolean sameCycle = there.cycle().equals(event.billingCycle());
        var change = sameCycle ? "SUBSCRIPTION_PRICE_CHANGED" : "SUBSCRIPTION_CYCLE_CHANGED";
        return Optional.of(
                new Unclear(
                        Field.TYPE,
                        List.of(there),
                        List.of(
                                choice(
                                        sameCycle ? "choice.new_price" : "choice.new_cycle",
                                        "type",
                                        change),
                                choice("choice.second_plan", "type", event.type().wire()))));
    }

    static Fit unknown(SubscriptionEvent event) {
        List<Choice> choices =
                switch (event) {
                    // a price without a cycle may be the first that is told of it
                    case PaymentRecorded _, SubscriptionPriceChanged _ ->
                            List.of(
                                    create("choice.monthly", "monthly"),
                                    create("choice.yearly", "yearly"),
                                    Choice.LEAVE);
                    case SubscriptionCycleChanged(_, _, Money _, _) ->
                            List.of(
                                    choice("choice.add", "type", "SUBSCRIPTION_CREATED"),
                                    Choice.LEAVE);
                    default -> List.of(Choice.LEAVE);
                };
        return new Refused(Refusal.UNKNOWN_SUBSCRIPTION, List.of(), choices);
    }

    static Optional<Fit> change(SubscriptionEvent event, Subscription it) {
        return event instanceof SubscriptionCancelled && it.cancelledOn() != null
                ? Optional.of(
                        new Refused(Refusal.ALREADY_CANCELLED, List.of(it), List.of(Choice.LEAVE)))
                : Optional.empty();
    }

    private static Choice create(String key, String cycle) {
        return new Choice(
                key, List.of(), Map.of("type", "SUBSCRIPTION_CREATED", "billing_cycle", cycle));
    }

    private static Choice choice(String key, String field, String value) {
        return new Choice(key, List.of(), Map.of(field, value));
    }
}
