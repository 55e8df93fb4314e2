package dev.sayso.help.web;

import dev.sayso.account.Account;
import dev.sayso.account.Visitor;
import dev.sayso.help.HelpRefused;
import dev.sayso.help.HelpSessions;
import dev.sayso.help.HelpSessions.Begin;
import dev.sayso.help.Tickets;
import dev.sayso.help.Trees;
import dev.sayso.help.tree.Act;
import dev.sayso.help.tree.Evaluation;
import dev.sayso.platform.web.Idempotency;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;

import jakarta.servlet.http.HttpServletRequest;

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
import java.util.TreeMap;

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
    @Bodies(takes = "HelpBegin", gives = "HelpView", as = "201")
    ResponseEntity<String> start(
            Account account,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] bytes,
            HttpServletRequest request) {
        var body = JsonBody.read(bytes);
        var entry = body.object("entry");
        var screen = entry.text("screen");
        var topic = entry.text("topic");
        entry.done();
        var locale = body.as("locale", HelpApi::locale);
        var context = body.scalars("context");
        var tree = body.text("tree");
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
        var begin =
                new Begin(tree, screen, topic, locale, context, preview).by(Visitor.of(request));
        var view = sessions.start(account, key(account, key, begin), begin);
        return ResponseEntity.created(URI.create("/api/help/sessions/" + view.session()))
                .body(view.json());
    }

    @GetMapping("/sessions/{id}")
    @Bodies(gives = "HelpView")
    String view(Account account, @PathVariable String id) {
        return sessions.view(account, id).json();
    }

    @PostMapping("/sessions/{id}/answers")
    @Bodies(takes = "HelpAnswer", gives = "HelpView")
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
    @Bodies(takes = "HelpSolved", gives = "HelpView")
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
    @Bodies(takes = "HelpStep", gives = "HelpView")
    String back(
            Account account,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        return act(account, id, stepOf(bytes), new Act.Back());
    }

    @PostMapping("/sessions/{id}/restart")
    @Bodies(takes = "HelpStep", gives = "HelpView")
    String restart(
            Account account,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        return act(account, id, stepOf(bytes), new Act.Restart());
    }

    @PostMapping("/sessions/{id}/contest")
    @Bodies(takes = "HelpContest", gives = "HelpView")
    String contest(Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var step = body.whole("step");
        var node = body.required("node");
        body.done();
        return act(account, id, step, new Act.Contest(node));
    }

    @PostMapping("/sessions/{id}/escalate")
    @Bodies(takes = "HelpEscalate", gives = "HelpView", as = "202")
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
        if (note != null && !note.isBlank()) {
            tickets.add(account, id, note);
        }
        var members = new LinkedHashMap<>(sessions.view(account, id).members());
        members.put(
                "expected_wait", tickets.expectedWait(account).map(Object::toString).orElse(null));
        return ResponseEntity.accepted().body(JsonMapper.shared().writeValueAsString(members));
    }

    @PostMapping("/sessions/{id}/feedback")
    @Bodies(takes = "HelpFeedback", as = "204")
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

    /** What was said between the person and who answers; empty before a person was asked. */
    @GetMapping("/sessions/{id}/ticket")
    @Bodies(gives = "HelpTalk")
    ResponseEntity<String> ticket(Account account, @PathVariable String id) {
        return tickets.find(account, id)
                .map(
                        ticket ->
                                ResponseEntity.ok(
                                        JsonMapper.shared()
                                                .writeValueAsString(TicketJson.ofPerson(ticket))))
                .orElseThrow(HelpRefused::unknown);
    }

    /** What the person adds to it. */
    @PostMapping("/sessions/{id}/ticket")
    @Bodies(takes = "HelpSaid", gives = "HelpTalk")
    ResponseEntity<String> add(
            Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var text = body.required("text");
        body.tried(() -> Texts.within("text", text, LONGEST_TEXT));
        body.done();
        if (!tickets.add(account, id, text)) {
            ticket(account, id);
            throw new HelpRefused(
                    HelpRefused.Why.CLOSED, "this ticket is closed; start help again", null);
        }
        return ticket(account, id);
    }

    /** A readable report of what happened, without anybody's words, to be sent to a person. */
    @GetMapping(
            path = "/sessions/{id}/report",
            produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String report(Account account, @PathVariable String id) {
        return sessions.report(account, id);
    }

    /** A whole context in one call; keeps nothing. */
    @PostMapping("/evaluate")
    @Bodies(takes = "HelpContext", gives = "HelpEvaluation")
    ResponseEntity<String> evaluate(@RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var name = body.text("tree");
        var version = body.text("version");
        var context = body.scalars("context");
        body.done();
        var published =
                version != null
                        ? trees.version(version)
                                .filter(tree -> name == null || name.equals(tree.tree().name()))
                        : name == null ? Optional.of(trees.forContext(context)) : trees.find(name);
        if (published.isEmpty()) {
            return ResponseEntity.status(404)
                    .body(
                            HelpProblems.json(
                                    "not_found",
                                    "no tree of that name and version is kept; leave both out for"
                                            + " the one that serves",
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
        return Idempotency.Key.ofHeader(
                account.id().value(),
                "POST /api/help/sessions",
                key,
                String.valueOf(begin.tree()),
                String.valueOf(begin.screen()),
                String.valueOf(begin.topic()),
                String.valueOf(begin.locale()),
                // in order: the same request has the same fingerprint after a restart, too
                new TreeMap<>(begin.context()).toString(),
                String.valueOf(begin.preview()));
    }
}
