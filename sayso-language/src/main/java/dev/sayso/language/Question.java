package dev.sayso.language;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is asked about the person's own subscriptions or spending.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record Question(
        Measure measure,
        List<String> names,
        List<String> categories,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Order order,
        @Nullable Integer limit) {
    public enum Measure {
        TOTAL,
        LIST,
        NEXT_RENEWAL,
        PRICE,
        PAYMENTS,
        COUNT;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Order {
        COST,
        DATE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Question {
        Objects.requireNonNull(measure);
        names = List.copyOf(names);
        categories = List.copyOf(categories);
    }

    public Question(Measure measure) {
        this(measure, List.of(), List.of(), null, null, null, null);
    }
}
