package dev.sayso;

import dev.sayso.cli.Command;
import dev.sayso.cli.CommandLine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/**
 * One short life of the server, in a data folder that is thrown away, from which the JVM learns
 * what to keep ready for the next start (the launcher trains its cache with it).
 */
final class Rehearsal {
    private static final int ROUNDS = 20;

    private Rehearsal() {}

    public static void main(String[] arguments) {
        var command = new Command.Serve(0, Path.of(arguments[0]).toAbsolutePath(), List.of());
        int code = new Server(Rehearsal::play).start(command);
        System.exit(code == CommandLine.DONE ? 0 : 1);
    }

    private static void play(URI server) {
        try (var client = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                var sentence = "{\"text\": \"Service " + round + " ₹499 monthly\"}";
                send(
                        client,
                        request(server, "/api/captures")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(sentence)));
                send(client, request(server, "/api/subscriptions"));
                send(client, request(server, "/"));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the server did not answer its rehearsal", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest.Builder request(URI server, String path) {
        return HttpRequest.newBuilder(server.resolve(path));
    }

    private static void send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status >= 500) {
            throw new IllegalStateException("the rehearsal was answered with " + status);
        }
    }
}
