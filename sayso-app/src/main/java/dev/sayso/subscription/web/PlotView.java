package dev.sayso.subscription.web;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The price over time, as steps in a drawing of 240 by 136.
 *
 * @param story all of it in a sentence, for who listens
 * @param past the path of what was and is
 * @param later the path of what is to come, where it is known
 * @param today where today stands
 */
public record PlotView(
        String story,
        String past,
        @Nullable String later,
        int today,
        List<Label> prices,
        List<Label> days,
        List<Step> steps) {
    public record Label(int x, int y, String anchor, String text) {}

    /** A line of the table that says the same. */
    public record Step(String from, String cost, String per) {}

    public PlotView {
        prices = List.copyOf(prices);
        days = List.copyOf(days);
        steps = List.copyOf(steps);
    }
}
