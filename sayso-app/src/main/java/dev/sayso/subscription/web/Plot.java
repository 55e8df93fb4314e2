package dev.sayso.subscription.web;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Money;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionCycleChanged;
import dev.sayso.event.SubscriptionPriceChanged;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.web.PlotView.Label;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws what a subscription cost, from the events that stand. */
final class Plot {
    private static final int WIDTH = 240;
    private static final int FLOOR = 110;
    private static final int HIGHEST = 30;
    private static final int APART = 62;

    private final Words words;
    private final List<Step> steps = new ArrayList<>();

    private Plot(Words words) {
        this.words = words;
    }

    /** A price from a day on. */
    private record Step(LocalDate from, Money cost, BillingCycle cycle) {
        double height() {
            // a drawing has no use for more digits
            return cost.amount().multiply(cycle.perMonth()).doubleValue();
        }
    }

    /** The drawing; empty where the price never changed, or not within one currency. */
    static Optional<PlotView> of(List<StoredEvent> standing, Words words) {
        var plot = new Plot(words);
        standing.forEach(plot::add);
        plot.steps.sort(Comparator.comparing(Step::from));
        boolean one = plot.steps.stream().map(it -> it.cost().currency()).distinct().count() == 1;
        return plot.steps.size() > 1 && one ? Optional.of(plot.view()) : Optional.empty();
    }

    private void add(StoredEvent stored) {
        var on = stored.occurredOn();
        switch (stored.event()) {
            case SubscriptionCreated e -> step(e.startedOn(), on, e.cost(), e.billingCycle());
            case SubscriptionPriceChanged e ->
                    step(e.effectiveOn(), on, e.cost(), steps.getLast().cycle());
            case SubscriptionCycleChanged e -> {
                var cost = e.cost();
                step(
                        e.effectiveOn(),
                        on,
                        cost == null ? steps.getLast().cost() : cost,
                        e.billingCycle());
            }
            default -> {}
        }
    }

    private void step(@Nullable LocalDate from, LocalDate said, Money cost, BillingCycle cycle) {
        var step = new Step(from == null ? said : from, cost, cycle);
        // what was said later of the same day is what counts
        steps.removeIf(it -> it.from().equals(step.from()));
        steps.add(step);
    }

    private PlotView view() {
        var today = words.today();
        var first = steps.getFirst().from();
        var last = steps.getLast().from();
        var until = last.isAfter(today) ? last : today;
        long days = Math.max(1, ChronoUnit.DAYS.between(first, until));
        // what is to come gets some room behind its day
        double scale = (last.isAfter(today) ? WIDTH - 24.0 : WIDTH - 8.0) / days;
        double most = steps.stream().mapToDouble(Step::height).max().orElse(1);
        int now = x(first, today, scale);
        var past = new StringBuilder();
        var later = new StringBuilder();
        var prices = new ArrayList<Label>();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            boolean toCome = step.from().isAfter(today);
            int x = x(first, step.from(), scale);
            int y = y(step, most);
            int end =
                    i + 1 < steps.size()
                            ? x(first, steps.get(i + 1).from(), scale)
                            : toCome ? WIDTH : now;
            if (toCome) {
                if (later.isEmpty()) {
                    later.append("M").append(now + 4).append(' ').append(y(steps.get(i - 1), most));
                    later.append("H").append(x);
                }
                later.append("V").append(y).append("H").append(end);
            } else {
                past.append(past.isEmpty() ? "M" + x + " " + y : "V" + y);
                boolean next = i + 1 < steps.size() && steps.get(i + 1).from().isAfter(today);
                past.append("H").append(next ? now : end);
            }
            // beside today's line, not on it
            label(prices, step, x == now && x < WIDTH / 2 ? x + 6 : x, y, i == steps.size() - 1);
        }
        return new PlotView(
                story(),
                past.toString(),
                later.isEmpty() ? null : later.toString(),
                now,
                prices,
                days(first, now),
                steps.stream().map(this::row).toList());
    }

    private void label(List<Label> prices, Step step, int x, int y, boolean last) {
        var text = words.money(step.cost().amount(), step.cost().currency());
        int above = y - 10;
        if (last) {
            // the last one is always said; those that would touch it are not
            prices.removeIf(it -> it.x() > WIDTH - APART * 2 + 20 && Math.abs(it.y() - above) < 16);
            prices.add(
                    x > WIDTH - APART
                            ? new Label(WIDTH, above, "end", text)
                            : new Label(x, above, "start", text));
        } else if (prices.isEmpty() || x - prices.getLast().x() >= APART) {
            prices.add(new Label(x, above, "start", text));
        }
    }

    private List<Label> days(LocalDate first, int now) {
        var days = new ArrayList<Label>();
        if (now >= APART * 2) {
            days.add(new Label(0, 132, "start", words.monthAndYear(first)));
        }
        days.add(
                now > WIDTH - 30
                        ? new Label(WIDTH, 132, "end", words.say("day.today"))
                        : new Label(
                                now, 132, now < 30 ? "start" : "middle", words.say("day.today")));
        return days;
    }

    private String story() {
        return String.join(
                " ",
                steps.stream()
                        .map(
                                it ->
                                        words.say(
                                                "plot.step",
                                                words.day(it.from()),
                                                words.money(
                                                        it.cost().amount(), it.cost().currency()),
                                                words.per(it.cycle().period())))
                        .toList());
    }

    private PlotView.Step row(Step step) {
        return new PlotView.Step(
                words.day(step.from()),
                words.money(step.cost().amount(), step.cost().currency()),
                words.per(step.cycle().period()));
    }

    private static int x(LocalDate first, LocalDate day, double scale) {
        return (int) Math.round(ChronoUnit.DAYS.between(first, day) * scale);
    }

    private static int y(Step step, double most) {
        // a fifth of the height is kept below, so that a small price is a line and no floor
        double part = most == 0 ? 0 : step.height() / most;
        return (int) Math.round(FLOOR - 14 - part * (FLOOR - 14 - HIGHEST));
    }
}
