package dev.sayso.faults;

import dev.sayso.faults.History.Told;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The API of the server, as the local account. */
final class HttpDoor implements Clients.Door {
    static final int CLIENTS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LIMIT)
                    .build();

    HttpDoor(URI server) {
        this.server = server;
    }

    @Override
    public Told say(int client, String key, String text) {
        try {
            int status = capture(key, text).statusCode();
            return switch (status) {
                case 201 -> Told.DONE;
                case 507 -> Told.REFUSED;
                case 503 -> Told.UNKNOWN; // it may say more, and need not
                default -> throw new IllegalStateException("it answered " + status);
            };
        } catch (IOException e) {
            return Told.UNKNOWN; // the connection was cut
        }
    }

    HttpResponse<String> capture(String key, String text) throws IOException {
        return send(
                HttpRequest.newBuilder(server.resolve("/api/captures"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString("{\"text\": \"" + text + "\"}")));
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(server.resolve(path)).GET());
    }

    HttpResponse<String> post(String path) throws IOException {
        return send(HttpRequest.newBuilder(server.resolve(path)).POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
