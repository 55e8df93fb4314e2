package dev.sayso.subscription.web;

import java.util.List;

/** The small form: each value as its field shows it. */
public record EditView(
        String name,
        String cost,
        String currency,
        String cycle,
        List<Option> cycles,
        String renewal,
        String trial,
        String end,
        String note,
        String tags,
        String method,
        String share) {
    public record Option(String value, String words) {}

    public EditView {
        cycles = List.copyOf(cycles);
    }
}
