package dev.sayso.language.internal.event;

import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.language.Draft;
import dev.sayso.language.Origin;
import dev.sayso.language.internal.span.Board;
import dev.sayso.language.internal.span.Span;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;

/** A draft in the making: what was said, and what was implied by which rule. */
public final class Sketch {
    private final Board board;
    private final EnumMap<Field, Object> values = new EnumMap<>(Field.class);
    private final EnumMap<Field, Origin> origins = new EnumMap<>(Field.class);
    final @Nullable EventType type;
    boolean sure = true;

    public Sketch(Board board, @Nullable EventType type) {
        this.board = board;
        this.type = type;
    }

    public boolean has(Field field) {
        return values.containsKey(field);
    }

    public Sketch said(Field field, @Nullable Object value, int from, int to) {
        if (value != null && (type == null || type.allows(field))) {
            values.put(field, value);
            origins.put(field, board.said(from, to));
        }
        return this;
    }

    Sketch implied(Field field, Object value, String rule) {
        if (type == null || type.allows(field)) {
            values.put(field, value);
            origins.put(field, new Origin.Implied(rule));
        }
        return this;
    }

    public Sketch cost(Terms terms) {
        var cost = terms.cost;
        var amount = terms.amount;
        if (cost != null && amount != null) {
            cost(cost, terms.currency, amount);
            sure &= terms.sure;
        }
        return this;
    }

    Sketch cost(BigDecimal cost, @Nullable Currency currency, Span.Amount amount) {
        said(Field.COST, Money.normal(cost), amount.from(), amount.to());
        if (currency == null) {
            implied(Field.CURRENCY, board.message.currency(), "default_currency");
        } else {
            said(Field.CURRENCY, currency, amount.signFrom(), amount.signTo());
        }
        return this;
    }

    public Draft draft() {
        return new Draft(type, values, origins, sure);
    }
}
