package dev.sayso.reminder.web;

import dev.sayso.account.Account;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.BadRequest;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.reminder.Reminders;
import dev.sayso.reminder.Reminders.Acted;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;

/** Reminders as JSON: those that wait for a word, those to come, and how they are wanted. */
@RestController
class ReminderApi {
    private static final int PREVIEW = 20;

    private final Reminders reminders;
    private final Subscriptions subscriptions;

    ReminderApi(Reminders reminders, Subscriptions subscriptions) {
        this.reminders = reminders;
        this.subscriptions = subscriptions;
    }

    @Bodies(gives = "MomentPage")
    @GetMapping(path = "/api/reminders", produces = MediaType.APPLICATION_JSON_VALUE)
    String all(Account account) {
        return ReminderJson.moments(
                reminders.open(account), reminders.upcoming(account.id(), Reminders.MAX_PAGE));
    }

    /** The moments of reminders that are not saved. */
    @Bodies(takes = "DaysBefore", gives = "MomentPage")
    @PostMapping(path = "/api/reminders/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    String preview(Account account, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var days = days(body);
        var id = body.text("subscription_id");
        body.done();
        var it = id == null ? null : get(account, id);
        return ReminderJson.moments(
                List.of(), refused(() -> reminders.moments(account, it, days, PREVIEW)));
    }

    @Bodies(gives = "ReminderSettings")
    @GetMapping(path = "/api/reminders/settings", produces = MediaType.APPLICATION_JSON_VALUE)
    String settings(Account account) {
        return ReminderJson.settings(
                reminders.settings(account.id()), reminders.daysBefore(account.id()));
    }

    @Bodies(takes = "ReminderSettings", gives = "ReminderSettings")
    @PutMapping(path = "/api/reminders/settings", produces = MediaType.APPLICATION_JSON_VALUE)
    String change(Account account, @RequestBody byte[] bytes) {
        var body = JsonBody.read(bytes);
        var before = reminders.settings(account.id());
        var settings = ReminderJson.settings(body, before);
        var days = body.wholes("days_before");
        body.done();
        if (days != null) {
            refused(() -> reminders.say(account, null, days));
        }
        if (settings != null && !settings.equals(before)) {
            reminders.change(account, settings);
        }
        return settings(account);
    }

    @Bodies(gives = "MomentPage")
    @GetMapping(
            path = "/api/subscriptions/{id}/reminders",
            produces = MediaType.APPLICATION_JSON_VALUE)
    String of(Account account, @PathVariable String id) {
        var it = get(account, id);
        return ReminderJson.moments(
                List.of(),
                reminders.moments(account, it, reminders.daysBefore(account.id(), it), PREVIEW));
    }

    @Bodies(takes = "DaysBefore", gives = "MomentPage")
    @PutMapping(
            path = "/api/subscriptions/{id}/reminders",
            produces = MediaType.APPLICATION_JSON_VALUE)
    String say(Account account, @PathVariable String id, @RequestBody byte[] bytes) {
        var it = get(account, id);
        var body = JsonBody.read(bytes);
        var days = days(body);
        body.done();
        refused(() -> reminders.say(account, it, days));
        return ReminderJson.moments(List.of(), reminders.moments(account, it, days, PREVIEW));
    }

    @Bodies(as = "204")
    @PostMapping("/api/reminders/{id}/done")
    ResponseEntity<Void> done(Account account, @PathVariable String id) {
        return answer(reminders.done(account.id(), id));
    }

    @Bodies(takes = "Snooze", as = "204")
    @PostMapping("/api/reminders/{id}/snooze")
    ResponseEntity<Void> snooze(
            Account account,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] bytes) {
        if (!reminders.has(account.id(), id)) {
            throw NotThere.reminder();
        }
        Instant until = null;
        if (bytes != null && bytes.length > 0) {
            var body = JsonBody.read(bytes);
            until = body.as("until", ReminderApi::moment);
            body.done();
        }
        var moment = until;
        return answer(refused(() -> reminders.snooze(account, id, moment)));
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "until \""
                            + text
                            + "\" is no moment; give one such as 2026-12-01T09:00:00+05:30",
                    e);
        }
    }

    private static List<Integer> days(JsonBody body) {
        var days = body.wholes("days_before");
        if (days == null && !body.hasProblems()) {
            throw new BadRequest("days_before is missing; give whole numbers, such as [7, 1]");
        }
        return days == null ? List.of() : days;
    }

    private Subscription get(Account account, String id) {
        return subscriptions
                .find(account.id(), new SubscriptionId(id))
                .orElseThrow(NotThere::subscription);
    }

    /** What the module refuses is the caller's mistake. */
    private static <T> T refused(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private static ResponseEntity<Void> answer(Acted acted) {
        return switch (acted) {
            case DONE -> ResponseEntity.noContent().build();
            case TOO_LATE ->
                    throw new ResponseStatusException(
                            HttpStatus.CONFLICT,
                            "this reminder was answered before, or holds no more; nothing was"
                                    + " changed");
            case UNKNOWN -> throw NotThere.reminder();
        };
    }
}
