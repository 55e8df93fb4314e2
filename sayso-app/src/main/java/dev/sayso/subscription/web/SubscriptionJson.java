package dev.sayso.subscription.web;

import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.time.LocalDate;

/** A subscription as JSON: a row of the list, or all that is known of it. */
final class SubscriptionJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int COMES = 5;

    private SubscriptionJson() {}

    static String write(Subscription it, LocalDate today) {
        var text = new StringWriter(512);
        try (var to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            writeRow(to, it, today);
            to.writeNumberProperty("version", it.version());
            write(to, "started_on", it.startedOn());
            write(to, "trial_ends_on", it.trialEndsOn());
            write(to, "ends_on", it.endsOn());
            write(to, "resumes_on", it.paused() ? it.resumesOn() : null);
            write(to, "cancelled_on", it.cancelledOn());
            var later = it.later();
            if (later != null && later.from().isAfter(today)) {
                to.writeObjectPropertyStart("later_price");
                write(to, later.cost());
                write(to, "effective_on", later.from());
                to.writeEndObject();
            }
            write(to, "note", it.details().note());
            to.writeArrayPropertyStart("tags");
            it.details().tags().words().forEach(to::writeString);
            to.writeEndArray();
            write(to, "payment_method", it.details().paymentMethod());
            write(to, "my_share", it.details().myShare());
            to.writeArrayPropertyStart("next_renewals");
            for (var day : it.renewals(today, COMES)) {
                to.writeStartObject();
                write(to, "on", day);
                write(to, it.costOn(day));
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeEndObject();
        }
        return text.toString();
    }

    static void writeRow(JsonGenerator to, Subscription it, LocalDate today) {
        to.writeStringProperty("id", it.id().value());
        to.writeStringProperty("name", it.name());
        write(to, it.costOn(today));
        to.writeStringProperty("billing_cycle", it.cycle().wire());
        var next = it.nextRenewal(today);
        if (next.isPresent()) {
            to.writeStringProperty("next_renewal_on", next.get().toString());
        } else {
            to.writeNullProperty("next_renewal_on");
        }
        to.writeArrayPropertyStart("assumed");
        it.assumed().stream().map(Field::wire).forEach(to::writeString);
        to.writeEndArray();
        to.writeStringProperty("status", it.statusOn(today).wire());
    }

    static void write(JsonGenerator to, Money cost) {
        to.writeStringProperty("cost", cost.cost());
        to.writeStringProperty("currency", cost.currency().getCurrencyCode());
    }

    private static void write(JsonGenerator to, String field, @Nullable Object value) {
        if (value != null) {
            to.writeStringProperty(field, value.toString());
        }
    }
}
