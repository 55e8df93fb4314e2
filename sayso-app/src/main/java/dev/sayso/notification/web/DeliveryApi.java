package dev.sayso.notification.web;

import dev.sayso.account.Account;
import dev.sayso.notification.Deliveries;
import dev.sayso.notification.Delivery;
import dev.sayso.notification.Delivery.State;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;

import java.util.Arrays;
import java.util.Optional;

/** The log of deliveries as JSON, the latest first. */
@RestController
class DeliveryApi {
    private final Deliveries deliveries;

    DeliveryApi(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Bodies(gives = "DeliveryPage")
    @GetMapping(path = "/api/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    String deliveries(
            Account account,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable String state) {
        int size = Pages.limit(limit, Deliveries.MAX_PAGE);
        return Pages.write(
                deliveries.before(
                        account.id(),
                        state(state),
                        after == null ? Long.MAX_VALUE : after,
                        size + 1),
                size,
                it -> Long.toString(it.position()),
                DeliveryApi::write);
    }

    /** Begins one that is dead anew. */
    @Bodies(as = "202")
    @PostMapping("/api/deliveries/{id}/retry")
    ResponseEntity<Void> retry(Account account, @PathVariable String id) {
        if (!deliveries.retry(account.id(), id)) {
            throw NotThere.delivery();
        }
        return ResponseEntity.accepted().build();
    }

    private static Optional<State> state(@Nullable String asked) {
        if (asked == null) {
            return Optional.empty();
        }
        return Optional.of(
                Arrays.stream(State.values())
                        .filter(state -> state.wire().equals(asked))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new BadRequest(
                                                "state is not known; give pending, sent, dead or"
                                                        + " dropped")));
    }

    private static void write(JsonGenerator to, Delivery it) {
        to.writeStringProperty("id", it.id());
        to.writeStringProperty("channel_id", it.channelId());
        to.writeStringProperty("kind", it.kind());
        to.writeStringProperty("state", it.state().wire());
        optional(to, "notification_id", it.notificationId());
        optional(to, "event_id", it.eventId());
        optional(to, "subscription_id", it.subscriptionId());
        to.writeStringProperty("created_at", it.createdAt());
        optional(to, "next_try_at", it.nextTryAt());
        optional(to, "ended_at", it.endedAt());
        to.writeArrayPropertyStart("attempts");
        for (var attempt : it.attempts()) {
            to.writeStartObject();
            to.writeNumberProperty("number", attempt.number());
            to.writeStringProperty("at", attempt.at());
            to.writeStringProperty("result", attempt.result());
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void optional(JsonGenerator to, String name, @Nullable String value) {
        if (value != null) {
            to.writeStringProperty(name, value);
        }
    }
}
