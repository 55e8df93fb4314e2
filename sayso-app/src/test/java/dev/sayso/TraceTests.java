package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.platform.sql.Readers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A trace that begins elsewhere goes on through the writer's hop into the log of events. */
@House.Open
class TraceTests {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired private House house;
    @Autowired private Readers readers;

    @Test
    void isStoredWithTheEventThatItCaused() throws Exception {
        house.afresh();

        try (var client = HttpClient.newHttpClient()) {
            var said =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + house.port()
                                                            + "/api/captures"))
                                    .header("Content-Type", "application/json")
                                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"text\": \"Netflix 499 monthly\"}"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(said.statusCode()).isEqualTo(201);
        }

        List<String> stored =
                readers.read(
                        db ->
                                db.sql("SELECT trace_parent FROM events LIMIT 2")
                                        .query(String.class)
                                        .list());
        assertThat(stored).singleElement().asString().startsWith("00-" + TRACE + "-");
    }
}
