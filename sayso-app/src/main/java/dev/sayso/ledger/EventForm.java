package dev.sayso.ledger;

import dev.sayso.json.ContractJson;

import tools.jackson.core.JsonGenerator;

/** An event as it is outside: in the API, in webhooks, in an export. */
public final class EventForm {
    private EventForm() {}

    /** Writes its members into an object that is begun. */
    public static void write(JsonGenerator to, StoredEvent it) {
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
