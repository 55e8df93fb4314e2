package dev.sayso.notification;

import dev.sayso.notification.Channel.Type;
import dev.sayso.platform.outbound.Call;
import dev.sayso.platform.outbound.Dependency;
import dev.sayso.platform.outbound.Outbound;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;

/** A webhook: a CloudEvent (1.0, structured), signed as Standard Webhooks has it. */
@Component
final class WebhookSender implements Sender {
    private static final JsonFactory JSON = new JsonFactory();

    private final Outbound outbound;
    private final Clock clock;

    WebhookSender(Outbound outbound, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    @Override
    public Type type() {
        return Type.WEBHOOK;
    }

    @Override
    public Sent send(Channel channel, @Nullable String secret, Letter letter) {
        var body = body(channel, letter);
        long now = clock.instant().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/cloudevents+json; charset=UTF-8");
        headers.put("webhook-id", letter.id());
        headers.put("webhook-timestamp", Long.toString(now));
        if (secret != null) {
            headers.put("webhook-signature", Signature.of(secret, letter.id(), now, body));
        }
        return Sender.of(
                outbound.send(
                        Dependency.WEBHOOK,
                        Call.keyed(URI.create(channel.target()), headers, body)));
    }

    private static byte[] body(Channel channel, Letter letter) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            to.writeStartObject();
            to.writeStringProperty("specversion", "1.0");
            to.writeStringProperty("id", letter.id());
            to.writeStringProperty("source", "urn:sayso:account:" + channel.account().value());
            to.writeStringProperty("type", letter.type());
            if (letter.subject() != null) {
                to.writeStringProperty("subject", letter.subject());
            }
            to.writeStringProperty("time", letter.at());
            to.writeStringProperty("datacontenttype", "application/json");
            to.writeName("data");
            to.writeRawValue(letter.data());
            to.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
