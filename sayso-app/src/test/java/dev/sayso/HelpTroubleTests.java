package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.sayso.help.Action;
import dev.sayso.help.HelpCase;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A host beside Sayso, whose facts and actions answer, fail, hang, and speak nonsense. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sayso.help.action-limit=400ms",
            "sayso.help.fact-limit=400ms",
            "sayso.help.host-token=letmein"
        })
@Import({House.Furnished.class, HelpTroubleTests.Beside.class})
class HelpTroubleTests {
    private static final String TREE =
            """
            tree: sayso-help
            format: 1
            locale: en-IN
            contact: contact
            entries: {default: start, screens: {}, topics: {}}
            facts: {mood: [good, bad]}
            nodes:
              start:
                ask: "What now?"
                options:
                  - {id: fix, label: "Mend it", to: fix}
                  - {id: own, label: "Mend it here", to: own}
                  - {id: mood, label: "Look", to: mood}
              fix: {do: host.fix, confirm: "Mend it now?", success: mended, failure: person, timeout: late, declined: contact}
              own: {do: own.throws, confirm: "Mend it now?", success: mended, failure: person, timeout: late, declined: contact}
              mended: {say: "It is mended.", end: resolved, verified: true}
              mood: {check: mood, is: {good: fine, bad: person}, unknown: contact}
              fine: {say: "All is well.", end: resolved, if_not: contact}
              late: {say: "It takes too long.", end: escalate, queue: product}
              person: {say: "A person will look.", end: escalate, queue: product}
              contact: {say: "A person will answer you.", end: escalate, queue: support}
            """;

