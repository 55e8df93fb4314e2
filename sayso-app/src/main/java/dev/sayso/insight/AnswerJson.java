package dev.sayso.insight;

import dev.sayso.event.Money;
import dev.sayso.insight.Answer.Row;
import dev.sayso.insight.Answer.Span;
import dev.sayso.insight.Answer.Total;
import dev.sayso.ledger.SubscriptionId;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;

/** Answers to and from JSON; what is kept is what was answered. */
public final class AnswerJson {
    private AnswerJson() {}

    /** Writes its members into an object that is open. */
    public static void writeMembers(JsonGenerator to, Answer answer) {
        to.writeStringProperty("text", answer.text());
        to.writeNumberProperty("count", answer.count());
        to.writeArrayPropertyStart("totals");
        for (var total : answer.totals()) {
            to.writeStartObject();
            to.writeStringProperty("amount", total.amount().toPlainString());
            to.writeStringProperty("currency", total.currency().getCurrencyCode());
            to.writeStringProperty("span", total.span().wire());
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeArrayPropertyStart("rows");
        for (var row : answer.rows()) {
            to.writeStartObject();
            to.writeStringProperty("subscription_id", row.subscriptionId().value());
            to.writeStringProperty("name", row.name());
            to.writeStringProperty("cost", row.cost().cost());
            to.writeStringProperty("currency", row.cost().currency().getCurrencyCode());
            if (row.cycle() != null) {
                to.writeStringProperty("billing_cycle", row.cycle());
            }
            if (row.on() != null) {
                to.writeStringProperty("on", row.on().toString());
                to.writeBooleanProperty("assumed", row.assumed());
            }
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    /** Reads what {@link #writeMembers} gave. */
    public static Answer read(JsonNode answer) {
        var totals = answer.get("totals").valueStream().map(AnswerJson::total).toList();
        var rows = answer.get("rows").valueStream().map(AnswerJson::row).toList();
        return new Answer(answer.get("text").asString(), answer.get("count").asInt(), totals, rows);
    }

    private static Row row(JsonNode row) {
        var on = text(row, "on");
        return new Row(
                new SubscriptionId(row.get("subscription_id").asString()),
                row.get("name").asString(),
                new Money(new BigDecimal(row.get("cost").asString()), currency(row)),
                text(row, "billing_cycle"),
                on == null ? null : LocalDate.parse(on),
                row.path("assumed").asBoolean(false));
    }

    private static Total total(JsonNode total) {
        return new Total(
                new BigDecimal(total.get("amount").asString()),
                currency(total),
                Span.valueOf(total.get("span").asString().toUpperCase(Locale.ROOT)));
    }

    private static Currency currency(JsonNode of) {
        return Money.currency(of.get("currency").asString());
    }

    private static @Nullable String text(JsonNode of, String field) {
        var value = of.get(field);
        return value == null ? null : value.asString();
    }
}
