package dev.sayso.help;

import dev.sayso.platform.outbound.Call;
import dev.sayso.platform.outbound.Dependency;
import dev.sayso.platform.outbound.Outbound;
import dev.sayso.platform.outbound.Outcome;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An application beside Sayso that offers facts and actions of its own over HTTP. Only its address
 * is called, and whatever it answers is at most a small JSON object.
 */
@Component
final class Host {
    private static final Logger log = LoggerFactory.getLogger(Host.class);
    private static final int MOST_NAMES = 1_000;

    private final @Nullable URI url;
    private final @Nullable String token;
    private final Outbound outbound;
    private volatile Offered offered = Offered.NOTHING;

    Host(HelpSettings settings, Outbound outbound) {
        url = settings.hostUrl();
        token = settings.hostToken();
        this.outbound = outbound;
    }

    /** What it said to have, the last time it was asked. */
    record Offered(Map<String, List<String>> facts, List<String> actions) {
        static final Offered NOTHING = new Offered(Map.of(), List.of());

        Offered {
            facts = Map.copyOf(facts);
            actions = List.copyOf(actions);
        }
    }

    /** It gave no answer, or none that can be read. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAnswer(String why) {
            super("the host of help " + why, null, false, false);
        }
    }

    boolean isThere() {
        return url != null;
    }

    /** Asks what it has; where it does not answer, what it had before is kept. */
    Offered ask() {
        if (url != null) {
            try {
                offered = read(object(fact("/")));
            } catch (NoAnswer none) {
                log.warn("what a host offers is not known: {}", none.getMessage());
            }
        }
        return offered;
    }

    private static Offered read(JsonNode json) {
        var facts = new TreeMap<String, List<String>>();
        for (var fact : json.path("facts").properties()) {
            facts.put(fact.getKey(), texts(fact.getValue()));
        }
        var actions = texts(json.path("actions"));
        if (facts.size() > MOST_NAMES || actions.size() > MOST_NAMES) {
            throw new NoAnswer("offers more than 1,000 names");
        }
        return new Offered(facts, actions);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        for (var value : array) {
            if (value.isString()) {
                texts.add(value.asString());
            }
        }
        return texts;
    }

    /** The value of a fact, or empty when the host does not know it. */
    Optional<String> read(String fact, HelpCase help) {
        var answer =
                fact(
                        "/facts/%s?session=%s&account=%s"
                                .formatted(
                                        encoded(fact),
                                        encoded(help.session()),
                                        encoded(help.account().value())));
        return answer instanceof Outcome.Answered answered && answered.status() == 404
                ? Optional.empty()
                : object(answer).path("value").asStringOpt();
    }

    private Outcome fact(String path) {
        return outbound.send(Dependency.HELP_FACT, Call.get(address(path), headers()));
    }

    /** Whether the action succeeded; a second run under the same key changes nothing there. */
    boolean run(String action, HelpCase help, String key) {
        var body =
                JsonMapper.shared()
                        .writeValueAsBytes(
                                Map.of(
                                        "session", help.session(),
                                        "account", help.account().value(),
                                        "context", help.context(),
                                        "answers", help.answers()));
        var headers = headers();
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", key);
        return object(
                        outbound.send(
                                Dependency.HELP_ACTION,
                                Call.keyed(address("/actions/" + encoded(action)), headers, body)))
                .path("result")
                .asString("")
                .equals("success");
    }

    private URI address(String path) {
        if (url == null) {
            throw new IllegalStateException("no host is set; set sayso.help.host-url");
        }
        var base = url.toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json");
        if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        return headers;
    }

    private static JsonNode object(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed ->
                    throw new NoAnswer("gave no answer: " + failed.reason().sentence());
            case Outcome.Answered answered -> {
                if (!answered.isSuccess()) {
                    throw new NoAnswer("answered " + answered.status());
                }
                try {
                    yield JsonMapper.shared().readTree(answered.body());
                } catch (JacksonException broken) {
                    throw new NoAnswer("answered what is no JSON");
                }
            }
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
