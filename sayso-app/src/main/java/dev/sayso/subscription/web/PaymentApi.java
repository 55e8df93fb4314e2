package dev.sayso.subscription.web;

import dev.sayso.account.Account;
import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;
import dev.sayso.subscription.Payment;
import dev.sayso.subscription.Payments;
import dev.sayso.subscription.Sayings;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** What was paid, and what did not come, as JSON. */
@RestController
class PaymentApi {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Payments payments;
    private final Subscriptions subscriptions;
    private final Sayings sayings;

    PaymentApi(Payments payments, Subscriptions subscriptions, Sayings sayings) {
        this.payments = payments;
        this.subscriptions = subscriptions;
        this.sayings = sayings;
    }

    /** What was noted as paid, the last first; on the first page also what did not come. */
    @Bodies(gives = "PaymentPage")
    @GetMapping(path = "/api/payments", produces = MediaType.APPLICATION_JSON_VALUE)
    String list(
            Account account,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "") String after) {
        int size = Pages.limit(limit, Payments.MAX_PAGE);
        var rows =
                payments.before(
                        account.id(),
                        after.isEmpty() ? "9999" : day(after),
                        after.isEmpty() ? "" : after.substring(11),
                        size + 1);
        var shown = rows.size() > size ? rows.subList(0, size) : rows;
        var said = sayings.of(account.id(), shown.stream().map(Payment::cause).toList());
        var text = new StringWriter(1024);
        try (var to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            to.writeArrayPropertyStart("items");
            for (var payment : shown) {
                to.writeStartObject();
                write(to, payment);
                var words = said.get(payment.cause());
                if (words != null) {
                    to.writeObjectPropertyStart("said");
                    to.writeStringProperty("capture_id", payment.cause().value());
                    to.writeStringProperty("text", words.text());
                    to.writeStringProperty("source", words.source());
                    to.writeEndObject();
                }
                to.writeEndObject();
            }
            to.writeEndArray();
            if (after.isEmpty()) {
                writeMissing(to, account);
            }
            if (rows.size() > size) {
                var last = shown.getLast();
                to.writeStringProperty("next", last.paidOn() + "_" + last.id().value());
            }
            to.writeEndObject();
        }
        return text.toString();
    }

    private static String day(String after) {
        if (!after.matches("\\d{4}-\\d\\d-\\d\\d_.{1,40}")) {
            throw new BadRequest("after is not the next of a page before");
        }
        return after.substring(0, 10);
    }

    private void writeMissing(JsonGenerator to, Account account) {
        to.writeArrayPropertyStart("missing");
        for (var it : payments.missing(account)) {
            to.writeStartObject();
            to.writeStringProperty("subscription_id", it.subscription().id().value());
            to.writeStringProperty("name", it.subscription().name());
            to.writeStringProperty("period_on", it.period().dueOn().toString());
            SubscriptionJson.write(to, it.period().expected());
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    /** Notes that a period was paid; one that is settled is not paid again. */
    @Bodies(takes = "Pay", gives = "Payment")
    @PostMapping(
            path = "/api/subscriptions/{id}/payments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String pay(Account account, @PathVariable String id, @RequestBody byte[] json) {
        var it = subscriptions.get(account.id(), new SubscriptionId(id));
        var body = JsonBody.read(json);
        var period = body.as("period_on", PaymentApi::parsed);
        var paidOn = body.as("paid_on", PaymentApi::parsed);
        var cost = body.as("cost", text -> (BigDecimal) Field.COST.parse(text));
        var currency = body.as("currency", text -> (Currency) Field.CURRENCY.parse(text));
        body.done();
        var in = currency == null ? it.cost().currency() : currency;
        if (cost != null && cost.scale() > Money.fractionDigits(in)) {
            throw new BadRequest(
                    "cost has more digits after the point than "
                            + in.getCurrencyCode()
                            + " has; give at most "
                            + Money.fractionDigits(in));
        }
        var paid =
                payments.pay(
                        account,
                        it.id(),
                        period,
                        cost == null ? null : new Money(cost, in),
                        paidOn);
        var text = new StringWriter(256);
        try (var to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            write(to, paid);
            to.writeEndObject();
        }
        return text.toString();
    }

    private static LocalDate parsed(String text) {
        return (LocalDate) Field.PAID_ON.parse(text);
    }

    private static void write(JsonGenerator to, Payment payment) {
        to.writeStringProperty("event_id", payment.id().value());
        to.writeStringProperty("subscription_id", payment.subscriptionId().value());
        to.writeStringProperty("name", payment.name());
        SubscriptionJson.write(to, payment.cost());
        to.writeStringProperty("paid_on", payment.paidOn().toString());
    }
}
