package dev.sayso.notification;

import dev.sayso.notification.Channel.Type;
import dev.sayso.platform.outbound.Call;
import dev.sayso.platform.outbound.Dependency;
import dev.sayso.platform.outbound.Outbound;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ntfy: published as JSON to the server's root, with a button for each act. */
@Component
final class NtfySender implements Sender {
    private static final int MOST_ACTIONS = 3; // the protocol's

    private final Outbound outbound;

    NtfySender(Outbound outbound) {
        this.outbound = outbound;
    }

    @Override
    public Type type() {
        return Type.NTFY;
    }

    @Override
    public Sent send(Channel channel, @Nullable String secret, Letter letter) {
        var message = new LinkedHashMap<String, Object>();
        message.put("topic", String.valueOf(channel.topic()));
        message.put("title", letter.title());
        message.put("message", letter.body().isEmpty() ? letter.title() : letter.body());
        if (letter.home() != null) {
            message.put("click", letter.home());
        }
        if (!letter.links().isEmpty()) {
            message.put("actions", actions(letter.links()));
        }
        return Sender.of(
                outbound.send(
                        Dependency.NTFY,
                        Call.once(
                                URI.create(channel.target()),
                                Map.of("Content-Type", "application/json"),
                                JsonMapper.shared()
                                        .writeValueAsString(message)
                                        .getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Map<String, Object>> actions(List<Letter.Link> links) {
        return links.stream()
                .limit(MOST_ACTIONS)
                .map(
                        link ->
                                Map.<String, Object>of(
                                        "action",
                                        "http",
                                        "label",
                                        link.words(),
                                        "url",
                                        link.url(),
                                        "method",
                                        "POST",
                                        "clear",
                                        true))
                .toList();
    }
}
