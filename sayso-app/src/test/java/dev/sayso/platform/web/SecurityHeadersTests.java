package dev.sayso.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.House;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SEC-16: the headers stand on every route and every error, whoever answers it. */
@House.Open
class SecurityHeadersTests {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "content-security-policy", SecurityHeaders.POLICY,
                    "x-content-type-options", "nosniff",
                    "referrer-policy", "same-origin",
                    "cross-origin-opener-policy", "same-origin",
                    "cross-origin-resource-policy", "same-origin");

    @Autowired House house;
    @Autowired Assets assets;
    @Autowired List<RequestMappingHandlerMapping> mappings;

    @BeforeEach
    void afresh() {
        house.afresh();
    }

    @Test
    void standOnEveryRouteAndOnItsRefusals() {
        var routes =
                mappings.stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .flatMap(route -> route.getPatternValues().stream())
                        .map(path -> path.replaceAll("\\{[^}]*}", "x"))
                        .distinct()
                        .toList();

        assertThat(routes).contains("/", "/captures", "/subscriptions", "/api/captures");
        for (var path : routes) {
            for (var method : List.of("GET", "POST", "PUT", "DELETE")) {
                var answer = house.api().send(method, path, (byte[]) null, Map.of());
                assertThat(answer.headers().map())
                        .as(method + " " + path + " " + answer.status())
                        .containsAllEntriesOf(
                                path.equals("/try") ? expectedWithoutPolicy() : expected());
            }
        }
    }

    @Test
    void standOnAssetsWhichAreKeptForAYear() {
        for (var name : List.of("sayso.css", "sayso.js", "htmx.min.js", "literata-latin.woff2")) {
            var answer = house.api().get(assets.path(name));

            assertThat(answer.status()).as(name).isEqualTo(200);
            assertThat(answer.headers().map()).as(name).containsAllEntriesOf(expected());
            assertThat(answer.headers().firstValue("cache-control"))
                    .hasValue("max-age=31536000, public, immutable");
        }
        assertThat(house.api().get("/assets/other/sayso.css").status()).isEqualTo(404);
    }

    @Test
    void standOnWhatIsRefusedBeforeARouteIsFound() throws IOException {
        var refused =
                Stream.of(
                        "GET /nothing HTTP/1.1\r\nHost: localhost\r\n",
                        "GET / HTTP/1.1\r\nHost: elsewhere.example\r\n",
                        "POST /captures HTTP/1.1\r\n"
                                + "Host: localhost\r\n"
                                + "Origin: http://elsewhere.example\r\n"
                                + "Content-Length: 0\r\n",
                        "POST /captures HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n",
                        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                        "GET /a%2fb HTTP/1.1\r\nHost: localhost\r\n",
                        "TRACE / HTTP/1.1\r\nHost: localhost\r\n");

        for (var request : refused.toList()) {
            assertThat(raw(request)).as(request).startsWith("HTTP/1.1 4").contains(lines());
        }
    }

    private static Map<String, List<String>> expected() {
        return HEADERS.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }

    private static List<String> lines() {
        return List.of(
                "Content-Security-Policy: " + SecurityHeaders.POLICY,
                "X-Content-Type-Options: nosniff",
                "Referrer-Policy: same-origin",
                "Cross-Origin-Opener-Policy: same-origin");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", house.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            (request + "Connection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            // the head alone: after a refusal the server may wait for the rest of the body
            return answer.lines()
                    .takeWhile(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** The one page with a policy of its own. */
    private static Map<String, List<String>> expectedWithoutPolicy() {
        var expected = new HashMap<>(expected());
        expected.remove("content-security-policy");
        return expected;
    }
}
