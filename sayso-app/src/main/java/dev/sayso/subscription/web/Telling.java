package dev.sayso.subscription.web;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.EventRetracted;
import dev.sayso.event.Money;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.event.ReminderRemoved;
import dev.sayso.event.ReminderSet;
import dev.sayso.event.SubscriptionCancelled;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionCycleChanged;
import dev.sayso.event.SubscriptionDetailsSet;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.event.SubscriptionPaused;
import dev.sayso.event.SubscriptionPriceChanged;
import dev.sayso.event.SubscriptionRenamed;
import dev.sayso.event.SubscriptionRenewalSet;
import dev.sayso.event.SubscriptionResumed;
import dev.sayso.event.SubscriptionTermsSet;
import dev.sayso.platform.web.Phrase;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Subscription;

import java.util.ArrayList;
import java.util.List;

/** Says what a subscription is, and what happened to it. */
final class Telling {
    private final Words words;

    Telling(Words words) {
        this.words = words;
    }

    /** Its life in a sentence or two. */
    List<Phrase> life(Subscription it) {
        var today = words.today();
        var cost = money(it.costOn(today));
        var every = words.every(it.cycle().period());
        var next = it.nextRenewal(today).orElse(null);
        var life = new ArrayList<Phrase>();
        life.add(
                switch (it.statusOn(today)) {
                    case CANCELLED -> cancelled(it, cost, every);
                    case ENDED -> words.phrase("life.ended", cost, every);
                    case PAUSED -> {
                        var resumes = it.resumesOn();
                        yield resumes == null
                                ? words.phrase("life.paused", cost, every)
                                : words.phrase(
                                        "life.paused_until", cost, every, words.day(resumes));
                    }
                    case TRIAL ->
                            next == null
                                    ? words.phrase("life.last", cost, every)
                                    : words.phrase(
                                            "life.trial", cost, every, words.weekdayAndDay(next));
                    case ACTIVE ->
                            next == null
                                    ? words.phrase("life.last", cost, every)
                                    : it.assumed().isEmpty()
                                            ? words.phrase(
                                                    "life", cost, every, words.weekdayAndDay(next))
                                            : words.phrase(
                                                    "life.about", cost, every, words.about(next));
                });
        var later = it.later();
        if (later != null && later.from().isAfter(today)) {
            life.add(words.phrase("life.later", words.day(later.from()), money(later.cost())));
        }
        if (it.endsOn() != null && !it.endsOn().isBefore(today)) {
            life.add(words.phrase("life.ends", words.day(it.endsOn())));
        }
        if (it.details().myShare() != null) {
            life.add(
                    words.phrase(
                            "life.share",
                            words.money(it.mineOn(today), it.costOn(today).currency())));
        }
        return life;
    }

    private Phrase cancelled(Subscription it, String cost, String every) {
        var on = it.cancelledOn();
        return on != null && on.isAfter(words.today())
                ? words.phrase("life.cancelled_until", cost, every, words.day(on))
                : words.phrase("life.cancelled", cost, every);
    }

    /** What happened, in a sentence. */
    String of(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionCreated e ->
                    words.say("history.created", money(e.cost()), every(e.billingCycle()));
            case SubscriptionPriceChanged(_, var cost, var from) ->
                    from == null
                            ? words.say("history.price", money(cost))
                            : words.say("history.price_from", money(cost), words.day(from));
            case SubscriptionRenewalSet(_, var day) -> words.say("history.renewal", words.day(day));
            case SubscriptionCycleChanged(_, var cycle, var cost, _) ->
                    cost == null
                            ? words.say("history.cycle", every(cycle))
                            : words.say("history.cycle_at", every(cycle), money(cost));
            case SubscriptionCancelled(_, var day) ->
                    day == null
                            ? words.say("history.cancelled")
                            : words.say("history.cancelled_on", words.day(day));
            case SubscriptionPaused(_, var until) ->
                    until == null
                            ? words.say("history.paused")
                            : words.say("history.paused_until", words.day(until));
            case SubscriptionResumed _ -> words.say("history.resumed");
            case PaymentRecorded(_, var cost, var day) ->
                    day == null
                            ? words.say("history.paid", money(cost))
                            : words.say("history.paid_on", money(cost), words.day(day));
            case ReminderSet(int days, _) -> words.say("history.remind", days);
            case ReminderRemoved(int days, _) -> words.say("history.remind_not", days);
            case SubscriptionRenamed(_, var name) -> words.say("history.renamed", name);
            case SubscriptionTermsSet(_, var trial, var end) ->
                    trial != null && end != null
                            ? words.say("history.terms", words.day(trial), words.day(end))
                            : trial != null
                                    ? words.say("history.trial", words.day(trial))
                                    : end != null
                                            ? words.say("history.end", words.day(end))
                                            : words.say("history.no_terms");
            case SubscriptionDetailsSet _ -> words.say("history.details");
            case EventRetracted _ -> words.say("history.taken_back");
        };
    }

    private String money(Money money) {
        return words.money(money.amount(), money.currency());
    }

    private String every(BillingCycle cycle) {
        return words.every(cycle.period());
    }
}
