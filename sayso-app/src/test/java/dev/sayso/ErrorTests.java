package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.event.Field;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is wrong gets a 4xx with a sentence that teaches, and nothing is stored. */
@House.Open
class ErrorTests {
    @Autowired House house;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{}", 400, "text is missing"),
                Arguments.of("", 400, "a JSON object was expected"),
                Arguments.of("[]", 400, "the body is an array"),
                Arguments.of("{\"text\"", 400, "no well-formed JSON"),
                Arguments.of("{\"text\": \"a\", \"text\": \"b\"}", 400, "each key once"),
                Arguments.of("{\"text\": \"Netflix 499 monthly\"} x", 400, "no well-formed JSON"),
                Arguments.of("{\"text\": 499}", 400, "text is a number; a string was expected"),
                Arguments.of("{\"text\": \"\"}", 400, "text is empty"),
                Arguments.of("{\"text\": \"   \"}", 400, "text is empty"),
                Arguments.of(
                        "{\"text\": \"" + "a".repeat(2_001) + "\"}",
                        400,
                        "text has 2001 characters"),
                Arguments.of("{\"text\": \"a\\u0000b\"}", 400, "NUL"),
                Arguments.of("{\"text\": \"a\\ud83d\"}", 400, "half a character"),
                Arguments.of(
                        "{\"text\": \"Netflix 499 monthly\", \"account_id\": \"x\"}",
                        400,
                        "unknown field \"account_id\"; known are currency, locale, source, text"),
                Arguments.of(
                        "{\"text\": \"Netflix\", \"source\": \"fax\", \"currency\": \"XYZ\"}",
                        400,
                        "source \"fax\" is not known"),
                Arguments.of(
                        "{\"text\": \"Netflix\", \"source\": \"fax\", \"currency\": \"XYZ\"}",
                        400,
                        "currency \"XYZ\" is not an ISO 4217 code"),
                Arguments.of("{\"text\": \"Netflix\", \"locale\": \"not a tag\"}", 400, "locale"),
                Arguments.of("{\"text\": \"" + "[".repeat(100_000) + "\"}", 413, "64 KB"),
                Arguments.of("{\"text\": " + "[".repeat(40_000), 400, "no well-formed JSON"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesWhatIsNoMessage(String body, int status, String says) {
        var answer = api.post("/api/captures", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.get("detail")).contains(says);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("dev.sayso");
        assertThat(api.events()).isEmpty();
    }

    @Test
    void refusesMalformedUtf8() {
        byte[] body = "{\"text\": \"Netflix ?499\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[18] = (byte) 0xff;

        assertThat(api.send("POST", "/api/captures", body, Map.of()).get("detail"))
                .contains("UTF-8");
    }

    @Test
    void takesEmojiAsTextThatIsNotAboutIt() {
        assertThat(api.say("😀😀😀").get("status")).isEqualTo("ignored");
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("GET", "/api/captures", Map.of(), 405),
                Arguments.of("POST", "/api/captures", Map.of("Content-Type", "text/plain"), 415),
                Arguments.of("POST", "/api/captures", Map.of("Idempotency-Key", "with space"), 400),
                Arguments.of(
                        "POST", "/api/captures", Map.of("Origin", "https://evil.example"), 403),
                Arguments.of("POST", "/api/captures", Map.of("Origin", "null"), 403),
                Arguments.of("POST", "/api/captures", Map.of("Sec-Fetch-Site", "cross-site"), 403),
                Arguments.of("POST", "/captures", Map.of("Origin", "https://evil.example"), 403),
                Arguments.of("GET", "/api/nowhere", Map.of(), 404),
                Arguments.of("PUT", "/api/captures/none/draft", Map.of(), 404),
                Arguments.of("GET", "/api/captures/none", Map.of(), 404));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void refusesWhatIsNotForIt(
            String method, String path, Map<String, String> headers, int status) {
        var body = method.equals("GET") ? null : "{\"text\": \"Netflix 499 monthly\"}";

        var answer = api.send(method, path, body, headers);

        assertThat(answer.status()).isEqualTo(status);
        if (path.startsWith("/api/")) {
            assertThat(answer.get("detail")).isNotBlank();
        }
        assertThat(api.events()).isEmpty();
    }

    @Test
    void refusesAnotherHostsName() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", house.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /api/subscriptions HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void refusesAnswersThatAreNone(String answer, int status, String says) {
        var id = api.say("Hotstar subscription 299").get("id");

        var refused = api.answer(id, answer);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.get("detail")).contains(says);
        assertThat(api.list()).isEmpty();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("{}", 400, "the answer is empty"),
                Arguments.of(
                        "{\"text\": \"monthly\", \"billing_cycle\": \"yearly\"}",
                        400,
                        "give one of them"),
                Arguments.of("{\"billing_cycle\": \"P0D\"}", 400, "P0D"),
                Arguments.of("{\"billing_cycle\": \"sometimes\"}", 400, "is not known"),
                Arguments.of("{\"billing_cycle\": 1}", 400, "billing_cycle is a number"),
                Arguments.of("{\"cost\": \"1e9\"}", 400, "cost"),
                Arguments.of("{\"days_before\": 9999}", 400, "days_before"),
                Arguments.of("{\"event_id\": \"x\"}", 400, "unknown field \"event_id\""),
                Arguments.of("{\"resumes_on\": \"2026-12-01\"}", 422, "resumes_on does not belong"),
                Arguments.of("{\"type\": \"EVENT_RETRACTED\"}", 422, "type is not asked for"),
                Arguments.of("{\"type\": \"PAYMENT_RECORDED\"}", 422, "type is not asked for"),
                Arguments.of("{\"text\": \"the weather is nice\"}", 422, "does not answer"));
    }

    @Test
    void takesNoAnswerThatItCannotReadAgain() {
        var values =
                Map.of(
                        Field.NAME, "\"Gym\"",
                        Field.COST, "\"1.5\"",
                        Field.CURRENCY, "\"JPY\"",
                        Field.BILLING_CYCLE, "\"P10D\"",
                        Field.DAYS_BEFORE, "3",
                        Field.TYPE, "\"PAYMENT_RECORDED\"");
        for (var text :
                List.of(
                        "Hotstar subscription 299",
                        "cancel Hulu",
                        "Prime Video subscription monthly",
                        "paid 199 for Duolingo",
                        "bought shoes 2499",
                        "Duolingo 499 yearly",
                        "what do I pay?")) {
            for (var field : Field.values()) {
                var id = api.say(text).get("id");
                var value = field.isDay() ? "\"2026-12-01\"" : values.getOrDefault(field, "\"x\"");

                var answer = api.answer(id, "{\"" + field.wire() + "\": " + value + "}");

                assertThat(answer.status()).as(text + " " + field + answer.text()).isLessThan(500);
                assertThat(api.get("/api/captures/" + id).status())
                        .as(
                                text
                                        + " "
                                        + field
                                        + " "
                                        + answer.text()
                                        + api.get("/api/captures/" + id).text())
                        .isEqualTo(200);
                assertThat(api.get("/").status())
                        .as(text + " " + field + answer.text())
                        .isEqualTo(200);
                api.undo(id);
            }
        }
    }

    @Test
    void describesItselfAndItsHealth() {
        assertThat(api.get("/actuator/health/liveness").get("status")).isEqualTo("UP");
        assertThat(api.get("/actuator/health/readiness").get("status")).isEqualTo("UP");
        var document = api.get("/v3/api-docs").json();
        assertThat(document.get("openapi").asString()).startsWith("3.1");
        assertThat(
                        document.at(
                                        "/paths/~1api~1captures/post/requestBody/content/application~1json/schema/$ref")
                                .asString())
                .endsWith("/Incoming");
        assertThat(document.at("/components/schemas/Reply/properties/ask/$ref").asString())
                .endsWith("/Ask");
        assertThat(document.toString()).doesNotContain("\"Account\"");
    }
}
