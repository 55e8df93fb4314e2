package dev.sayso.insight;

import dev.sayso.catalogue.Catalogue;
import dev.sayso.insight.Answer.Row;
import dev.sayso.insight.Answer.Span;
import dev.sayso.insight.Answer.Total;
import dev.sayso.language.Question;
import dev.sayso.language.Question.Order;
import dev.sayso.subscription.Payment;
import dev.sayso.subscription.Status;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers one question from what there is. Pure. */
final class Answering {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final Comparator<Row> BY_DAY =
            Comparator.comparing(Row::on, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Question question;
    private final @Nullable Window window;
    private final List<Subscription> all;
    private final List<Payment> paid;
    private final Telling telling;
    private final LocalDate today;

    /**
     * @param paid the payments of the window, the last first; of no window the last ones, where
     *     they are asked for
     */
    Answering(
            Question question,
            @Nullable Window window,
            List<Subscription> subscriptions,
            List<Payment> paid,
            Telling telling) {
        this.question = question;
        this.window = window;
        this.all = subscriptions.stream().filter(this::isMeant).toList();
        this.telling = telling;
        this.today = telling.today();
        this.paid =
                paid.stream()
                        .filter(
                                payment ->
                                        all.stream()
                                                .anyMatch(
                                                        it ->
                                                                it.id()
                                                                        .equals(
                                                                                payment
                                                                                        .subscriptionId())))
                        .toList();
    }

    Answer answer() {
        if (all.isEmpty()) {
            return nothing(telling.nothingOf(question));
        }
        return switch (question.measure()) {
            case TOTAL -> window == null ? total() : totalOf(window);
            case LIST -> list();
            case NEXT_RENEWAL -> window == null ? next() : due(window);
            case PRICE -> price();
            case PAYMENTS -> payments();
            case COUNT -> window == null ? count() : due(window);
        };
    }

    /** By name where one is given, else by category; all where neither is. */
    private boolean isMeant(Subscription it) {
        if (!question.names().isEmpty()) {
            return question.names().stream().anyMatch(it::isCalled);
        }
        return question.categories().isEmpty()
                || Catalogue.builtIn()
                        .find(it.name())
                        .filter(
                                service ->
                                        question.categories().contains(service.category().wire()))
                        .isPresent();
    }

    private static Answer nothing(String text) {
        return new Answer(text, 0, List.of(), List.of());
    }

    private Answer total() {
        var active = all.stream().filter(it -> it.statusOn(today) == Status.ACTIVE).toList();
        var sums = new Sums();
        for (var it : active) {
            sums.add(it.perMonthOn(today), it.costOn(today).currency());
        }
        var months = sums.list(telling.own());
        var years = sums.times(MONTHS).list(telling.own());
        var text = new ArrayList<String>();
        text.add(telling.total(months, years, question));
        telling.free(all.stream().filter(it -> it.statusOn(today) == Status.TRIAL).toList())
                .ifPresent(text::add);
        telling.paused(all.stream().filter(it -> it.statusOn(today) == Status.PAUSED).toList())
                .ifPresent(text::add);
        var totals = new ArrayList<Total>();
        months.forEach(sum -> totals.add(sum.as(Span.MONTH)));
        years.forEach(sum -> totals.add(sum.as(Span.YEAR)));
        return answer(text, totals, byCost(active));
    }

    private Answer totalOf(Window days) {
        var text = new ArrayList<String>();
        var totals = new ArrayList<Total>();
        var rows = new ArrayList<Row>();
        if (days.begins()) {
            var sums = new Sums();
            paid.forEach(payment -> sums.add(payment.cost()));
            var list = sums.list(telling.own());
            text.add(telling.paid(list, days));
            list.forEach(sum -> totals.add(sum.as(Span.PAID)));
            paid.forEach(payment -> rows.add(row(payment)));
        }
        if (!days.isPast()) {
            var due = renewals(days);
            var sums = new Sums();
            due.forEach(row -> sums.add(row.cost()));
            var list = sums.list(telling.own());
            text.add(telling.due(list, days));
            list.forEach(sum -> totals.add(sum.as(Span.DUE)));
            rows.addAll(due);
        }
        return answer(text, totals, rows);
    }

    private Answer list() {
        if (question.order() == Order.COST) {
            return dearest();
        }
        if (window != null) {
            return window.isPast() ? payments() : due(window);
        }
        if (!question.names().isEmpty()) {
            return price();
        }
        var rows = standing().stream().map(this::row).sorted(BY_DAY).toList();
        if (question.order() == Order.DATE && question.limit() != null) {
            rows = rows.stream().filter(row -> row.on() != null).limit(question.limit()).toList();
        }
        return answer(telling.list(rows, standing().size()), List.of(), rows);
    }

    private Answer count() {
        var standing = standing();
        var text = new ArrayList<String>();
        text.add(telling.count(standing.size(), question));
        telling.free(standing.stream().filter(it -> it.statusOn(today) == Status.TRIAL).toList())
                .ifPresent(text::add);
        telling.paused(standing.stream().filter(it -> it.statusOn(today) == Status.PAUSED).toList())
                .ifPresent(text::add);
        return answer(text, List.of(), standing.stream().map(this::row).sorted(BY_DAY).toList());
    }

    private Answer due(Window days) {
        if (days.isPast()) {
            return payments();
        }
        var rows = renewals(days);
        var sums = new Sums();
        rows.forEach(row -> sums.add(row.cost()));
        var list = sums.list(telling.own());
        return answer(
                List.of(telling.renews(rows, list, days)),
                list.stream().map(sum -> sum.as(Span.DUE)).toList(),
                rows);
    }

    private Answer next() {
        if (question.names().isEmpty()) {
            var rows =
                    standing().stream()
                            .map(this::row)
                            .filter(row -> row.on() != null)
                            .sorted(BY_DAY)
                            .toList();
            var first = rows.isEmpty() ? null : rows.getFirst().on();
            return answer(
                    telling.list(rows.stream().limit(1).toList(), standing().size()),
                    List.of(),
                    rows.stream()
                            .filter(row -> row.on() != null && row.on().equals(first))
                            .toList());
        }
        var named = latest();
        return answer(
                named.stream().map(telling::next).toList(),
                List.of(),
                named.stream().map(this::row).toList());
    }

    private Answer price() {
        var named = question.names().isEmpty() ? standing() : latest();
        return answer(
                named.stream().map(telling::price).toList(),
                List.of(),
                named.stream().map(this::row).toList());
    }

    private Answer payments() {
        var sums = new Sums();
        paid.forEach(payment -> sums.add(payment.cost()));
        var list = sums.list(telling.own());
        return answer(
                List.of(telling.payments(list, paid.size(), question, window)),
                list.stream().map(sum -> sum.as(Span.PAID)).toList(),
                paid.stream().map(Answering::row).toList());
    }

    /** The dearest by what they come to a month, each currency by itself. */
    private Answer dearest() {
        var costing =
                all.stream()
                        .filter(
                                it ->
                                        it.statusOn(today) == Status.ACTIVE
                                                || it.statusOn(today) == Status.TRIAL)
                        .toList();
        if (costing.isEmpty()) {
            return nothing(telling.nothingOf(question));
        }
        var rows = new ArrayList<Row>();
        var text = new ArrayList<String>();
        var currencies =
                byCost(costing).stream().map(row -> row.cost().currency()).distinct().toList();
        for (var currency : currencies) {
            var sorted =
                    byCost(costing).stream()
                            .filter(row -> row.cost().currency().equals(currency))
                            .toList();
            int limit = question.limit() == null ? sorted.size() : question.limit();
            rows.addAll(sorted.stream().limit(limit).toList());
            text.add(telling.dearest(sorted, limit));
        }
        return answer(text, List.of(), rows);
    }

    private List<Row> renewals(Window days) {
        return all.stream()
                .flatMap(it -> it.renewals(days.due(), days.to()).stream().map(day -> row(it, day)))
                .sorted(BY_DAY)
                .toList();
    }

    private List<Subscription> standing() {
        return all.stream().filter(it -> it.isStanding(today)).toList();
    }

    /** Of each name those that are paid for, else the youngest one that was. */
    private List<Subscription> latest() {
        var latest = new ArrayList<Subscription>();
        for (var name : question.names()) {
            var called = all.stream().filter(it -> it.isCalled(name)).toList();
            var standing = called.stream().filter(it -> it.isStanding(today)).toList();
            latest.addAll(
                    standing.isEmpty() && !called.isEmpty() ? List.of(called.getLast()) : standing);
        }
        return latest;
    }

    /** The own currency first, in each the dearest. */
    private List<Row> byCost(List<Subscription> subscriptions) {
        return subscriptions.stream()
                .sorted(
                        Comparator.<Subscription, Boolean>comparing(
                                        it -> !it.costOn(today).currency().equals(telling.own()))
                                .thenComparing(it -> it.costOn(today).currency().getCurrencyCode())
                                .thenComparing(
                                        it -> it.perMonthOn(today), Comparator.reverseOrder()))
                .map(this::row)
                .toList();
    }

    private Row row(Subscription it) {
        return row(it, it.nextRenewal(today), today);
    }

    private static Row row(Subscription it, LocalDate day) {
        return row(it, Optional.of(day), day);
    }

    private static Row row(Subscription it, Optional<LocalDate> day, LocalDate priced) {
        return new Row(
                it.id(),
                it.name(),
                it.costOn(priced),
                it.cycle().wire(),
                day.orElse(null),
                day.isPresent() && !it.assumed().isEmpty());
    }

    private static Row row(Payment payment) {
        return new Row(
                payment.subscriptionId(),
                payment.name(),
                payment.cost(),
                null,
                payment.paidOn(),
                false);
    }

    private static Answer answer(String text, List<Total> totals, List<Row> rows) {
        return new Answer(text, rows.size(), totals, rows);
    }

    private static Answer answer(List<String> text, List<Total> totals, List<Row> rows) {
        return answer(String.join(" ", text), totals, rows);
    }
}
