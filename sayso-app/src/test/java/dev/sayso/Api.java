package dev.sayso;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** The front door, as a program comes through it. */
public final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;

    public Api(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    /** What came back. */
    public record Answer(
            int status, JsonNode json, String text, java.net.http.HttpHeaders headers) {
        public String get(String path) {
            var node = json.at(path.startsWith("/") ? path : "/" + path.replace('.', '/'));
            return node.isMissingNode()
                    ? null
                    : node.isValueNode() ? node.asString() : node.toString();
        }
    }

    public Answer say(String text) {
        return post("/api/captures", json(Map.of("text", text)));
    }

    public Answer say(String text, String key) {
        return send(
                "POST",
                "/api/captures",
                json(Map.of("text", text)),
                Map.of("Idempotency-Key", key));
    }

    public Answer answer(String id, String json) {
        return send("PUT", "/api/captures/" + id + "/draft", json, Map.of());
    }

    public Answer undo(String id) {
        return send("DELETE", "/api/captures/" + id, (byte[]) null, Map.of());
    }

    public JsonNode list() {
        return get("/api/subscriptions").json().get("items");
    }

    public JsonNode events() {
        return get("/api/events").json().get("items");
    }

    public Answer get(String path) {
        return send("GET", path, (byte[]) null, Map.of());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, Map.of());
    }

    public Answer send(String method, String path, String body, Map<String, String> headers) {
        return send(
                method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    response.statusCode(),
                    type.contains("json") && !type.contains("ndjson")
                            ? JSON.readTree(response.body())
                            : JSON.nullNode(),
                    response.body(),
                    response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
