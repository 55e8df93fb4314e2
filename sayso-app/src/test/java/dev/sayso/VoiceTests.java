package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is spoken, through the front door. The speech model is fetched by {@code ./sayso voice
 * install --data target}; where it is not there, these are skipped and not passed.
 */
@House.Open
@EnabledIf("isThere")
class VoiceTests {
    static final Path MODEL = Path.of("..", "target", "voice", "en-us");

    @Autowired House house;
    private Api api;

    static boolean isThere() {
        return Files.exists(MODEL);
    }

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spotify.ogg", "spotify.webm"})
    void recordsWhatIsSpoken(String file) throws IOException {
        var reply = speak(recording(file), Map.of());

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.get("transcript")).isEqualTo("spotify one nineteen a month");
        assertThat(reply.get("status")).isEqualTo("recorded");
        assertThat(reply.get("events.0.cost")).isEqualTo("119");
        assertThat(reply.headers().firstValue("Location"))
                .hasValue("/api/captures/" + reply.get("id"));
        assertThat(api.list()).hasSize(1);
    }

    @Test
    void takesAFormAsWell() throws IOException {
        var reply = form("audio", recording("milk.ogg"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.get("transcript")).isEqualTo("milk sixty rupees daily");
        assertThat(reply.get("events.0.billing_cycle")).isEqualTo("daily");
    }

    @Test
    void knowsWhatThePersonHas() throws IOException {
        api.say("Spotify 119 monthly");

        var reply = speak(recording("cancel.ogg"), Map.of());

        assertThat(reply.get("events.0.type")).isEqualTo("SUBSCRIPTION_CANCELLED");
        assertThat(reply.get("events.0.name")).isEqualTo("Spotify");
    }

    @Test
    void isOneCaptureUnderOneKey() throws IOException {
        var first = speak(recording("spotify.ogg"), Map.of("Idempotency-Key", "spoken-1"));
        var again = speak(recording("spotify.ogg"), Map.of("Idempotency-Key", "spoken-1"));
        var other = speak(recording("milk.ogg"), Map.of("Idempotency-Key", "spoken-1"));

        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"german.ogg", "noise.ogg"})
    void recordsNothingOfWhatIsNotForIt(String file) throws IOException {
        var reply = speak(recording(file), Map.of());

        assertThat(reply.get("status")).isNotEqualTo("recorded");
        assertThat(api.list()).isEmpty();
        assertThat(api.events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    silence | 422 | nothing was heard
                    mp3     | 415 | this is an MP3 or AAC file, which is not read here; send WAV
                    cut     | 422 | the Ogg file ends within a page
                    empty   | 415 | the recording is empty
                    """)
    void saysWhatIsWrongWithARecording(String which, int status, String says) throws IOException {
        var ogg = recording("spotify.ogg");
        var file =
                switch (which) {
                    case "silence" -> silence();
                    case "mp3" -> new byte[] {'I', 'D', '3', 4, 0, 0};
                    case "cut" -> Arrays.copyOf(ogg, ogg.length - 100);
                    default -> new byte[0];
                };

        var reply = speak(file, Map.of());

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.get("detail")).startsWith(says);
        assertThat(api.list()).isEmpty();
    }

    @Test
    void refusesMoreThanTenMegabytes() {
        assertThat(speak(new byte[10 * 1024 * 1024 + 1], Map.of()).status()).isEqualTo(413);
        assertThat(speak(new byte[12 * 1024 * 1024], Map.of()).status()).isEqualTo(413);
    }

    @Test
    void refusesAFormWithoutTheRecording() throws IOException {
        var reply = form("sound", recording("milk.ogg"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.get("detail")).contains("\"audio\"");
    }

    private Api.Answer speak(byte[] file, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "audio/ogg");
        return api.send("POST", "/api/captures/voice", file, all);
    }

    private Api.Answer form(String part, byte[] file) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(
                ("--b0unda7y\r\nContent-Disposition: form-data; name=\""
                                + part
                                + "\"; filename=\"a.ogg\"\r\nContent-Type: audio/ogg\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        body.write(file);
        body.write("\r\n--b0unda7y--\r\n".getBytes(StandardCharsets.US_ASCII));
        return api.send(
                "POST",
                "/api/captures/voice",
                body.toByteArray(),
                Map.of("Content-Type", "multipart/form-data; boundary=b0unda7y"));
    }

    /** A second of it, as WAV. */
    private static byte[] silence() {
        return ByteBuffer.allocate(44 + 32_000)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + 32_000)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(16_000)
                .putInt(32_000)
                .putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(32_000)
                .array();
    }

    private static byte[] recording(String file) throws IOException {
        try (var in = VoiceTests.class.getResourceAsStream("/voice/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }
}
