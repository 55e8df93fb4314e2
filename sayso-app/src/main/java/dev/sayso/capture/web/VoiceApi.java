package dev.sayso.capture.web;

import dev.sayso.account.Account;
import dev.sayso.capture.ReplyJson;
import dev.sayso.capture.voice.Voice;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.Idempotency;
import dev.sayso.platform.web.OpenApi.Bodies;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Recordings as captures: the bytes themselves, or a form with a part {@code audio}. */
@RestController
class VoiceApi {
    private static final String ROUTE = "POST /api/captures/voice";

    private final Voice voice;
    private final JsonMapper json = JsonMapper.shared();

    VoiceApi(Voice voice) {
        this.voice = voice;
    }

    @Bodies(gives = "Reply", as = "201")
    @PostMapping(
            path = "/api/captures/voice",
            consumes = {"audio/*", "video/webm", MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> take(
            Account account,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        return take(account, key, request.getInputStream());
    }

    @Bodies(gives = "Reply", as = "201")
    @PostMapping(
            path = "/api/captures/voice",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> take(
            Account account,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestPart("audio") MultipartFile audio)
            throws IOException {
        try (var bytes = audio.getInputStream()) {
            return take(account, key, bytes);
        }
    }

    private ResponseEntity<String> take(Account account, @Nullable String key, InputStream audio)
            throws IOException {
        var spoken = voice.take(account, file -> key(account, ROUTE, key, file), audio);
        var reply = spoken.taken().reply();
        var body = (ObjectNode) json.readTree(ReplyJson.write(reply));
        body.put("transcript", spoken.transcript());
        return ResponseEntity.created(URI.create("/api/captures/" + reply.id().value()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(body));
    }

    static Idempotency.@Nullable Key key(
            Account account, String route, @Nullable String key, byte[] file) {
        if (key == null || key.isEmpty()) {
            return null;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(file);
            return Idempotency.Key.of(
                    account.id().value(), route, key, HexFormat.of().formatHex(digest));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
