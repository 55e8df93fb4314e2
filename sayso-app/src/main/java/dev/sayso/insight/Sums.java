package dev.sayso.insight;

import dev.sayso.event.Money;
import dev.sayso.insight.Answer.Span;
import dev.sayso.insight.Answer.Total;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums of money, one a currency: what is in two currencies is never added. */
final class Sums {
    record Sum(BigDecimal amount, Currency currency) {
        Total as(Span span) {
            return new Total(amount, currency, span);
        }
    }

    private final Map<Currency, BigDecimal> sums = new HashMap<>();

    void add(Money money) {
        add(money.amount(), money.currency());
    }

    void add(BigDecimal amount, Currency currency) {
        sums.merge(currency, amount, BigDecimal::add);
    }

    Sums times(BigDecimal factor) {
        var multiplied = new Sums();
        sums.forEach((currency, sum) -> multiplied.add(sum.multiply(factor), currency));
        return multiplied;
    }

    /** Each sum in the digits of its currency: the given one first, then the largest. */
    List<Sum> list(Currency first) {
        return sums.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<Currency, BigDecimal>, Boolean>comparing(
                                        sum -> !sum.getKey().equals(first))
                                .thenComparing(
                                        Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .thenComparing(sum -> sum.getKey().getCurrencyCode()))
                .map(sum -> new Sum(rounded(sum.getValue(), sum.getKey()), sum.getKey()))
                .toList();
    }

    private static BigDecimal rounded(BigDecimal sum, Currency currency) {
        return sum.setScale(Money.fractionDigits(currency), RoundingMode.HALF_EVEN);
    }
}
