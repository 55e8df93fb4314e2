package dev.sayso.capture.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import dev.sayso.House;
import dev.sayso.platform.outbound.Outbound;
import dev.sayso.platform.sql.Overloaded;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** A server that hears, as OpenAI's, and what it may answer. */
@House.Open
class RemoteTranscriberTests {
    @Autowired Outbound outbound;
    private HttpServer server;
    private int status = 200;
    private String answer = "";
    private String path = "";
    private String authorization = "";
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    path = exchange.getRequestURI().getPath();
                    authorization = exchange.getRequestHeaders().getFirst("Authorization");
                    body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.ISO_8859_1);
                    var bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"text": " Netflix 499 monthly.\\n"}          | Netflix 499 monthly. | true
                    {"text": "Zomblo 499", "usage": {"x": 1}}      | Zomblo 499           | false
                    {"text": ""}                                   | ''                   | false
                    {}                                             | ''                   | false
                    """)
    void takesWhatTheServerHeard(String json, String heard, boolean trusted) {
        answer = json;

        assertThat(hear("")).isEqualTo(new Heard(heard, trusted));
    }

    @ParameterizedTest
    @CsvSource({
        "'', /v1/audio/transcriptions",
        "/v1, /v1/audio/transcriptions",
        "/x/v1/, /x/v1/audio/transcriptions"
    })
    void asksAtTheAddressThatIsSet(String base, String asked) {
        answer = "{\"text\": \"Netflix\"}";

        hear(base);

        assertThat(path).isEqualTo(asked);
        assertThat(authorization).isEqualTo("Bearer key-1");
        assertThat(body)
                .contains("name=\"model\"\r\n\r\nwhisper-1")
                .contains("name=\"language\"\r\n\r\nen")
                .contains("Guitar class, Netflix")
                .contains("filename=\"spoken.wav\"")
                .contains("RIFF");
    }

    @ParameterizedTest
    @CsvSource({"400, {}", "500, {}", "200, nonsense"})
    void saysThatItDoesNotHearJustNow(int status, String answer) {
        this.status = status;
        this.answer = answer;

        assertThatThrownBy(() -> hear(""))
                .isInstanceOf(Overloaded.class)
                .hasMessageContaining("the speech recogniser")
                .hasMessageContaining("type it");
    }

    /** Such a server hears words in silence. */
    @Test
    void asksNobodyAboutSilence() {
        answer = "{\"text\": \"Netflix 499 monthly\"}";

        assertThat(transcriber("").hear(new Clip(new short[16_000]), expected()))
                .isEqualTo(Heard.NOTHING);
        assertThat(path).isEmpty();
    }

    private Heard hear(String base) {
        return transcriber(base)
                .hear(Clips.read(ClipsTests.tone(300, 16_000, 1, 16, 1)), expected());
    }

    private RemoteTranscriber transcriber(String base) {
        return new RemoteTranscriber(
                outbound,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + base),
                "whisper-1",
                "key-1");
    }

    private static Transcriber.Expected expected() {
        return new Transcriber.Expected(
                List.of("Guitar class"),
                Locale.of("en", "IN"),
                Currency.getInstance("INR"),
                text ->
                        new Listening.Sense(
                                text.startsWith("Netflix")
                                        ? Listening.Sense.Level.FAMILIAR
                                        : Listening.Sense.Level.COMPLETE,
                                text));
    }
}
