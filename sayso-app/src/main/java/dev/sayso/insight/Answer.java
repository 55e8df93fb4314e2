package dev.sayso.insight;

import dev.sayso.event.Money;
import dev.sayso.ledger.SubscriptionId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * The answer to a question: as a sentence, as numbers, and the rows that were counted.
 *
 * @param count how many rows were counted, of which {@code rows} holds the first
 * @param totals what they come to, one a currency and span; never added across currencies
 */
public record Answer(String text, int count, List<Total> totals, List<Row> rows) {
    /** How many rows an answer holds. */
    public static final int MAX_ROWS = 50;

    /** What a total counts. */
    public enum Span {
        /** What is paid for now, as a month. */
        MONTH,
        /** The same, as a year. */
        YEAR,
        /** What falls due in the days that were asked about. */
        DUE,
        /** What was noted as paid in them. */
        PAID;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A sum may have more digits than a price. */
    public record Total(BigDecimal amount, Currency currency, Span span) {}

    /**
     * What was counted.
     *
     * @param cycle how often the cost is paid; absent for a payment
     * @param on the day that it falls due or was paid; absent where none is known
     * @param assumed whether nobody named that day
     */
    public record Row(
            SubscriptionId subscriptionId,
            String name,
            Money cost,
            @Nullable String cycle,
            @Nullable LocalDate on,
            boolean assumed) {}

    public Answer {
        totals = List.copyOf(totals);
        rows = rows.stream().limit(MAX_ROWS).toList();
    }
}
