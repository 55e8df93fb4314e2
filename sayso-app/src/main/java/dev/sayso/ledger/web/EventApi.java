package dev.sayso.ledger.web;

import dev.sayso.account.Account;
import dev.sayso.json.ContractJson;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.StoredEvent;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;

/** The log as JSON. */
@RestController
class EventApi {
    private final EventLog log;

    EventApi(EventLog log) {
        this.log = log;
    }

    @Bodies(gives = "EventPage")
    @GetMapping(path = "/api/events", produces = MediaType.APPLICATION_JSON_VALUE)
    String events(
            Account account,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "0") long after) {
        int size = Pages.limit(limit, EventLog.MAX_PAGE);
        return Pages.write(
                log.after(account.id(), after, size + 1),
                size,
                it -> Long.toString(it.position()),
                EventApi::write);
    }

    private static void write(JsonGenerator to, StoredEvent it) {
        to.writeStringProperty("id", it.id().value());
        to.writeNumberProperty("position", it.position());
        to.writeStringProperty("type", it.event().type().wire());
        to.writeStringProperty("timestamp", it.recordedAt());
        if (it.subscriptionId() != null && it.version() != null) {
            to.writeStringProperty("subscription_id", it.subscriptionId().value());
            to.writeNumberProperty("version", it.version());
        }
        to.writeObjectPropertyStart("payload");
        ContractJson.writeFields(to, it.event());
        to.writeEndObject();
    }
}
