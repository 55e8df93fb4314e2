package dev.sayso.subscription.web;

import dev.sayso.account.Account;
import dev.sayso.event.Field;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;

import java.time.Clock;
import java.time.LocalDate;

/** The list as JSON. */
@RestController
class SubscriptionApi {
    private final Subscriptions subscriptions;
    private final Clock clock;

    SubscriptionApi(Subscriptions subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Bodies(gives = "SubscriptionPage")
    @GetMapping(path = "/api/subscriptions", produces = MediaType.APPLICATION_JSON_VALUE)
    String list(
            Account account,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "") String after) {
        int size = Pages.limit(limit, Subscriptions.MAX_PAGE);
        var today = account.today(clock);
        var rows = subscriptions.after(account.id(), after, size + 1);
        return Pages.write(rows, size, it -> it.id().value(), (to, it) -> write(to, it, today));
    }

    private static void write(JsonGenerator to, Subscription it, LocalDate today) {
        var cost = it.costOn(today);
        to.writeStringProperty("id", it.id().value());
        to.writeStringProperty("name", it.name());
        to.writeStringProperty("cost", cost.cost());
        to.writeStringProperty("currency", cost.currency().getCurrencyCode());
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
}