    @Autowired House house;
    @Autowired Beside.Neighbour neighbour;
    @Autowired Readers readers;
    @Autowired Writer writer;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        neighbour.release();
        neighbour.calls.clear();
        var published = api.post("/api/help/trees", Api.json(Map.of("tree", TREE)));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(neighbour.calls).anyMatch(call -> call.startsWith("GET /help/ "));
        neighbour.calls.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "success, resolved, verified, mended",
        "failure, escalated, action_failed, person",
        "broken, escalated, action_failed, person",
        "nonsense, escalated, action_failed, person",
        "huge, escalated, action_failed, person",
        "elsewhere, escalated, action_failed, person",
        "hanging, escalated, action_timeout, late",
    })
    void goesOnWhateverAnActionDoes(String mode, String status, String reason, String node) {
        neighbour.mode = mode;

        var end = mend();

        assertThat(end.status()).isEqualTo(200);
        assertThat(end.get("status")).isEqualTo(status);
        assertThat(end.get("reason")).isEqualTo(reason);
        assertThat(end.get("node")).isEqualTo(node);
        assertThat(neighbour.calls)
                .containsExactly(
                        "POST /help/actions/host.fix "
                                + end.get("session")
                                + "/fix Bearer letmein");
    }

    @Test
    void bearsAnActionOfAModuleThatThrows() {
        var end = answer(answer(start(), "own"), "yes");

        assertThat(end.get("reason")).isEqualTo("action_failed");
        assertThat(end.get("ticket")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "good, fine",
        "bad, person",
        "unheard-of, contact",
        "none, contact",
        "broken, contact",
        "nonsense, contact",
        "hanging, contact",
    })
    void goesOnWhateverAFactSays(String mode, String node) {
        neighbour.mode = mode;

        assertThat(answer(start(), "mood").get("node")).isEqualTo(node);
    }

    @Test
    void runsAnActionOncePerSessionHoweverOftenItIsPressed() {
        neighbour.mode = "failure";
        var confirm = answer(start(), "fix");

        var one = answer(confirm, "yes");
        var two = answer(confirm, "yes");

        assertThat(two.text()).isEqualTo(one.text());
        assertThat(neighbour.calls).hasSize(1);
    }

    @Test
    void addsAResultThatCameTooLateToTheTicketAndChangesNoOutcome() {
        neighbour.mode = "hanging";
        var end = mend();
        var ticket = "/api/help/tickets/" + end.get("ticket");
        assertThat(api.get(ticket).text()).doesNotContain("came_late");

        neighbour.release();

        // the time-out of the call itself ends it, or the host's late answer does
        eventually(() -> api.get(ticket).text().contains("came_late"));
        assertThat(api.get("/api/help/sessions/" + end.get("session")).get("reason"))
                .isEqualTo("action_timeout");
    }

    @Test
    void resumesAnActionInWhichTheServerCrashedUnderTheSameKey() throws Exception {
        neighbour.mode = "failure";
        var confirm = answer(start(), "fix");
        var id = confirm.get("session");
        try (var threads = Executors.newSingleThreadExecutor()) {
            neighbour.mode = "hanging";
            var answering = threads.submit(() -> answer(confirm, "yes"));
            assertThat(neighbour.called.await(20, TimeUnit.SECONDS)).isTrue();
            var running = row(id);
            var ticket = answering.get(20, TimeUnit.SECONDS).get("ticket");
            // what ran in the process that crashed runs no more
            neighbour.release();
            eventually(() -> api.get("/api/help/tickets/" + ticket).text().contains("came_late"));
            crashedAt(id, running);
        }
        neighbour.mode = "success";

        var resumed = api.get("/api/help/sessions/" + id);

        assertThat(resumed.get("reason")).isEqualTo("verified");
        assertThat(neighbour.calls).hasSize(2);
        assertThat(neighbour.calls.stream().distinct()).hasSize(1);
        assertThat(answer(confirm, "yes").get("reason")).isEqualTo("verified");
    }

    private record Row(String state, long revision) {}

    private Row row(String id) {
        return readers.read(
                db ->
                        db.sql("SELECT state, revision FROM help_sessions WHERE id = :id")
                                .param("id", id)
                                .query(
                                        (row, _) ->
                                                new Row(
                                                        row.getString("state"),
                                                        row.getLong("revision")))
                                .single());
    }

    /** As a crash leaves it: the answer is committed, nothing of what came after is. */
    private void crashedAt(String id, Row row) {
        writer.write(
                db -> {
                    db.sql("DELETE FROM help_tickets WHERE session_id = :id")
                            .param("id", id)
                            .update();
                    db.sql(
                                    "UPDATE help_replies SET reply = NULL WHERE session_id = :id"
                                            + " AND step = 2")
                            .param("id", id)
                            .update();
                    return db.sql(
                                    "UPDATE help_sessions SET state = :state, revision = :revision"
                                            + " WHERE id = :id")
                            .param("state", row.state())
                            .param("revision", row.revision())
                            .param("id", id)
                            .update();
                });
    }

    private static void eventually(BooleanSupplier holds) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private Api.Answer mend() {
        return answer(answer(start(), "fix"), "yes");
    }

    private Api.Answer start() {
        return api.post("/api/help/sessions", "{}");
    }

    private Api.Answer answer(Api.Answer view, String option) {
        return api.post(
                "/api/help/sessions/" + view.get("session") + "/answers",
                Api.json(
                        Map.of(
                                "step",
                                Integer.parseInt(view.get("step")),
                                "node",
                                view.get("node"),
                                "option",
                                option)));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beside {
        @Bean(destroyMethod = "stop")
        static Neighbour neighbour() throws IOException {
            return new Neighbour();
        }

        @Bean
        static DynamicPropertyRegistrar hostUrl(Neighbour neighbour) {
            return properties -> properties.add("sayso.help.host-url", neighbour::url);
        }

        @Bean
        Action throwing() {
            return new Action() {
                @Override
                public String name() {
                    return "own.throws";
                }

                @Override
                public boolean isRisky() {
                    return true;
                }

                @Override
                public boolean run(HelpCase help, String key) {
                    throw new IllegalStateException("it is broken");
                }
            };
        }

        /** The host. */
        static final class Neighbour {
            final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
            private final HttpServer server;
            volatile String mode = "success";
            volatile CountDownLatch called = new CountDownLatch(1);
            private volatile CountDownLatch held = new CountDownLatch(1);

            Neighbour() throws IOException {
                server =
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                server.createContext("/help/", this::answer);
                server.start();
            }

            String url() {
                return "http://127.0.0.1:" + server.getAddress().getPort() + "/help";
            }

            void release() {
                held.countDown();
                held = new CountDownLatch(1);
                called = new CountDownLatch(1);
            }

            void stop() {
                held.countDown();
                server.stop(0);
            }

            private void answer(HttpExchange call) throws IOException {
                var headers = call.getRequestHeaders();
                calls.add(
                        String.join(
                                " ",
                                List.of(
                                        call.getRequestMethod(),
                                        call.getRequestURI().getPath(),
                                        String.valueOf(headers.getFirst("Idempotency-Key")),
                                        String.valueOf(headers.getFirst("Authorization")))));
                if (call.getRequestURI().getPath().equals("/help/")) {
                    send(
                            call,
                            200,
                            "{\"facts\": {\"mood\": [\"good\", \"bad\"]}, \"actions\":"
                                    + " [\"host.fix\", \"own.throws\"]}");
                    return;
                }
                called.countDown();
                switch (mode) {
                    case "hanging" -> {
                        try {
                            held.await();
                        } catch (InterruptedException ended) {
                            Thread.currentThread().interrupt();
                        }
                        send(call, 200, "{\"result\": \"success\"}");
                    }
                    case "broken" -> send(call, 500, "");
                    case "none" -> send(call, 404, "");
                    case "nonsense" -> send(call, 200, "<html>");
                    case "huge" ->
                            send(
                                    call,
                                    200,
                                    "{\"result\": \"success\", \"x\": \""
                                            + "x".repeat(200_000)
                                            + "\"}");
                    case "elsewhere" -> {
                        call.getResponseHeaders().add("Location", url() + "/actions/other");
                        send(call, 307, "");
                    }
                    case "success", "failure" -> send(call, 200, "{\"result\": \"" + mode + "\"}");
                    default -> send(call, 200, "{\"value\": \"" + mode + "\"}");
                }
            }

            private static void send(HttpExchange call, int status, String body)
                    throws IOException {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                try (var out = call.getResponseBody()) {
                    if (bytes.length > 0) {
                        out.write(bytes);
                    }
                }
            }
        }
    }
}
