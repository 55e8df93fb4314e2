package dev.sayso.capture.voice;

import dev.sayso.platform.sql.StartProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;

/**
 * How speech is heard ({@code sayso.voice.*}): by a server, where one is set, else on this machine.
 *
 * @param modelPath the folder of a Vosk model
 * @param baseUrl of a server with OpenAI's {@code /v1/audio/transcriptions}
 * @param model the name that the server knows its model by
 * @param apiKey what the server lets one in by
 */
@ConfigurationProperties("sayso.voice")
public record VoiceSettings(
        @DefaultValue("./data/voice/en-us") String modelPath,
        @Nullable String baseUrl,
        @Nullable String model,
        @Nullable String apiKey) {
    public VoiceSettings {
        baseUrl = blankAsNone(baseUrl);
        model = blankAsNone(model);
        apiKey = blankAsNone(apiKey);
        if (baseUrl != null && !baseUrl.matches("https?://[^\\s/]+\\S*")) {
            throw new StartProblem(
                    "sayso.voice.base-url is "
                            + baseUrl
                            + "; give the address of the recogniser, such as"
                            + " http://localhost:8000/v1.");
        }
    }

    private static @Nullable String blankAsNone(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * As text it is what the person wrote; the framework reads a path as one within the program.
     */
    Path folder() {
        return Path.of(modelPath);
    }

    @Nullable URI server() {
        return baseUrl == null ? null : URI.create(baseUrl);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "VoiceSettings[" + (baseUrl == null ? modelPath : baseUrl) + "]";
    }
}
