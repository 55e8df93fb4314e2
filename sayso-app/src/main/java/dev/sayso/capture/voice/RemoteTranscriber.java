package dev.sayso.capture.voice;

import dev.sayso.platform.outbound.Call;
import dev.sayso.platform.outbound.Dependency;
import dev.sayso.platform.outbound.Outbound;
import dev.sayso.platform.outbound.Outcome;
import dev.sayso.platform.sql.Overloaded;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has a server hear that speaks OpenAI's {@code /v1/audio/transcriptions}: theirs, whisper.cpp,
 * faster-whisper. It gives no confidence, so only what is whole and about something known is
 * recorded unasked.
 */
final class RemoteTranscriber implements Transcriber {
    private static final String BOUNDARY = "sayso-recording-6f2c1b";

    /** A prompt of more is cut off by the models anyway. */
    private static final int NAMES = 60;

    private final Outbound outbound;
    private final URI address;
    private final @Nullable String model;
    private final @Nullable String key;

    /**
     * @param base with or without the {@code /v1} at its end
     */
    RemoteTranscriber(Outbound outbound, URI base, @Nullable String model, @Nullable String key) {
        var path = base.toString().replaceAll("/+$", "");
        this.outbound = outbound;
        this.address =
                URI.create(path + (path.endsWith("/v1") ? "" : "/v1") + "/audio/transcriptions");
        this.model = model;
        this.key = key;
    }

    @Override
    public Optional<String> whyOff() {
        return Optional.empty();
    }

    @Override
    public Heard hear(Clip clip, Expected expected) {
        // a model that hears for its life finds words in silence, too
        if (clip.isSilent()) {
            return Heard.NOTHING;
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        headers.put("Accept", "application/json");
        if (key != null) {
            headers.put("Authorization", "Bearer " + key);
        }
        var call = new Call("POST", address, headers, form(clip, expected), true);
        return switch (outbound.send(Dependency.TRANSCRIPTION, call)) {
            case Outcome.Answered answered -> heard(answered, expected);
            case Outcome.Failed failed ->
                    throw new Overloaded(
                            "the speech recogniser does not answer ("
                                    + failed.reason().sentence()
                                    + "); send it again in a moment, or type it");
        };
    }

    private static Heard heard(Outcome.Answered answered, Expected expected) {
        if (!answered.isSuccess()) {
            throw new Overloaded(
                    "the speech recogniser refused with "
                            + answered.status()
                            + "; send it again in a moment, or type it");
        }
        String text;
        try {
            text =
                    JsonMapper.shared()
                            .readTree(answered.text())
                            .path("text")
                            .asString("")
                            .replaceAll("\\s+", " ")
                            .strip();
        } catch (JacksonException e) {
            throw new Overloaded(
                    "the speech recogniser answered with something that is no JSON; type it");
        }
        if (text.isEmpty() || text.codePointCount(0, text.length()) > 2_000) {
            return Heard.NOTHING;
        }
        return new Heard(
                text, expected.understand().apply(text).level() == Listening.Sense.Level.FAMILIAR);
    }

    private byte[] form(Clip clip, Expected expected) {
        var fields = new LinkedHashMap<String, String>();
        if (model != null) {
            fields.put("model", model);
        }
        fields.put("response_format", "json");
        fields.put("language", expected.locale().getLanguage());
        fields.put("prompt", names(expected.own()));
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", null, bytes(value)));
        part(body, "name=\"file\"; filename=\"spoken.wav\"", "audio/wav", Wav.write(clip));
        body.writeBytes(bytes("--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static String names(List<String> own) {
        return Stream.concat(own.stream(), Phrases.popular().stream())
                .distinct()
                .limit(NAMES)
                .collect(Collectors.joining(", "));
    }

    private static void part(
            ByteArrayOutputStream body, String what, @Nullable String type, byte[] content) {
        body.writeBytes(
                bytes(
                        "--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; "
                                + what
                                + (type == null ? "" : "\r\nContent-Type: " + type)
                                + "\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(bytes("\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
