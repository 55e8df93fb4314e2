package dev.sayso.cli;

import com.sun.net.httpserver.HttpServer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every command once, against a server that answers by rote, from which the JVM learns what to keep
 * ready for the next start (the launcher trains its cache with it).
 */
final class Rehearsal {
    private static final String EVENT =
            """
            {"type": "SUBSCRIPTION_CREATED", "name": "Netflix", "cost": "499", "currency": "INR",
             "billing_cycle": "monthly", "next_renewal_on": "2026-12-24", "status": "active",
             "assumed": ["next_renewal_on"], "origins": {"next_renewal_on": {"rule": "rehearsed"}}}
            """;
    private static final String ANSWER =
            """
            {"status": "recorded", "events": [%s], "items": [%s],
             "ask": {"field": "next_renewal_on", "text": "When?", "choices": [{"text": "today"}]}}
            """
                    .formatted(EVENT, EVENT);
    private static final String MESSAGE =
            """
            {"text": "Netflix ₹499 monthly", "source": "typed", "locale": "en-IN", \
            "currency": "INR", "now": "2026-11-24T09:00:00+05:30"}
            """;

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var answer = ANSWER.getBytes(StandardCharsets.UTF_8);
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        try {
            play(String.valueOf(server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    private static void play(String port) {
        for (var line :
                List.of(
                        List.of("Netflix ₹499 monthly", "--port", port),
                        List.of("list", "--port", port),
                        List.of("Netflix ₹499 monthly", "--dry-run"),
                        List.of("parse", "--jsonl"),
                        List.of("help"))) {
            int code = new CommandLine(terminal(), _ -> CommandLine.NOT_DONE).run(line);
            if (code != CommandLine.DONE) {
                throw new IllegalStateException("the rehearsal of " + line + " ended with " + code);
            }
        }
    }

    private static Terminal terminal() {
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var in = new ByteArrayInputStream(MESSAGE.repeat(200).getBytes(StandardCharsets.UTF_8));
        return new Terminal(
                in, nowhere, System.err, Map.of(), Clock.systemDefaultZone(), Locale.US);
    }
}
