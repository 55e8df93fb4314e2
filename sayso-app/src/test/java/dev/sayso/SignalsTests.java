package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.web.Routes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be seen from outside, and that nobody's words are in it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.tracing.sampling.probability=1")
@Import({House.Furnished.class, SignalsTests.Gathering.class})
@ExtendWith(OutputCaptureExtension.class)
class SignalsTests {
    private static final List<String> CANARIES = List.of("Kanarienvogel", "8642.97", "Zeisig");

    @Autowired private House house;
    @Autowired private FrontDesk desk;
    @Autowired private Writer writer;
    @Autowired private Readers readers;
    @Autowired private MeterRegistry registry;
    @Autowired private Tracer tracer;
    @Autowired private GatheredSpans spans;
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
    void itsGaugesMove() throws Exception {
        var held = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> writer.write(_ -> await(held)));
            waitUntil(() -> gauge("sayso.writer.queue") == 0 && isRunning("writer"));
            for (int i = 0; i < 3; i++) {
                threads.submit(() -> writer.write(_ -> true));
            }
            threads.submit(() -> readers.read(_ -> await(held)));
            waitUntil(
                    () ->
                            gauge("sayso.writer.queue") == 3
                                    && gauge("sayso.writer.age") > 0
                                    && gauge("sayso.readers.busy") == 1);
            held.countDown();
        }

        waitUntil(() -> gauge("sayso.readers.busy") == 0);
        assertThat(gauge("sayso.writer.queue")).isZero();
        assertThat(gauge("sayso.writer.age")).isZero();
        // the three shared a commit
        assertThat(registry.get("sayso.writer.group").summary().max()).isGreaterThanOrEqualTo(3);
        assertThat(registry.get("sayso.writer.flush").timer().count()).isPositive();
    }

    @Test
    void followsARequestThroughTheWritersHop(CapturedOutput output) {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        api.send(
                "POST",
                "/api/captures",
                "{\"text\": \"Netflix 499 monthly\"}",
                Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        String stored =
                readers.read(
                        db ->
                                db.sql("SELECT trace_parent FROM events LIMIT 1")
                                        .query((row, _) -> row.getString(1))
                                        .single());
        assertThat(stored).startsWith("00-" + trace + "-");
        assertThat(output.getAll().lines().filter(line -> line.contains("captured as")))
                .anyMatch(line -> line.contains(trace) && line.contains("capture_id"));
        assertThat(spans.lines()).anyMatch(span -> span.contains(trace));

        // a line that is written on the writer's own thread has it, too
        var span = tracer.startScopedSpan("a test's");
        try {
            writer.write(
                    _ -> {
                        LoggerFactory.getLogger("dev.sayso.control")
                                .info("on {}", Thread.currentThread().getName());
                        return true;
                    });
        } finally {
            span.end();
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("on writer")))
                .anyMatch(line -> line.contains(span.context().traceId()));
        // and one of nobody's does not have it
        writer.write(
                _ -> {
                    LoggerFactory.getLogger("dev.sayso.control").info("of nobody");
                    return true;
                });
        assertThat(output.getAll().lines().filter(line -> line.contains("of nobody")))
                .isNotEmpty()
                .noneMatch(line -> line.contains(span.context().traceId()));
    }

    private static boolean await(CountDownLatch held) {
        try {
            return held.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the thread waits for the test, within its unit. */
    private static boolean isRunning(String thread) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(it -> it.getKey().getName().equals(thread))
                .flatMap(it -> Stream.of(it.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(SignalsTests.class.getName()));
    }

    private static void waitUntil(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
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
                var path = route.path().replace("{id}", id).replaceAll("[{]\\w+[}]", "1");
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
        assertThat(spans.lines()).hasSizeGreaterThan(100);
        for (var canary : CANARIES) {
            assertThat(spans.lines()).noneMatch(span -> span.contains(canary));
        }
        assertThat(output.getAll() + metrics + spans.lines())
                .doesNotContain(token.substring(6, 40))
                .doesNotContain(link.substring(6, 40));

        // the control: what is logged is seen here
        LoggerFactory.getLogger("dev.sayso.control").info("Kanarienvogel");
        assertThat(output.getAll()).contains("\"message\":\"Kanarienvogel\"");
    }

    /** All that a trace would say, as text. */
    static final class GatheredSpans implements SpanExporter {
        private final List<String> gathered = new CopyOnWriteArrayList<>();

        List<String> lines() {
            return gathered;
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            spans.forEach(span -> gathered.add(span.toString()));
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Gathering {
        @Bean
        GatheredSpans gatheredSpans() {
            return new GatheredSpans();
        }

        /** At once, so that nothing has to be waited for. */
        @Bean
        SpanProcessor exporting(GatheredSpans spans) {
            return SimpleSpanProcessor.create(spans);
        }
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
