package dev.sayso.subscription;

import dev.sayso.event.Money;
import dev.sayso.ledger.StoredEvent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Which payment settles which period. A payment settles its period, not a day: the one whose day it
 * is within a few days; else the oldest that is open, at most a cycle late; else the next one, at
 * most half a cycle early. Pure.
 */
final class Periods {
    private static final int NEAR = 3;
    private static final int VARIES = 3;
    private static final int MOST = 400;

    private final List<State> states = new ArrayList<>();
    private final List<Payment> payments;
    private final TreeMap<LocalDate, @Nullable Payment> dues = new TreeMap<>();

    /** What it was from a day on. */
    private record State(LocalDate from, Subscription it) {}

    private Periods(List<StoredEvent> standing, List<Payment> payments) {
        Subscription state = null;
        for (var stored : standing) {
            state = Fold.next(state, stored);
            if (state != null) {
                states.add(new State(stored.occurredOn(), state));
            }
        }
        this.payments =
                payments.stream()
                        .sorted(
                                Comparator.comparing(Payment::paidOn)
                                        .thenComparing(it -> it.id().value()))
                        .toList();
    }

    /**
     * The periods from the first that was paid on, or from the current one where none was, to the
     * one that comes next, in order.
     *
     * @param standing the events that stand
     */
    static List<Period> of(List<StoredEvent> standing, List<Payment> payments, LocalDate today) {
        var periods = new Periods(standing, payments);
        return periods.states.isEmpty() ? List.of() : periods.list(today);
    }

    private List<Period> list(LocalDate today) {
        var now = states.getLast().it();
        int cycle = days(now);
        var first = payments.isEmpty() ? today : payments.getFirst().paidOn();
        gather(first.minusDays(cycle / 2), today.plusDays(cycle));
        for (var payment : payments) {
            var due = settledBy(payment, payment == payments.getFirst());
            if (due != null) {
                dues.put(due, payment);
            }
        }
        // before the first payment nothing is expected: nobody said that it was to be noted
        if (!payments.isEmpty()) {
            while (!dues.isEmpty()
                    && dues.firstEntry().getValue() == null
                    && dues.firstKey().isBefore(first.minusDays(NEAR))) {
                dues.pollFirstEntry();
            }
        }
        return dues.entrySet().stream()
                .map(due -> new Period(due.getKey(), expected(due.getKey()), due.getValue()))
                .toList();
    }

    /** The days on which it fell due by what was known then, and will by what is known now. */
    private void gather(LocalDate from, LocalDate to) {
        for (int i = 0; i < states.size() && dues.size() < MOST; i++) {
            var state = states.get(i);
            var begin = i == 0 || state.from().isBefore(from) ? from : state.from();
            var end = i + 1 < states.size() ? states.get(i + 1).from().minusDays(1) : to;
            if (!begin.isAfter(end)) {
                state.it()
                        .renewals(begin, end.isAfter(to) ? to : end)
                        .forEach(day -> dues.putIfAbsent(day, null));
            }
        }
    }

    private @Nullable LocalDate settledBy(Payment payment, boolean first) {
        var paid = payment.paidOn();
        int cycle = days(states.getLast().it());
        var open =
                dues.entrySet().stream()
                        .filter(due -> due.getValue() == null)
                        .map(java.util.Map.Entry::getKey)
                        .filter(day -> day.isAfter(paid.minusDays(cycle)))
                        .filter(day -> !day.isAfter(paid.plusDays(cycle / 2)))
                        .toList();
        var nearest = open.stream().min(Comparator.comparing(day -> apart(day, paid))).orElse(null);
        if (nearest == null || first || apart(nearest, paid) <= Math.min(NEAR, cycle / 2)) {
            return nearest;
        }
        return open.getFirst();
    }

    private static long apart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    private static int days(Subscription it) {
        var period = it.cycle().period();
        return it.cycle().isByMonths() ? (int) (period.toTotalMonths() * 61 / 2) : period.getDays();
    }

    private Money expected(LocalDate due) {
        var it = states.getFirst().it();
        for (var state : states) {
            if (!state.from().isAfter(due)) {
                it = state.it();
            }
        }
        var price = it.costOn(due);
        var last =
                payments.reversed().stream()
                        .filter(payment -> payment.paidOn().isBefore(due))
                        .map(Payment::cost)
                        .filter(cost -> cost.currency().equals(price.currency()))
                        .limit(VARIES)
                        .toList();
        boolean varies =
                last.size() == VARIES
                        && last.stream().distinct().count() == VARIES
                        && !last.contains(price);
        if (!varies) {
            return price;
        }
        var sum = last.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(
                sum.divide(
                        BigDecimal.valueOf(VARIES),
                        Money.fractionDigits(price.currency()),
                        RoundingMode.HALF_EVEN),
                price.currency());
    }
}
