package dev.sayso.capture.web;

import dev.sayso.capture.Reply.Noted;
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
import dev.sayso.event.SubscriptionPaused;
import dev.sayso.event.SubscriptionPriceChanged;
import dev.sayso.event.SubscriptionRenamed;
import dev.sayso.event.SubscriptionRenewalSet;
import dev.sayso.event.SubscriptionResumed;
import dev.sayso.event.SubscriptionTermsSet;
import dev.sayso.platform.web.Phrase;
import dev.sayso.platform.web.Words;
import dev.sayso.reminder.Reminders.Upcoming;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;

/** Tells what was noted, a sentence an event. */
final class Tellings {
    private final Words words;

    Tellings(Words words) {
        this.words = words;
    }

    /**
     * What the event means.
     *
     * @param it the subscription as it is now, where it is still there
     * @param alone whether nothing else was noted, so that its name need not be said
     */
    Phrase noted(Noted noted, @Nullable Subscription it, boolean alone) {
        return switch (noted.reading().event()) {
            case SubscriptionCreated e -> created(e, it, alone, noted.replaced() != null);
            case SubscriptionPriceChanged(var name, var cost, var from) ->
                    isToCome(from)
                            ? words.phrase("noted.price_from", name, money(cost), words.day(from))
                            : words.phrase("noted.price", name, money(cost));
            case SubscriptionRenewalSet(var name, var day) ->
                    words.phrase("noted.renewal", name, words.when(day));
            case SubscriptionCycleChanged(var name, var cycle, var cost, _) ->
                    cost == null
                            ? words.phrase("noted.cycle", name, every(cycle))
                            : words.phrase("noted.cycle_at", name, money(cost), every(cycle));
            case SubscriptionCancelled(var name, _) -> words.phrase("noted.cancelled", name);
            case SubscriptionPaused(var name, var resumes) ->
                    resumes == null
                            ? words.phrase("noted.paused", name)
                            : words.phrase("noted.paused_until", name, words.day(resumes));
            case SubscriptionResumed(var name) -> words.phrase("noted.resumed", name);
            case PaymentRecorded(var name, var cost, var day) ->
                    day == null
                            ? words.phrase("noted.paid", name, money(cost))
                            : words.phrase("noted.paid_on", name, money(cost), words.when(day));
            case ReminderSet(int days, var name) ->
                    name == null
                            ? words.phrase("noted.remind_all", days)
                            : words.phrase("noted.remind", name, days);
            case EventRetracted _,
                    ReminderRemoved _,
                    SubscriptionRenamed _,
                    SubscriptionTermsSet _,
                    SubscriptionDetailsSet _ ->
                    words.phrase("noted");
        };
    }

    /** When a reminder comes the first time. */
    Phrase moment(Upcoming it, ZoneId zone) {
        var at = it.dueAt().atZone(zone);
        var about = it.subscription();
        return words.phrase(
                "noted.remind.first",
                words.weekdayAndDay(at.toLocalDate()),
                words.time(at.toLocalTime()),
                about == null ? "" : about.name(),
                words.weekdayAndDay(it.aboutOn()));
    }

    /** Why none comes: a day that nobody named is not counted on. */
    Phrase noMoment(@Nullable Subscription it) {
        return it == null
                ? words.phrase("noted.remind.none_yet")
                : words.phrase("noted.remind.no_day", it.name());
    }

    /** The reading as a sentence, for who listens: underlines are not heard. */
    @Nullable String heard(Noted noted) {
        return noted.reading().event() instanceof SubscriptionCreated e
                ? words.say("heard", e.name(), money(e.cost()), every(e.billingCycle()))
                : null;
    }

    private Phrase created(
            SubscriptionCreated e, @Nullable Subscription it, boolean alone, boolean corrects) {
        var next = it == null ? null : it.nextRenewal(words.today()).orElse(null);
        if (corrects) {
            return words.phrase(
                    "noted.corrected", e.name(), money(e.cost()), every(e.billingCycle()));
        }
        if (it == null || next == null) {
            return words.phrase("noted.added", e.name());
        }
        boolean assumed = !it.assumed().isEmpty();
        if (alone) {
            return assumed
                    ? words.phrase("noted.next_about", words.about(next))
                    : words.phrase("noted.next", words.when(next));
        }
        return assumed
                ? words.phrase("noted.each_about", e.name(), words.about(next))
                : words.phrase("noted.each", e.name(), words.when(next));
    }

    private boolean isToCome(@Nullable LocalDate day) {
        return day != null && day.isAfter(words.today());
    }

    String money(Money money) {
        return words.money(money.amount(), money.currency());
    }

    String every(BillingCycle cycle) {
        return words.every(cycle.period());
    }
}
