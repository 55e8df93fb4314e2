package dev.sayso.reminder;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.ReminderRemoved;
import dev.sayso.event.ReminderSet;
import dev.sayso.ledger.StoredEvent;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was said of reminders before a renewal: of one subscription, or of all. What was said of one
 * goes before what was said of all, and that before the defaults. Pure.
 */
record Rules(SortedMap<Integer, Rule> byDays) {
    static final Rules NONE = new Rules(new TreeMap<>());

    /**
     * @param wanted false where one of the defaults is not wanted
     */
    record Rule(boolean wanted, String since) {}

    Rules {
        byDays = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byDays));
    }

    /** From events that stand, in order. */
    static Rules of(List<StoredEvent> standing) {
        var rules = new TreeMap<Integer, Rule>();
        for (var stored : standing) {
            switch (stored.event()) {
                case ReminderSet(int days, _) ->
                        // said again it holds since the first time
                        rules.merge(
                                days,
                                new Rule(true, stored.recordedAt()),
                                (old, now) -> old.wanted() ? old : now);
                case ReminderRemoved(int days, _) ->
                        rules.put(days, new Rule(false, stored.recordedAt()));
                default -> {}
            }
        }
        return new Rules(rules);
    }

    /** The days before a renewal that hold, each with since when. */
    static SortedMap<Integer, String> effective(Rules own, Rules ofAll, BillingCycle cycle) {
        var said = own.said();
        if (!said.isEmpty()) {
            return said;
        }
        var base = ofAll.said();
        if (base.isEmpty()) {
            defaults(cycle).forEach(days -> base.put(days, ""));
            base.keySet().removeIf(ofAll::isUnwanted);
        }
        base.keySet().removeIf(own::isUnwanted);
        return base;
    }

    SortedMap<Integer, String> said() {
        var said = new TreeMap<Integer, String>();
        for (Map.Entry<Integer, Rule> it : byDays.entrySet()) {
            if (it.getValue().wanted()) {
                said.put(it.getKey(), it.getValue().since());
            }
        }
        return said;
    }

    private boolean isUnwanted(int days) {
        var rule = byDays.get(days);
        return rule != null && !rule.wanted();
    }

    /**
     * What holds until something is said: a week before what is paid each quarter or less often,
     * three days before what is paid each month, the day before what is paid each week, and nothing
     * for what is paid every few days.
     */
    static List<Integer> defaults(BillingCycle cycle) {
        long days =
                cycle.isByMonths() ? cycle.period().toTotalMonths() * 30 : cycle.period().getDays();
        if (days < 7) {
            return List.of();
        }
        return List.of(days < 21 ? 1 : days < 80 ? 3 : 7);
    }
}
