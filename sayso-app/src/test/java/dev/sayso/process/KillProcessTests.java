package dev.sayso.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What was acknowledged is never lost, and what is said again after a crash is there once. */
class KillProcessTests {
    private static final int CAPTURES = 500;
    private static final int BEFORE_THE_KILL = 200;
    private static final List<String> NAMES =
            IntStream.range(0, CAPTURES).mapToObj(KillProcessTests::name).toList();

    @TempDir private Path data;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void keepsEveryAcknowledgedCaptureOnceWhenItIsKilledInTheMiddle() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (var sayso = SaysoProcess.serve(data, 0)) {
            var server = sayso.awaitReady();
            var enough = new CountDownLatch(BEFORE_THE_KILL);
            try (var clients = Executors.newFixedThreadPool(8)) {
                NAMES.forEach(
                        name ->
                                clients.submit(
                                        () -> {
                                            if (say(server, name)) {
                                                acknowledged.add(name);
                                                enough.countDown();
                                            }
                                        }));
                enough.await();
                sayso.kill();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);

        try (var sayso = SaysoProcess.serve(data, 0)) {
            var server = sayso.awaitReady();

            assertThat(created(server)).doesNotHaveDuplicates().containsAll(acknowledged);

            // those whose answer was lost may be there or not; said again, each is there once
            NAMES.stream()
                    .filter(name -> !acknowledged.contains(name))
                    .forEach(name -> assertThat(say(server, name)).isTrue());
            assertThat(created(server)).containsExactlyInAnyOrderElementsOf(NAMES);
        }
    }

    /** Whether it was acknowledged. */
    private boolean say(URI server, String name) {
        var request =
                HttpRequest.newBuilder(server.resolve("/api/captures"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key-of-" + name)
                        .POST(BodyPublishers.ofString("{\"text\": \"" + name + " 499 monthly\"}"))
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString()).statusCode() == 201;
        } catch (IOException e) {
            return false; // it was killed before it answered
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The names of all subscriptions that the log says were created. */
    private List<String> created(URI server) throws Exception {
        var names = new ArrayList<String>();
        var after = "";
        do {
            var request = HttpRequest.newBuilder(server.resolve("/api/events" + after)).build();
            var page =
                    JsonMapper.shared()
                            .readTree(client.send(request, BodyHandlers.ofString()).body());
            page.path("items")
                    .forEach(event -> names.add(event.path("payload").path("name").asString()));
            var next = page.path("next").asString("");
            after = next.isEmpty() ? "" : "?after=" + next;
        } while (!after.isEmpty());
        return names;
    }

    /** A name of letters only: {@code Zukbobobo}, {@code Zukcobobo}, … */
    private static String name(int number) {
        var name = new StringBuilder("Zuk");
        for (int rest = number, i = 0; i < 3; i++, rest /= 10) {
            name.append("bcdfghjklm".charAt(rest % 10)).append('o');
        }
        return name.toString();
    }
}
