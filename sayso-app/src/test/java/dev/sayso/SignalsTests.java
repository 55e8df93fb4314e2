package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;
import dev.sayso.platform.web.Routes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be seen from outside, and that nobody's words are in it. */
@House.Open
@ExtendWith(OutputCaptureExtension.class)
class SignalsTests {
    private static final List<String> CANARIES = List.of("Kanarienvogel", "8642.97", "Zeisig");

    @Autowired private House house;
    @Autowired private FrontDesk desk;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @Test
    void tellsOfTheWriterTheReadersAndTheRoutes() {
        api.say("Netflix 499 monthly");

        assertThat(api.get("/actuator/prometheus").text())
                .contains(
                        "sayso_writer_queue",
                        "sayso_writer_age_seconds",
                        "sayso_writer_group_count",
                        "sayso_writer_flush_seconds_count",
                        "sayso_readers_busy",
                        "sayso_http_seconds_bucket{ending=\"done\",route=\"capture\",le=\"0.015\"}")
                .doesNotContain("http_server_requests");
    }

    @Test
    void hasAsManyTimersAsThereAreKindsWhateverIsAskedFor() {
        long before = timers();

        for (int i = 0; i < 200; i++) {
            api.get("/api/nowhere/" + i);
            api.get("/Kanarienvogel" + i);
        }

        assertThat(timers()).isEqualTo(before);
    }

    @Test
    void hasNobodysWordsInLogsAndMetrics(CapturedOutput output) {
        var token = desk.token(desk.add("Zeisig", true), null).reveal();
        var link = desk.keys().link(desk.find("Zeisig").orElseThrow().id()).reveal();
        var id = api.say("Kanarienvogel 8642.97").get("id");
        for (var bearer : List.of("", token, token + "x")) {
            for (var route : Routes.ALL) {
                var path = route.path().replace("{id}", id).replace("{number}", "1");
                send(route.method(), path.replace("/**", ""), bearer);
                send(route.method(), path.replace("/**", "") + "?key=" + link, bearer);
                send(route.method(), path.replace("/**", "/Kanarienvogel"), bearer);
                send("PATCH", path + "/Kanarienvogel?text=8642.97", bearer);
            }
        }

        var metrics = api.get("/actuator/prometheus").text();
        for (var canary : CANARIES) {
            assertThat(metrics).doesNotContain(canary);
            assertThat(output.getAll()).doesNotContain(canary);
        }
        assertThat(output.getAll() + metrics)
                .doesNotContain(token.substring(6, 40))
                .doesNotContain(link.substring(6, 40));

        // the control: what is logged is seen here
        LoggerFactory.getLogger("dev.sayso.control").info("Kanarienvogel");
        assertThat(output.getAll()).contains("\"message\":\"Kanarienvogel\"");
    }

    private void send(String method, String to, String bearer) {
        var path = to.replaceFirst("^/+", "/");
        var headers = new LinkedHashMap<String, String>();
        headers.put("Idempotency-Key", "Kanarienvogel");
        if (!bearer.isEmpty()) {
            headers.put("Authorization", "Bearer " + bearer);
        }
        var bodies =
                List.of(
                        "{\"text\": \"Kanarienvogel 8642.97 monthly\"}",
                        "{\"text\": \"Kanarienvogel 8642.97",
                        "{\"Kanarienvogel\": 8642.97, \"name\": \"Kanarienvogel\"}");
        if (Set.of("GET", "DELETE").contains(method)) {
            api.send(method, path, (String) null, headers);
            return;
        }
        for (var body : bodies) {
            api.send(method, path, body, headers);
        }
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        api.send(method, path, "text=Kanarienvogel+8642.97&name=Kanarienvogel", headers);
    }

    private long timers() {
        return Pattern.compile("(?m)^sayso_http_seconds_count")
                .matcher(api.get("/actuator/prometheus").text())
                .results()
                .count();
    }
}
