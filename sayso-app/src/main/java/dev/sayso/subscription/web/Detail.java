package dev.sayso.subscription.web;

import dev.sayso.event.BillingCycle;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.ledger.Told;
import dev.sayso.platform.web.Page;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.History;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.web.DetailView.Act;
import dev.sayso.subscription.web.DetailView.Comes;
import dev.sayso.subscription.web.DetailView.Entry;
import dev.sayso.subscription.web.DetailView.Kept;
import dev.sayso.subscription.web.EditView.Option;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lays a subscription's own page out. */
final class Detail {
    private static final int COMES = 5;
    private static final List<String> CYCLES =
            List.of(
                    "daily",
                    "weekly",
                    "fortnightly",
                    "P28D",
                    "monthly",
                    "quarterly",
                    "P84D",
                    "half_yearly",
                    "yearly");

    private final Words words;
    private final Telling telling;
    private final LocalDate today;

    Detail(Words words) {
        this.words = words;
        this.telling = new Telling(words);
        this.today = words.today();
    }

    DetailView of(
            Page page, Subscription it, List<History.Entry> history, @Nullable String problem) {
        return new DetailView(
                page,
                it.id().value(),
                it.name(),
                telling.life(it),
                problem,
                kept(it),
                acts(it),
                edit(it),
                comes(it),
                Plot.of(
                                history.stream()
                                        .map(History.Entry::told)
                                        .filter(Told::stands)
                                        .map(Told::stored)
                                        .toList(),
                                words)
                        .orElse(null),
                entries(history));
    }

    /** Of one that was taken back: what happened, so that it can be put back. */
    DetailView gone(
            Page page, SubscriptionId id, List<History.Entry> history, @Nullable String problem) {
        var name = history.getFirst().told().stored().event().name();
        return new DetailView(
                page,
                id.value(),
                Objects.requireNonNullElse(name, ""),
                List.of(words.phrase("life.gone")),
                problem,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                entries(history));
    }

    private List<Kept> kept(Subscription it) {
        var kept = new ArrayList<Kept>();
        var details = it.details();
        if (details.note() != null) {
            kept.add(new Kept(words.say("edit.note"), details.note()));
        }
        if (!details.tags().words().isEmpty()) {
            kept.add(new Kept(words.say("edit.tags"), details.tags().toString()));
        }
        if (details.paymentMethod() != null) {
            kept.add(new Kept(words.say("edit.payment_method"), details.paymentMethod()));
        }
        return kept;
    }

    private List<Act> acts(Subscription it) {
        var acts = new ArrayList<Act>();
        switch (it.statusOn(today)) {
            case ACTIVE, TRIAL -> {
                acts.add(act("pause", "resumes_on"));
                acts.add(act("cancel", "effective_on"));
            }
            case PAUSED -> {
                acts.add(act("resume", null));
                acts.add(act("cancel", "effective_on"));
            }
            case CANCELLED -> acts.add(act("keep", null));
            case ENDED -> {}
        }
        return acts;
    }

    private Act act(String verb, @Nullable String field) {
        var key = "act." + verb;
        return new Act(
                verb,
                words.say(key),
                field == null ? null : words.say(key + ".day"),
                field,
                words.say(field == null ? key : key + ".send"));
    }

    private EditView edit(Subscription it) {
        var cycles = new ArrayList<>(CYCLES);
        var cycle = it.cycle().wire();
        if (!cycles.contains(cycle)) {
            cycles.addFirst(cycle);
        }
        var details = it.details();
        return new EditView(
                it.name(),
                it.costOn(today).cost(),
                it.costOn(today).currency().getCurrencyCode(),
                cycle,
                cycles.stream()
                        .map(
                                wire ->
                                        new Option(
                                                wire,
                                                words.every(BillingCycle.parse(wire).period())))
                        .toList(),
                it.isStanding(today)
                        ? it.nextRenewal(today).map(LocalDate::toString).orElse("")
                        : "",
                text(it.trialEndsOn()),
                text(it.endsOn()),
                text(details.note()),
                details.tags().toString(),
                text(details.paymentMethod()),
                text(details.myShare()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private List<Comes> comes(Subscription it) {
        boolean assumed = !it.assumed().isEmpty();
        return it.renewals(today, COMES).stream()
                .map(
                        day -> {
                            var cost = it.costOn(day);
                            return new Comes(
                                    assumed
                                            ? words.say("list.day.assumed", words.dayOfYear(day))
                                            : words.dayOfYear(day),
                                    day.getYear() == today.getYear()
                                            ? ""
                                            : String.valueOf(day.getYear()),
                                    assumed,
                                    away(it, day),
                                    words.money(cost.amount(), cost.currency()));
                        })
                .toList();
    }

    /** What is said of a day to come: how far it is, or what is new on it. */
    private String away(Subscription it, LocalDate day) {
        var later = it.later();
        var weekday = words.fullWeekday(day);
        if (day.equals(it.trialEndsOn())) {
            return words.say("comes.first", weekday);
        }
        if (later != null
                && !day.isBefore(later.from())
                && (it.renewals(later.from(), 1).contains(day))) {
            return words.say("comes.new_price", weekday);
        }
        long days = ChronoUnit.DAYS.between(today, day);
        return days == 0
                ? words.say("day.today")
                : days == 1
                        ? words.say("day.tomorrow")
                        : days <= 31 ? words.say("comes.in", weekday, days) : weekday;
    }

    private List<Entry> entries(List<History.Entry> history) {
        return history.reversed().stream().map(this::entry).toList();
    }

    private Entry entry(History.Entry entry) {
        var told = entry.told();
        var stored = told.stored();
        var said = entry.said();
        var verb = told.stands() ? "undo" : told.corrected() ? null : "restore";
        return new Entry(
                stored.id().value(),
                words.dayOfYear(stored.occurredOn()),
                stored.occurredOn().equals(today)
                        ? words.say("day.today")
                        : String.valueOf(stored.occurredOn().getYear()),
                telling.of(stored.event()),
                said == null ? null : said.text(),
                note(told, said == null ? null : said.source()),
                !told.stands(),
                verb,
                verb == null ? null : words.say("act." + verb));
    }

    private @Nullable String note(Told told, @Nullable String source) {
        if (told.corrected() && !told.stands()) {
            return words.say("history.corrected");
        }
        if (!told.stands()) {
            return words.say("history.taken_back");
        }
        if (source == null) {
            return words.say("history.by_hand");
        }
        var key = "history.source." + source;
        return words.has(key) ? words.say(key) : null;
    }
}
