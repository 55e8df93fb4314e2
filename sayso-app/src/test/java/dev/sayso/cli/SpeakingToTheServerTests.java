package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The command line before a server of our own making, which answers what the contract says. */
class SpeakingToTheServerTests {
    private final List<String> requests = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Screen screen = new Screen();
    private HttpServer server;
    private int status = 200;
    private List<String> answers = List.of();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void saysTheSentenceAndShowsWhatWasUnderstood() {
        answers =
                List.of(
                        """
                        {"status": "recorded", "id": "c1", "position": 1, "events": [
                          {"type": "SUBSCRIPTION_CREATED", "name": "Netflix", "cost": "499", "currency": "INR",
                           "billing_cycle": "monthly", "origins": {"currency": {"rule": "default_currency"}}, "sure": true}],
                         "ask": {"field": "next_renewal_on", "text": "Noted. The next one is about 24 Dec?",
                           "choices": [{"text": "today", "answer": {}}, {"text": "1st", "answer": {}}]}}
                        """);

        int code = screen.run("Netflix", "₹499", "monthly", "--port", port());

        assertThat(code).isZero();
        assertThat(requests)
                .containsExactly("POST /api/captures {\"text\":\"Netflix ₹499 monthly\"}");
        assertThat(screen.out())
                .isEqualTo(
                        """
                        ✓ Netflix · ₹499 a month
                          INR is assumed, as your currency
                          Noted. The next one is about 24 Dec?
                          → today · 1st
                        """);
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void givesEverySentenceAKeyOfItsOwn() {
        answers = List.of("{\"status\": \"pending\"}", "{\"status\": \"pending\"}");

        screen.run("Netflix 499", "--port", port());
        screen.run("Netflix 499", "--port", port());

        assertThat(keys).hasSize(2).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void printsTheReplyAsItCameWhenAskedForJson() {
        answers = List.of("{ \"status\":\"ignored\",  \"reason\":\"one_off\" }");

        assertThat(screen.run("bought shoes 2499", "--json", "--port", port())).isZero();

        assertThat(screen.out()).isEqualTo("{ \"status\":\"ignored\",  \"reason\":\"one_off\" }\n");
    }

    @Test
    void passesOnWhatTheServerSaysOfAProblem() {
        status = 400;
        answers =
                List.of("{\"status\": 400, \"detail\": \"text has 2001 characters; give 2000.\"}");

        assertThat(screen.run("x".repeat(2001), "--port", port())).isEqualTo(1);

        assertThat(screen.err()).isEqualTo("text has 2001 characters; give 2000.\n");
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void printsTheProblemAsItCameWhenAskedForJson() {
        status = 503;
        answers = List.of("{\"status\": 503, \"detail\": \"Too many at once.\"}");

        assertThat(screen.run("Netflix", "--json", "--port", port())).isEqualTo(1);

        assertThat(screen.out()).contains("\"detail\": \"Too many at once.\"");
    }

    @Test
    void listsEveryPage() {
        answers =
                List.of(
                        """
                        {"items": [{"name": "Netflix", "cost": "499", "currency": "INR", "billing_cycle": "monthly",
                          "next_renewal_on": "2026-12-24", "assumed": ["next_renewal_on"], "status": "active"}],
                         "next": "a+b/c"}
                        """,
                        """
                        {"items": [{"name": "The Hindu", "cost": "14.90", "currency": "EUR", "billing_cycle": "P28D",
                          "next_renewal_on": "2027-01-02", "assumed": [], "status": "paused"}], "next": null}
                        """);

        assertThat(screen.run("list", "--port", port())).isZero();

        assertThat(requests)
                .containsExactly(
                        "GET /api/subscriptions ", "GET /api/subscriptions?after=a%2Bb%2Fc ");
        assertThat(screen.out())
                .isEqualTo(
                        """
                        Netflix    ₹499 a month          about 24 Dec?
                        The Hindu  €14.90 every 28 days  2 Jan 2027, paused
                        """);
    }

    @Test
    void listsEveryPageAsOneForPrograms() {
        answers =
                List.of(
                        "{\"items\": [{\"id\": \"1\"}], \"next\": \"x\"}",
                        "{\"items\": [{\"id\": \"2\"}]}");

        screen.run("list", "--json", "--port", port());

        assertThat(screen.out()).isEqualTo("{\"items\":[{\"id\":\"1\"},{\"id\":\"2\"}]}\n");
    }

    @Test
    void saysHowToBeginWhenTheListIsEmpty() {
        answers = List.of("{\"items\": []}");

        screen.run("list", "--port", port());

        assertThat(screen.out()).contains("Nothing in your list yet");
    }

    @Test
    void saysHowToStartAServerWhenThereIsNone() {
        server.stop(0);

        assertThat(screen.run("Netflix 499 monthly", "--port", port())).isEqualTo(1);

        assertThat(screen.err())
                .contains("No Sayso answers at http://127.0.0.1:" + port())
                .contains("./sayso serve --port " + port())
                .hasLineCount(1);
    }

    @Test
    void noticesThatSomethingElseAnswers() {
        answers = List.of("<html>It works!</html>");

        assertThat(screen.run("list", "--port", port())).isEqualTo(1);

        assertThat(screen.err()).contains("is not Sayso").hasLineCount(1);
    }

    @Test
    void letsNobodySteerTheTerminal() {
        answers =
                List.of(
                        """
                        {"items": [{"name": "Net\\u001b[2Jflix", "cost": "1", "currency": "INR", "billing_cycle": "monthly"}]}
                        """);

        screen.run("list", "--port", port());

        assertThat(screen.out()).startsWith("Net [2Jflix").doesNotContain("\u001b");
    }

    private String port() {
        return String.valueOf(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        var answer = answers.get(requests.size()).getBytes(StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
