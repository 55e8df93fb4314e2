package dev.sayso.subscription.web;

import dev.sayso.event.Money;
import dev.sayso.platform.web.Phrase;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Status;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.web.ListView.Group;
import dev.sayso.subscription.web.ListView.Row;
import dev.sayso.subscription.web.ListView.Row.Payable;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Lays subscriptions out as the list: by the day they are due next, with what they come to. */
final class Listing {
    private static final int WEEK = 7;

    private final Words words;
    private final Currency own;
    private final Set<String> fresh;
    private final LocalDate today;
    private final BiFunction<Subscription, LocalDate, @Nullable LocalDate> paid;

    /**
     * @param own the currency that is shown first
     * @param fresh the ids of those that the person has just spoken of
     */
    Listing(Words words, Currency own, Set<String> fresh) {
        this(words, own, fresh, (_, _) -> null);
    }

    /**
     * @param paid when the period of a subscription that falls due on a day was paid, if it was
     */
    Listing(
            Words words,
            Currency own,
            Set<String> fresh,
            BiFunction<Subscription, LocalDate, @Nullable LocalDate> paid) {
        this.paid = paid;
        this.words = words;
        this.own = own;
        this.fresh = fresh;
        this.today = words.today();
    }

    ListView of(List<Subscription> subscriptions) {
        var sums = sums(subscriptions);
        var first = sums.isEmpty() ? new Sum(BigDecimal.ZERO, own) : sums.removeFirst();
        var key = subscriptions.isEmpty() ? "list.sum.nothing" : "list.sum";
        return new ListView(
                words,
                sum(key, first),
                sums.stream().map(money -> sum("list.sum.also", money)).toList(),
                groups(subscriptions));
    }

    /** It may have more digits than a price. */
    private record Sum(BigDecimal amount, Currency currency) {}

    private Phrase sum(String key, Sum money) {
        return words.phrase(key, Phrase.strong(words.money(money.amount(), money.currency())));
    }

    /**
     * What is paid for now, as a month, one sum a currency: the person's own first, then the
     * largest.
     */
    private List<Sum> sums(List<Subscription> subscriptions) {
        Map<Currency, BigDecimal> sums = new HashMap<>();
        for (var it : subscriptions) {
            if (it.statusOn(today) == Status.ACTIVE) {
                sums.merge(it.costOn(today).currency(), it.perMonthOn(today), BigDecimal::add);
            }
        }
        var order =
                Comparator.<Map.Entry<Currency, BigDecimal>, Boolean>comparing(
                                sum -> !sum.getKey().equals(own))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return new ArrayList<>(
                sums.entrySet().stream()
                        .sorted(order)
                        .map(sum -> new Sum(rounded(sum.getValue(), sum.getKey()), sum.getKey()))
                        .toList());
    }

    private static BigDecimal rounded(BigDecimal sum, Currency currency) {
        return sum.setScale(Money.fractionDigits(currency), java.math.RoundingMode.HALF_EVEN);
    }

    private List<Group> groups(List<Subscription> subscriptions) {
        var byName = Collator.getInstance(words.locale());
        var sorted =
                subscriptions.stream()
                        .map(it -> new Due(it, day(it)))
                        .sorted(
                                Comparator.comparing(
                                                Due::day,
                                                Comparator.nullsLast(Comparator.naturalOrder()))
                                        .thenComparing(due -> due.it().name(), byName))
                        .toList();
        var groups = new LinkedHashMap<String, List<Row>>();
        for (var due : sorted) {
            groups.computeIfAbsent(heading(due), _ -> new ArrayList<>()).add(row(due));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private record Due(Subscription it, @Nullable LocalDate day) {}

    /** The day that its row stands at: of the next payment, or of the end of what was paid. */
    private @Nullable LocalDate day(Subscription it) {
        var end = it.cancelledOn();
        return end != null && end.isAfter(today) ? end : it.nextRenewal(today).orElse(null);
    }

    private String heading(Due due) {
        var day = due.day();
        if (day == null) {
            return words.say(due.it().isStanding(today) ? "list.no_day" : "list.over");
        }
        if (day.isBefore(today.plusDays(WEEK))) {
            return words.say("list.this_week");
        }
        return day.getYear() == today.getYear()
                ? words.month(day.getMonth())
                : String.valueOf(day.getYear());
    }

    private Row row(Due due) {
        var it = due.it();
        var day = due.day();
        var cost = it.costOn(today);
        var status = it.statusOn(today);
        var settled = day == null ? null : paid.apply(it, day);
        boolean assumed = day != null && !it.assumed().isEmpty() && status != Status.CANCELLED;
        return new Row(
                "/subscriptions/" + it.id().value(),
                day == null ? "" : assumed ? words.say("list.day.about") : lead(day),
                day == null
                        ? ""
                        : assumed ? words.say("list.day.assumed", written(day)) : written(day),
                assumed,
                it.name(),
                settled == null
                        ? remark(it, status, day)
                        : words.say("list.paid_on", words.day(settled)),
                words.money(cost.amount(), cost.currency()),
                words.per(it.cycle().period()),
                fresh.contains(it.id().value()),
                status != Status.ACTIVE && status != Status.TRIAL,
                due(it, status, day, settled));
    }

    /** What can be said to be paid with one press: what falls due within the week. */
    private @Nullable Payable due(
            Subscription it, Status status, @Nullable LocalDate day, @Nullable LocalDate settled) {
        return day == null
                        || settled != null
                        || status != Status.ACTIVE
                        || !it.assumed().isEmpty()
                        || !day.isBefore(today.plusDays(WEEK))
                ? null
                : new Payable(
                        "/subscriptions/" + it.id().value() + "/payments",
                        day.toString(),
                        words.say("payments.paid"),
                        words.say("payments.paid.label", it.name(), words.day(day)));
    }

    private String lead(LocalDate day) {
        return day.equals(today) ? words.say("day.today") : words.weekday(day);
    }

    /** Without the year: the heading of another year has it. */
    private String written(LocalDate day) {
        return words.dayOfYear(day);
    }

    /** The one thing about it that is not as usual. */
    private String remark(Subscription it, Status status, @Nullable LocalDate day) {
        return switch (status) {
            case CANCELLED -> words.say(day == null ? "list.cancelled" : "list.cancelled_until");
            case ENDED -> words.say("list.ended");
            case PAUSED -> {
                var resumes = it.resumesOn();
                yield resumes == null
                        ? words.say("list.paused")
                        : words.say("list.paused_until", words.day(resumes));
            }
            case TRIAL -> {
                var end = it.trialEndsOn();
                yield end == null || end.equals(day)
                        ? words.say("list.free_until")
                        : words.say("list.free_until_day", words.day(end));
            }
            case ACTIVE -> {
                var later = it.later();
                var ends = it.endsOn();
                if (later != null && later.from().isAfter(today)) {
                    yield words.say(
                            "list.changes",
                            words.day(later.from()),
                            words.money(later.cost().amount(), later.cost().currency()));
                }
                yield ends == null ? "" : words.say("list.ends_on", words.day(ends));
            }
        };
    }
}
