package dev.sayso.cli;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The server, as the command line speaks to it. */
final class RunningServer {
    private static final Duration TIME_OUT = Duration.ofSeconds(20);

    private static final Duration HEARING = Duration.ofSeconds(60);

    private final URI base;
    private final String token;
    private final JsonMapper json = JsonMapper.shared();

    /**
     * @param environment whose {@code SAYSO_TOKEN} says as whom it speaks
     */
    RunningServer(URI base, Map<String, String> environment) {
        this.base = base;
        this.token = environment.getOrDefault("SAYSO_TOKEN", "").strip();
        if (!token.matches("\\w*")) {
            throw new Misuse("SAYSO_TOKEN is no token; ./sayso account token NAME prints one");
        }
    }

    /**
     * What came back.
     *
     * @param text the body as it came
     */
    record Answer(int status, String text, JsonNode body) {
        boolean isProblem() {
            return status >= 400;
        }

        /** What the server says about the problem, which is a sentence by its contract. */
        String detail() {
            var detail = body.path("detail").asString("");
            return detail.isEmpty() ? "The server answered " + status + "." : detail;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, ?> body) {
        // a key of its own for each: a proxy that repeats the request must not say it twice
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    /** Sends a file as it is; hearing takes longer than reading. */
    Answer post(String path, Path file) {
        try {
            return send(
                    request(path)
                            .timeout(HEARING)
                            .header("Content-Type", "application/octet-stream")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(BodyPublishers.ofFile(file)));
        } catch (FileNotFoundException e) {
            throw new ServerProblem("There is no file " + file + ".");
        }
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(TIME_OUT)
                        .header("Accept", "application/json, application/problem+json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try (var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(3))
                        .build()) {
            var response =
                    client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return answer(response);
        } catch (ConnectException e) {
            throw new ServerProblem(
                    "No Sayso answers at " + base + ". Start one with ./sayso serve" + portHint());
        } catch (HttpTimeoutException e) {
            throw new ServerProblem(
                    "Sayso at "
                            + base
                            + " did not answer in time; ./sayso list shows what it has.");
        } catch (IOException e) {
            throw new ServerProblem(
                    "The connection to Sayso at "
                            + base
                            + " broke; ./sayso list shows whether your words arrived.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerProblem("Stopped while waiting for Sayso at " + base + ".");
        }
    }

    private Answer answer(HttpResponse<String> response) {
        try {
            return new Answer(
                    response.statusCode(), response.body(), json.readTree(response.body()));
        } catch (JacksonException e) {
            throw new ServerProblem(
                    "What answers at "
                            + base
                            + " is not Sayso: it sent something that is no JSON.");
        }
    }

    private String portHint() {
        int port = base.getPort();
        return port < 0 || port == Arguments.DEFAULT_PORT
                ? " in another window."
                : " --port " + port + " in another window, or say with --port where it is.";
    }
}
