package dev.sayso.subscription.web;

import dev.sayso.account.Account;
import dev.sayso.json.ContractJson;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.Pages;
import dev.sayso.subscription.History;

import org.springframework.stereotype.Component;

import tools.jackson.core.JsonGenerator;

import java.util.Objects;

/** The history of a subscription as JSON. */
@Component
final class Histories {
    private final History history;

    Histories(History history) {
        this.history = history;
    }

    /** A page of it after a version, in order. */
    String page(Account account, SubscriptionId id, int size, long after) {
        var rows =
                history.of(account.id(), id).stream()
                        .filter(it -> version(it) > after)
                        .limit(size + 1L)
                        .toList();
        return Pages.write(rows, size, it -> String.valueOf(version(it)), Histories::write);
    }

    private static long version(History.Entry entry) {
        return Objects.requireNonNull(entry.told().stored().version());
    }

    private static void write(JsonGenerator to, History.Entry entry) {
        var stored = entry.told().stored();
        to.writeStringProperty("id", stored.id().value());
        to.writeNumberProperty("version", version(entry));
        to.writeStringProperty("type", stored.event().type().wire());
        to.writeStringProperty("timestamp", stored.recordedAt());
        to.writeStringProperty("occurred_on", stored.occurredOn().toString());
        to.writeBooleanProperty("stands", entry.told().stands());
        to.writeBooleanProperty("corrected", entry.told().corrected());
        var said = entry.said();
        if (said != null) {
            to.writeObjectPropertyStart("said");
            to.writeStringProperty("capture_id", stored.cause().value());
            to.writeStringProperty("text", said.text());
            to.writeStringProperty("source", said.source());
            to.writeEndObject();
        }
        to.writeObjectPropertyStart("payload");
        ContractJson.writeFields(to, stored.event());
        to.writeEndObject();
    }
}
