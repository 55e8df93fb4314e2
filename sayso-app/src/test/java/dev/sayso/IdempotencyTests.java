package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Every POST of the API either creates, and then takes a key under which it does so once, or is an
 * act upon something that is there, named here with why a second one does no harm.
 */
@House.Open
class IdempotencyTests {
    /** What creates, each with two bodies. */
    private static final Map<String, List<String>> CREATING =
            Map.of(
                    "/api/captures",
                    List.of(
                            "{\"text\": \"Netflix 499 monthly\"}",
                            "{\"text\": \"Spotify 119 monthly\"}"),
                    "/api/help/sessions",
                    List.of(
                            "{\"entry\": {\"topic\": \"stuck\"}}",
                            "{\"entry\": {\"screen\": \"home\"}}"));

    /** What creates, too, and needs recordings for it: {@link VoiceTests} does so under a key. */
    private static final Set<String> BY_RECORDINGS = Set.of("/api/captures/voice");

    /**
     * What creates and takes no key: sent twice, a second one stands beside the first, is seen
     * there and can be taken away.
     */
    private static final Set<String> WITHOUT_KEY = Set.of("/api/help/trees", "/api/channels");

    private static final Set<String> ACTS =
            Set.of(
                    "/api/captures/{id}/restore", // what stands is refused
                    // what stands already stays as it is
                    "/api/subscriptions/{id}/history/{event}/restore",
                    "/api/parse", // stores nothing
                    "/api/followers/{name}/retry", // sets the same state
                    "/api/inbox/{id}/acts/{act}", // what is done already stays so
                    // a session keeps the answer to each of its steps, and gives it again
                    "/api/help/sessions/{id}/answers",
                    "/api/help/sessions/{id}/solved",
                    "/api/help/sessions/{id}/back",
                    "/api/help/sessions/{id}/restart",
                    "/api/help/sessions/{id}/contest",
                    "/api/help/sessions/{id}/escalate", // and has one ticket
                    "/api/help/sessions/{id}/feedback",
                    "/api/help/evaluate", // stores nothing
                    "/api/help/tickets/{number}/reply", // the second is told of the first
                    "/api/help/tickets/{number}/close",
                    "/api/help/tickets/{number}/take", // who took it has it
                    "/api/help/tickets/{number}/note", // the second is told of the first
                    "/api/help/trees/{version}/serve", // sets the same state
                    "/api/help/trees/{version}/withdraw",
                    "/api/channels/{id}/test", // one test is as good as two
                    "/api/channels/{id}/confirm", // sets the same state
                    "/api/deliveries/{id}/retry",
                    "/api/reminders/{id}/done", // what is done already stays so
                    "/api/reminders/{id}/snooze",
                    "/api/reminders/preview", // stores nothing
                    "/api/help/sessions/{id}/ticket", // a session has one ticket
                    "/api/subscriptions/{id}/payments"); // a period is paid once

    @Autowired private House house;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @Test
    void everyPostCreatesByAKeyOrIsAnActThatIsNamed() {
        var posts = new TreeSet<String>();
        var keyed = new TreeSet<String>();
        paths().propertyStream()
                .filter(path -> path.getValue().has("post"))
                .forEach(
                        path -> {
                            var post = path.getValue().get("post");
                            posts.add(path.getKey());
                            if (takesAKey(post)) {
                                keyed.add(path.getKey());
                            }
                            // to say 201 and to take no key is right nowhere else
                            assertThat(post.at("/responses").has("201") && !takesAKey(post))
                                    .as(path.getKey())
                                    .isEqualTo(WITHOUT_KEY.contains(path.getKey()));
                        });

        assertThat(posts).hasSizeGreaterThan(5).containsAll(CREATING.keySet());
        posts.removeAll(keyed);
        posts.removeAll(WITHOUT_KEY);
        keyed.removeAll(BY_RECORDINGS);
        assertThat(keyed).containsExactlyInAnyOrderElementsOf(CREATING.keySet());
        assertThat(ACTS).containsAll(posts);
    }

    @Test
    void givesTheSameReplyToTheSameAndRefusesAnother() {
        CREATING.forEach(
                (path, bodies) -> {
                    var first = post(path, bodies.get(0), "k");
                    var again = post(path, bodies.get(0), "k");
                    var other = post(path, bodies.get(1), "k");
                    var unkeyed = api.post(path, bodies.get(1));

                    assertThat(first.status()).as(path).isEqualTo(201);
                    assertThat(again.status()).as(path).isEqualTo(201);
                    assertThat(again.text()).as(path).isEqualTo(first.text());
                    assertThat(again.headers().firstValue("Location"))
                            .isEqualTo(first.headers().firstValue("Location"))
                            .isPresent();
                    assertThat(other.status()).as(path).isEqualTo(422);
                    assertThat(other.get("detail")).contains("mint a new key");
                    assertThat(unkeyed.status()).as(path).isEqualTo(201);
                });
        // a key is of one route: the same one served both
        assertThat(api.list()).hasSize(2);
    }

    @Test
    void doesOnceWhatComesHundredTimesAtOnce() throws Exception {
        for (var entry : CREATING.entrySet()) {
            var locations = new TreeSet<String>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Api.Answer> once =
                        () -> post(entry.getKey(), entry.getValue().getFirst(), "at-once");
                var answers =
                        threads.invokeAll(IntStream.range(0, 100).mapToObj(_ -> once).toList());
                var first = answers.getFirst().get();
                for (var answer : answers) {
                    assertThat(answer.get().status()).as(entry.getKey()).isEqualTo(201);
                    assertThat(answer.get().text()).as(entry.getKey()).isEqualTo(first.text());
                    locations.add(answer.get().headers().firstValue("Location").orElseThrow());
                }
            }
            assertThat(locations).as(entry.getKey()).hasSize(1);
        }
        assertThat(api.events()).hasSize(1);
    }

    private Api.Answer post(String path, String body, String key) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Idempotency-Key", key);
        return api.send("POST", path, body, headers);
    }

    private JsonNode paths() {
        return api.get("/v3/api-docs").json().get("paths");
    }

    private static boolean takesAKey(JsonNode operation) {
        return operation.path("parameters").values().stream()
                .anyMatch(it -> it.path("name").asString("").equals("Idempotency-Key"));
    }
}
