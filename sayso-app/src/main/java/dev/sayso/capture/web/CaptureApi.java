package dev.sayso.capture.web;

import dev.sayso.account.Account;
import dev.sayso.capture.Answer;
import dev.sayso.capture.Answers;
import dev.sayso.capture.Captures;
import dev.sayso.capture.Incoming;
import dev.sayso.capture.ReplyJson;
import dev.sayso.capture.Undo;
import dev.sayso.event.Field;
import dev.sayso.json.ContractJson;
import dev.sayso.json.Defaults;
import dev.sayso.language.Parser;
import dev.sayso.language.Source;
import dev.sayso.ledger.CaptureId;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.Idempotency;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Captures as JSON. */
@RestController
class CaptureApi {
    private final Captures captures;
    private final Answers answers;
    private final Undo undo;
    private final Parser parser;
    private final Clock clock;

    CaptureApi(Captures captures, Answers answers, Undo undo, Parser parser, Clock clock) {
        this.captures = captures;
        this.answers = answers;
        this.undo = undo;
        this.parser = parser;
        this.clock = clock;
    }

    @Bodies(takes = "Incoming", gives = "Reply", as = "201")
    @PostMapping(
            path = "/api/captures",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> take(
            Account account,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body) {
        var incoming = incoming(JsonBody.read(body));
        var taken = captures.take(account, key(account, key, incoming), incoming);
        var id = taken.reply().id().value();
        // whatever it was understood as, the capture is there now
        return ResponseEntity.created(URI.create("/api/captures/" + id))
                .contentType(MediaType.APPLICATION_JSON)
                .body(taken.json());
    }

    @Bodies(gives = "Reply")
    @GetMapping(path = "/api/captures/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String get(Account account, @PathVariable String id) {
        return ReplyJson.write(captures.get(account.id(), new CaptureId(id)));
    }

    @Bodies(takes = "Answer", gives = "Reply")
    @PutMapping(
            path = "/api/captures/{id}/draft",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String answer(Account account, @PathVariable String id, @RequestBody byte[] body) {
        return ReplyJson.write(
                answers.answer(account, new CaptureId(id), answer(JsonBody.read(body))));
    }

    @Bodies(as = "204")
    @DeleteMapping("/api/captures/{id}")
    ResponseEntity<Void> undo(Account account, @PathVariable String id) {
        undo.undo(account, new CaptureId(id));
        return ResponseEntity.noContent().build();
    }

    /** Puts back what Undo took. */
    @Bodies(gives = "Reply")
    @PostMapping(path = "/api/captures/{id}/restore", produces = MediaType.APPLICATION_JSON_VALUE)
    String restore(Account account, @PathVariable String id) {
        return ReplyJson.write(undo.restore(account, new CaptureId(id)));
    }

    /** Understands a whole message of the contract and stores nothing. */
    @Bodies(takes = "Message", gives = "Outcome")
    @PostMapping(
            path = "/api/parse",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String parse(Account account, @RequestBody byte[] body) {
        var now = clock.instant().atZone(account.zone()).toOffsetDateTime();
        try {
            var message =
                    ContractJson.readMessage(
                            body, new Defaults(account.locale(), account.currency(), now));
            new Incoming(message.text(), message.source(), message.locale(), message.currency());
            return ContractJson.write(parser.parse(message));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Incoming incoming(JsonBody body) {
        var text = body.required("text");
        var source = source(body);
        var locale = body.as("locale", CaptureApi::locale);
        var currency = body.as("currency", CaptureApi::currency);
        var incoming =
                body.hasProblems()
                        ? null
                        : body.tried(() -> new Incoming(text, source, locale, currency));
        body.done();
        return Objects.requireNonNull(incoming);
    }

    private static Answer answer(JsonBody body) {
        var text = body.text("text");
        var values = new LinkedHashMap<String, String>();
        for (var field : Field.values()) {
            var value =
                    field.isOfTheProduct()
                            ? null
                            : field == Field.DAYS_BEFORE
                                    ? number(body, field)
                                    : body.text(field.wire());
            if (value != null) {
                values.put(field.wire(), value);
            }
        }
        for (var word : new String[] {"confirm", "leave"}) {
            var value = body.truth(word);
            if (value != null) {
                values.put(word, value.toString());
            }
        }
        var source = source(body);
        var answer =
                body.hasProblems()
                        ? null
                        : body.tried(
                                () -> {
                                    var fields =
                                            values.isEmpty() && text != null
                                                    ? null
                                                    : Answer.of(values);
                                    return text == null
                                            ? Objects.requireNonNull(fields)
                                            : fields == null
                                                    ? Answer.of(
                                                            new Incoming(text, source, null, null))
                                                    : both();
                                });
        body.done();
        return Objects.requireNonNull(answer);
    }

    private static Answer both() {
        throw new IllegalArgumentException("the answer holds text and fields; give one of them");
    }

    private static @Nullable String number(JsonBody body, Field field) {
        var value = body.whole(field.wire());
        return value == null ? null : value.toString();
    }

    private static Source source(JsonBody body) {
        var source = body.as("source", CaptureApi::source);
        return source == null ? Source.TYPED : source;
    }

    private static Source source(String name) {
        return Arrays.stream(Source.values())
                .filter(source -> source.wire().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "source \""
                                                + shortened(name)
                                                + "\" is not known; give "
                                                + Arrays.stream(Source.values())
                                                        .map(Source::wire)
                                                        .collect(Collectors.joining(", "))));
    }

    private static Locale locale(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "locale \"" + shortened(tag) + "\" is no language tag; give one such as en-IN",
                    e);
        }
    }

    private static Currency currency(String code) {
        return (Currency) Field.CURRENCY.parse(code);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static Idempotency.@Nullable Key key(
            Account account, @Nullable String key, Incoming incoming) {
        return Idempotency.Key.ofHeader(
                account.id().value(),
                "POST /api/captures",
                key,
                incoming.text(),
                incoming.source().wire(),
                String.valueOf(incoming.locale()),
                String.valueOf(incoming.currency()));
    }
}
