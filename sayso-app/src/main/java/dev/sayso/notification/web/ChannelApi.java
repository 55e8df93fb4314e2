package dev.sayso.notification.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;
import dev.sayso.notification.Channel;
import dev.sayso.notification.Channel.Quiet;
import dev.sayso.notification.Channel.Type;
import dev.sayso.notification.Channels;
import dev.sayso.notification.Channels.Wish;
import dev.sayso.platform.time.Moments;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Channels as JSON. */
@RestController
@RequestMapping(path = "/api/channels", produces = MediaType.APPLICATION_JSON_VALUE)
class ChannelApi {
    private static final JsonFactory JSON = new JsonFactory();

    private final Channels channels;

    ChannelApi(Channels channels) {
        this.channels = channels;
    }

    @Bodies(gives = "ChannelPage")
    @GetMapping
    String channels(Account account) {
        return Pages.write(
                channels.of(account.id()),
                Channels.MOST,
                Channel::id,
                (to, it) -> write(to, it, null));
    }

    /** Adds one; an operator's is used at once, another is confirmed first by the code it gets. */
    @Bodies(takes = "NewChannel", gives = "Channel", as = "201")
    @PostMapping
    ResponseEntity<String> add(@RequestBody byte[] bytes, HttpServletRequest request) {
        var body = JsonBody.read(bytes);
        var kind = body.required("kind");
        var to = body.text("to");
        var url = body.text("url");
        var topic = body.text("topic");
        body.done();
        boolean mail = kind.equals(Type.EMAIL.wire());
        var target = mail ? to : url;
        if (target == null) {
            throw new BadRequest(
                    mail
                            ? "to is missing; give the address of mail"
                            : "url is missing; give the address, or for mail {\"kind\": \"email\","
                                    + " \"to\": …}");
        }
        if ((mail ? url : to) != null) {
            throw new BadRequest(
                    mail ? "url is none of email's; give to" : "to is email's alone; give url");
        }
        var visitor = Visitor.of(request);
        try {
            var added =
                    channels.add(
                            visitor.account().id(),
                            visitor.operator(),
                            new Wish(kind, target, topic));
            return ResponseEntity.created(URI.create("/api/channels/" + added.channel().id()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json(added.channel(), added.secret()));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    @Bodies(gives = "Channel")
    @GetMapping("/{id}")
    String channel(Account account, @PathVariable String id) {
        return json(channels.find(account.id(), id).orElseThrow(NotThere::channel), null);
    }

    /** Sets which kinds go there, and when nothing does. */
    @Bodies(takes = "ChannelChoice", gives = "Channel")
    @PutMapping("/{id}")
    String choose(Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        if (channels.find(account.id(), id).isEmpty()) {
            throw NotThere.channel();
        }
        var body = JsonBody.read(bytes);
        Set<String> kinds = new LinkedHashSet<>(body.texts("kinds"));
        var from = body.as("quiet_from", text -> time("quiet_from", text));
        var until = body.as("quiet_until", text -> time("quiet_until", text));
        body.done();
        try {
            return json(
                    channels.choose(account.id(), id, kinds, quiet(from, until))
                            .orElseThrow(NotThere::channel),
                    null);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    @Bodies(as = "204")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(Account account, @PathVariable String id) {
        if (!channels.remove(account.id(), id)) {
            throw NotThere.channel();
        }
        return ResponseEntity.noContent().build();
    }

    /** Sends a test there; GET /api/deliveries says what becomes of it. */
    @Bodies(as = "202")
    @PostMapping("/{id}/test")
    ResponseEntity<?> test(Account account, @PathVariable String id) {
        return switch (channels.test(account.id(), id)) {
            case ON_ITS_WAY -> ResponseEntity.accepted().build();
            case TOO_SOON ->
                    problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "it is not confirmed, and a code went there within the last day");
            case UNKNOWN -> throw NotThere.channel();
        };
    }

    /** Confirms it by the code that was sent there. */
    @Bodies(takes = "ChannelCode", as = "204")
    @PostMapping("/{id}/confirm")
    ResponseEntity<?> confirm(Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        if (channels.find(account.id(), id).isEmpty()) {
            throw NotThere.channel();
        }
        var body = JsonBody.read(bytes);
        var code = body.required("code");
        body.done();
        return switch (channels.confirm(account.id(), id, code)) {
            case DONE -> ResponseEntity.noContent().build();
            case WRONG ->
                    problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "that is not the code that was sent there");
            case OVER ->
                    problem(
                            HttpStatus.CONFLICT,
                            "there is no code any more: it is a day old, or five wrong ones came;"
                                    + " POST …/test sends another, once a day");
            case UNKNOWN -> throw NotThere.channel();
        };
    }

    static @Nullable Quiet quiet(@Nullable LocalTime from, @Nullable LocalTime until) {
        if (from == null && until == null) {
            return null;
        }
        if (from == null || until == null) {
            throw new IllegalArgumentException(
                    "of quiet_from and quiet_until only one came; give both, or none");
        }
        return new Quiet(from, until);
    }

    static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " is no time of day; give one as 22:00");
        }
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
    }

    private static String json(Channel channel, @Nullable String secret) {
        var text = new StringWriter(256);
        try (var to = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            write(to, channel, secret);
            to.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator to, Channel it, @Nullable String secret) {
        to.writeStringProperty("id", it.id());
        to.writeStringProperty("kind", it.type().wire());
        to.writeStringProperty(it.type() == Type.EMAIL ? "to" : "url", it.target());
        if (it.topic() != null) {
            to.writeStringProperty("topic", it.topic());
        }
        to.writeArrayPropertyStart("kinds");
        it.kinds().forEach(to::writeString);
        to.writeEndArray();
        var quiet = it.quiet();
        if (quiet != null) {
            to.writeStringProperty("quiet_from", quiet.from().toString());
            to.writeStringProperty("quiet_until", quiet.until().toString());
        }
        to.writeBooleanProperty("confirmed", it.confirmedAt() != null);
        to.writeStringProperty("created_at", Moments.text(it.createdAt()));
        if (secret != null) {
            to.writeStringProperty("secret", secret);
        }
    }
}
