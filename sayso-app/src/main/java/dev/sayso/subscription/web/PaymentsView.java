package dev.sayso.subscription.web;

import dev.sayso.platform.web.Page;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was paid, by month, and before it what did not come.
 *
 * @param more the address of what is older, where there is more
 */
public record PaymentsView(
        Page page, List<Missing> missing, List<Month> months, @Nullable String more) {
    public PaymentsView {
        missing = List.copyOf(missing);
        months = List.copyOf(months);
    }

    /** A period that was expected: with a button that says it was paid. */
    public record Missing(String id, String name, String day, String period, String cost) {}

    public record Month(String heading, List<Row> rows) {
        public Month {
            rows = List.copyOf(rows);
        }
    }

    public record Row(
            String id, String event, String day, String name, @Nullable String said, String cost) {}
}
