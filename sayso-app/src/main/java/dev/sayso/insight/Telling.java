package dev.sayso.insight;

import dev.sayso.event.Money;
import dev.sayso.insight.Answer.Row;
import dev.sayso.insight.Sums.Sum;
import dev.sayso.language.Question;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Says answers as sentences. */
final class Telling {
    private final Words words;
    private final Currency own;

    Telling(Words words, Currency own) {
        this.words = words;
        this.own = own;
    }

    LocalDate today() {
        return words.today();
    }

    Currency own() {
        return own;
    }

    String nothingOf(Question question) {
        if (!question.names().isEmpty()) {
            return words.say("answer.unknown", joined(question.names()));
        }
        return question.categories().isEmpty()
                ? words.say("answer.nothing")
                : words.say("answer.nothing_for", categories(question));
    }

    String total(List<Sum> months, List<Sum> years, Question question) {
        if (months.isEmpty()) {
            return words.say("answer.total.nothing");
        }
        return question.categories().isEmpty() || !question.names().isEmpty()
                ? words.say("answer.total", sums(months), sums(years))
                : words.say("answer.total_for", sums(months), sums(years), categories(question));
    }

    Optional<String> free(List<Subscription> free) {
        return apart("answer.free", free);
    }

    Optional<String> paused(List<Subscription> paused) {
        return apart("answer.paused", paused);
    }

    private Optional<String> apart(String key, List<Subscription> them) {
        return switch (them.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(words.say(key + ".one", them.getFirst().name()));
            default -> Optional.of(words.say(key + ".many", them.size()));
        };
    }

    String paid(List<Sum> sums, Window days) {
        return sums.isEmpty()
                ? words.say("answer.paid.nothing", span(days))
                : words.say("answer.paid", sums(sums), span(days));
    }

    String due(List<Sum> sums, Window days) {
        return sums.isEmpty()
                ? words.say("answer.due.nothing", still(days))
                : words.say("answer.due", sums(sums), still(days));
    }

    String renews(List<Row> rows, List<Sum> sums, Window days) {
        return switch (rows.size()) {
            case 0 -> words.say("answer.renews.nothing", still(days));
            case 1 -> {
                var row = rows.getFirst();
                yield words.say("answer.renews.one", row.name(), when(row), money(row.cost()));
            }
            default -> words.say("answer.renews.many", rows.size(), still(days), sums(sums));
        };
    }

    String list(List<Row> rows, int size) {
        if (size == 0) {
            return words.say("answer.none_now");
        }
        var have = size == 1 ? words.say("answer.list.one") : words.say("answer.list.many", size);
        var next = rows.stream().filter(row -> row.on() != null).findFirst();
        return next.map(
                        row ->
                                have
                                        + " "
                                        + words.say(
                                                "answer.list.next",
                                                row.name(),
                                                when(row),
                                                money(row.cost())))
                .orElse(have);
    }

    String count(int count, Question question) {
        if (!question.names().isEmpty() || question.categories().isEmpty()) {
            return count == 1 ? words.say("answer.list.one") : words.say("answer.list.many", count);
        }
        return words.say("answer.count_for", count, categories(question));
    }

    String next(Subscription it) {
        var next = it.nextRenewal(today()).orElse(null);
        var cost = money(it.costOn(next == null ? today() : next));
        var resumes = it.resumesOn();
        return switch (it.statusOn(today())) {
            case CANCELLED -> words.say("answer.next.cancelled", it.name());
            case ENDED -> words.say("answer.next.ended", it.name());
            case PAUSED ->
                    next == null || resumes == null
                            ? words.say("answer.next.paused", it.name())
                            : words.say(
                                    "answer.next.paused_until",
                                    it.name(),
                                    words.day(resumes),
                                    words.when(next),
                                    cost);
            case TRIAL ->
                    next == null
                            ? words.say("answer.next.none", it.name())
                            : words.say("answer.next.trial", it.name(), words.when(next), cost);
            case ACTIVE ->
                    next == null
                            ? words.say("answer.next.none", it.name())
                            : it.assumed().isEmpty()
                                    ? words.say("answer.next", it.name(), words.when(next), cost)
                                    : words.say(
                                            "answer.next_about", it.name(), words.day(next), cost);
        };
    }

    String price(Subscription it) {
        var cost = money(it.costOn(today()));
        var every = words.per(it.cycle().period());
        if (!it.isStanding(today())) {
            return words.say("answer.price.over", it.name(), cost, every);
        }
        var later = it.later();
        return later == null || !later.from().isAfter(today())
                ? words.say("answer.price", it.name(), cost, every)
                : words.say(
                        "answer.price.later",
                        it.name(),
                        cost,
                        every,
                        words.day(later.from()),
                        money(later.cost()));
    }

    String payments(List<Sum> sums, int count, Question question, @Nullable Window days) {
        var span = days == null ? "" : span(days);
        var to = joined(question.names());
        if (count == 0) {
            return days == null
                    ? to.isEmpty()
                            ? words.say("answer.payments.never")
                            : words.say("answer.payments.never_to", to)
                    : to.isEmpty()
                            ? words.say("answer.paid.nothing", span)
                            : words.say("answer.payments.nothing_to", to, span);
        }
        var key = "answer.payments" + (to.isEmpty() ? "" : "_to") + (days == null ? "" : ".in");
        return words.say(key + (count == 1 ? ".one" : ".many"), sums(sums), count, span, to);
    }

    String dearest(List<Row> sorted, int limit) {
        var first = sorted.getFirst();
        if (limit > 1 && sorted.size() > 1) {
            return words.say(
                    "answer.dearest.order", words.sign(first.cost().currency()), at(first));
        }
        return sorted.size() == 1
                ? words.say("answer.dearest.only", words.sign(first.cost().currency()), at(first))
                : words.say("answer.dearest", at(first), at(sorted.getLast()));
    }

    private String at(Row row) {
        var cycle = dev.sayso.event.BillingCycle.parse(String.valueOf(row.cycle()));
        return words.say("answer.at", row.name(), money(row.cost()), words.per(cycle.period()));
    }

    private String when(Row row) {
        var on = row.on();
        if (on == null) {
            return "";
        }
        return row.assumed() ? words.about(on).text() : words.when(on);
    }

    /** All of the days: on 5 Dec, from 1 Nov to 30 Nov. */
    private String span(Window days) {
        return days.from().equals(days.to())
                ? words.when(days.from())
                : words.say("answer.from_to", words.day(days.from()), words.day(days.to()));
    }

    /** Those of the days that are still to come: until 30 Nov. */
    private String still(Window days) {
        if (days.due().equals(days.to())) {
            return words.when(days.to());
        }
        return days.begins()
                ? words.say("answer.until", words.day(days.to()))
                : words.say("answer.from_to", words.day(days.from()), words.day(days.to()));
    }

    private String sums(List<Sum> sums) {
        return joined(sums.stream().map(sum -> words.money(sum.amount(), sum.currency())).toList());
    }

    private String money(Money money) {
        return words.money(money.amount(), money.currency());
    }

    private String categories(Question question) {
        return joined(
                question.categories().stream().map(it -> words.say("category." + it)).toList());
    }

    private String joined(List<String> parts) {
        return parts.stream()
                .reduce((some, next) -> words.say("answer.and", some, next))
                .orElse("");
    }
}
