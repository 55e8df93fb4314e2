package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.help.HelpSessions;
import dev.sayso.help.HelpSessions.Begin;
import dev.sayso.help.Tickets;
import dev.sayso.help.Trees;
import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.Evaluation;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.Idempotency;
import dev.sayso.platform.web.JsonBody;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Walking a tree, and evaluating one at once, as JSON. */
@RestController
@RequestMapping(path = "/api/help", produces = MediaType.APPLICATION_JSON_VALUE)
class HelpApi {
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_CONTEXT = 20;

    private final HelpSessions sessions;
    private final Tickets tickets;
    private final Trees trees;

    HelpApi(HelpSessions sessions, Tickets tickets, Trees trees) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.trees = trees;
    }

    @PostMapping("/sessions")
    ResponseEntity<String> start(
            Account account,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var entry = body.object("entry");
        var screen = entry.text("screen");
        var topic = entry.text("topic");
        entry.done();
        var locale = body.as("locale", HelpApi::locale);
        var context = body.scalars("context");
        var preview = Boolean.TRUE.equals(body.truth("preview"));
        body.tried(
                () -> {
                    if (context.size() > MOST_CONTEXT
                            || context.values().stream().anyMatch(v -> v.length() > 200)) {
                        throw new IllegalArgumentException(
                                "context may have 20 values of at most 200 characters");
                    }
                    return true;
                });
        body.done();
        var begin = new Begin(screen, topic, locale, context, preview);
        var view = sessions.start(account, key(account, key, begin), begin);
        return ResponseEntity.created(URI.create("/api/help/sessions/" + view.session()))
                .body(view.json());
    }

    @GetMapping("/sessions/{id}")
    String view(Account account, @PathVariable String id) {
        return sessions.view(account, id).json();
    }

    @PostMapping("/sessions/{id}/answers")
    String answer(Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var step = required(body, "step");
        var node = body.required("node");
        var option = body.text("option");
        var text = body.text("text");
        var act =
                body.hasProblems()
                        ? null
                        : body.tried(
                                () -> {
                                    if ((option == null) == (text == null)) {
                                        throw new IllegalArgumentException(
                                                "an answer is either an option or a text; give one"
                                                        + " of them");
                                    }
                                    if (text != null && text.length() > LONGEST_TEXT) {
                                        throw new IllegalArgumentException(
                                                "text has "
                                                        + text.length()
                                                        + " characters; give at most 2,000");
                                    }
                                    return option == null
                                            ? new Act.Say(node, Objects.requireNonNull(text))
                                            : new Act.Choose(node, option);
                                });
        body.done();
        return act(account, id, step, Objects.requireNonNull(act));
    }

    @PostMapping("/sessions/{id}/solved")
    String solved(Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var step = required(body, "step");
        var solved = body.truth("solved");
        body.tried(
                () -> {
                    if (solved == null) {
                        throw new IllegalArgumentException("solved is missing; give true or false");
                    }
                    return true;
                });
        body.done();
        var node = sessions.view(account, id).node();
        return act(account, id, step, new Act.Solved(node, Objects.requireNonNull(solved)));
    }

    @PostMapping("/sessions/{id}/back")
    String back(
            Account account,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        return act(account, id, stepOf(bytes), new Act.Back());
    }

    @PostMapping("/sessions/{id}/restart")
    String restart(
            Account account,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        return act(account, id, stepOf(bytes), new Act.Restart());
    }

    @PostMapping("/sessions/{id}/contest")
    String contest(Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var step = body.whole("step");
        var node = body.required("node");
        body.done();
        return act(account, id, step, new Act.Contest(node));
    }

    @PostMapping("/sessions/{id}/escalate")
    ResponseEntity<String> escalate(
            Account account,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        var body = JsonBody.read(bytes == null ? new byte[] {'{', '}'} : bytes);
        var step = body.whole("step");
        var note = body.text("note");
        body.tried(
                () -> {
                    if (note != null && note.length() > LONGEST_TEXT) {
                        throw new IllegalArgumentException(
                                "note has " + note.length() + " characters; give at most 2,000");
                    }
                    return true;
                });
        body.done();
        act(account, id, step, new Act.Escalate());
        if (note != null) {
            tickets.note(account, id, note);
        }
        var members = new LinkedHashMap<>(sessions.view(account, id).members());
        var wait = tickets.expectedWait(account);
        members.put("expected_wait", wait.map(Object::toString).orElse(null));
        return ResponseEntity.accepted().body(JsonMapper.shared().writeValueAsString(members));
    }

    @PostMapping("/sessions/{id}/feedback")
    ResponseEntity<Void> feedback(
            Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var rating = required(body, "rating");
        var comment = body.text("comment");
        body.tried(
                () -> {
                    if (rating < 1 || rating > 5) {
                        throw new IllegalArgumentException("rating is " + rating + "; give 1 to 5");
                    }
                    if (comment != null && comment.length() > LONGEST_TEXT) {
                        throw new IllegalArgumentException(
                                "comment has "
                                        + comment.length()
                                        + " characters; give at most 2,000");
                    }
                    return true;
                });
        body.done();
        sessions.rate(account, id, rating, comment);
        return ResponseEntity.noContent().build();
    }

    /** A whole context in one call; keeps nothing. */
    @PostMapping("/evaluate")
    ResponseEntity<String> evaluate(@RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var name = body.text("tree");
        var version = body.text("version");
        var context = body.scalars("context");
        body.done();
        var published =
                (name == null ? Optional.of(trees.forContext(context)) : trees.find(name))
                        .filter(tree -> version == null || version.equals(tree.version()));
        if (published.isEmpty()) {
            return ResponseEntity.status(404)
                    .body(
                            HelpProblems.json(
                                    "not_found",
                                    "no tree of that name and version serves; leave both out for"
                                            + " the one that does",
                                    null));
        }
        var result = Evaluation.of(published.get().tree(), context);
        var json = new LinkedHashMap<String, Object>();
        json.put("outcome", result.outcome().wire());
        json.put("node", result.node());
        json.put("reason", result.reason());
        json.put("path", result.path());
        return ResponseEntity.ok(JsonMapper.shared().writeValueAsString(json));
    }

    private String act(Account account, String id, @Nullable Integer step, Act act) {
        // acts are records: what they are, with all they hold, is their text
        return sessions.act(account, id, step, fingerprint(act.toString()), act);
    }

    private static String fingerprint(String request) {
        return Idempotency.Key.of("", "help", "act", request).fingerprint();
    }

    private static @Nullable Integer stepOf(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        var body = JsonBody.read(bytes);
        var step = body.whole("step");
        body.done();
        return step;
    }

    private static int required(JsonBody body, String field) {
        var value = body.whole(field);
        if (value == null) {
            body.tried(
                    () -> {
                        throw new IllegalArgumentException(field + " is missing");
                    });
            return 0;
        }
        return value;
    }

    private static Locale locale(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "locale is no language tag; give one such as hi-IN", e);
        }
    }

    private static Idempotency.@Nullable Key key(
            Account account, @Nullable String key, Begin begin) {
        if (key == null) {
            return null;
        }
        try {
            return Idempotency.Key.of(
                    account.id().value(), "POST /api/help/sessions", key, begin.toString());
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }
}
