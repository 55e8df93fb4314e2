package dev.sayso.notification.web;

import dev.sayso.account.Account;
import dev.sayso.notification.Inbox;
import dev.sayso.notification.StoredNotice;
import dev.sayso.platform.time.Moments;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;

/** The inbox as JSON, the latest first. */
@RestController
class InboxApi {
    private final Inbox inbox;

    InboxApi(Inbox inbox) {
        this.inbox = inbox;
    }

    @Bodies(gives = "NoticePage")
    @GetMapping(path = "/api/inbox", produces = MediaType.APPLICATION_JSON_VALUE)
    String inbox(
            Account account,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long after) {
        int size = Pages.limit(limit, Inbox.MAX_PAGE);
        return Pages.write(
                inbox.before(account.id(), after == null ? Long.MAX_VALUE : after, size + 1),
                size,
                it -> Long.toString(it.position()),
                InboxApi::write);
    }

    @Bodies(as = "204")
    @PutMapping("/api/inbox/{id}/read")
    ResponseEntity<Void> read(Account account, @PathVariable String id) {
        return done(inbox.read(account.id(), id));
    }

    @Bodies(as = "204")
    @DeleteMapping("/api/inbox/{id}")
    ResponseEntity<Void> dismiss(Account account, @PathVariable String id) {
        return done(inbox.dismiss(account.id(), id));
    }

    /** Does one of the notice's acts, once: a second time, and after another act, it is 409. */
    @Bodies(as = "204")
    @PostMapping("/api/inbox/{id}/acts/{act}")
    ResponseEntity<?> act(Account account, @PathVariable String id, @PathVariable String act) {
        return switch (inbox.act(account, id, act)) {
            case DONE -> ResponseEntity.noContent().build();
            case BEFORE ->
                    ResponseEntity.of(
                                    ProblemDetail.forStatusAndDetail(
                                            HttpStatus.CONFLICT,
                                            "this notice was answered or taken away before; nothing"
                                                    + " was changed"))
                            .build();
            case UNKNOWN -> throw NotThere.notice();
        };
    }

    private static ResponseEntity<Void> done(boolean there) {
        if (!there) {
            throw NotThere.notice();
        }
        return ResponseEntity.noContent().build();
    }

    private static void write(JsonGenerator to, StoredNotice it) {
        var notice = it.notice();
        to.writeStringProperty("id", it.id());
        to.writeStringProperty("kind", notice.kind().wire());
        to.writeStringProperty("title", notice.title());
        if (!notice.body().isEmpty()) {
            to.writeStringProperty("body", notice.body());
        }
        if (notice.subscription() != null) {
            to.writeStringProperty("subscription_id", notice.subscription());
        }
        to.writeObjectPropertyStart("data");
        notice.data().forEach(to::writeStringProperty);
        to.writeEndObject();
        to.writeArrayPropertyStart("acts");
        if (it.isOpen()) {
            notice.acts().forEach(to::writeString);
        }
        to.writeEndArray();
        to.writeStringProperty("created_at", Moments.text(it.createdAt()));
        if (it.readAt() != null) {
            to.writeStringProperty("read_at", Moments.text(it.readAt()));
        }
        if (it.acted() != null) {
            to.writeStringProperty("acted", it.acted());
        }
    }
}
