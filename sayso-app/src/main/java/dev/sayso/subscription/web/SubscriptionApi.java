package dev.sayso.subscription.web;

import dev.sayso.account.Account;
import dev.sayso.ledger.EventId;
import dev.sayso.ledger.EventLog;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;
import dev.sayso.subscription.Change;
import dev.sayso.subscription.Edits;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.Subscriptions;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;

/** What one has as JSON, and changes to it. */
@RestController
class SubscriptionApi {
    private final Subscriptions subscriptions;
    private final Edits edits;
    private final Histories histories;
    private final Clock clock;

    SubscriptionApi(Subscriptions subscriptions, Edits edits, Histories histories, Clock clock) {
        this.subscriptions = subscriptions;
        this.edits = edits;
        this.histories = histories;
        this.clock = clock;
    }

    @Bodies(gives = "SubscriptionPage")
    @GetMapping(path = "/api/subscriptions", produces = MediaType.APPLICATION_JSON_VALUE)
    String list(
            Account account,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "") String after) {
        int size = Pages.limit(limit, Subscriptions.MAX_PAGE);
        var today = account.today(clock);
        var rows = subscriptions.after(account.id(), after, size + 1);
        return Pages.write(
                rows,
                size,
                it -> it.id().value(),
                (to, it) -> SubscriptionJson.writeRow(to, it, today));
    }

    @Bodies(gives = "SubscriptionDetail")
    @GetMapping(path = "/api/subscriptions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String get(Account account, @PathVariable String id) {
        return SubscriptionJson.write(
                subscriptions.get(account.id(), new SubscriptionId(id)), account.today(clock));
    }

    /** All that was said of it, in order, also what was taken back. */
    @Bodies(gives = "History")
    @GetMapping(
            path = "/api/subscriptions/{id}/history",
            produces = MediaType.APPLICATION_JSON_VALUE)
    String history(
            Account account,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "0") long after) {
        int size = Pages.limit(limit, EventLog.MAX_PAGE);
        return histories.page(account, new SubscriptionId(id), size, after);
    }

    /** Takes an event back. */
    @Bodies(as = "204")
    @DeleteMapping("/api/subscriptions/{id}/history/{event}")
    ResponseEntity<Void> takeBack(
            Account account, @PathVariable String id, @PathVariable String event) {
        edits.takeBack(account, new SubscriptionId(id), new EventId(event));
        return ResponseEntity.noContent().build();
    }

    /** Puts back what was taken back. */
    @Bodies(as = "204")
    @PostMapping("/api/subscriptions/{id}/history/{event}/restore")
    ResponseEntity<Void> putBack(
            Account account, @PathVariable String id, @PathVariable String event) {
        edits.putBack(account, new SubscriptionId(id), new EventId(event));
        return ResponseEntity.noContent().build();
    }

    /** Sets one thing of it. The same again changes nothing. */
    @Bodies(takes = "Part", gives = "SubscriptionDetail")
    @PutMapping(
            path = "/api/subscriptions/{id}/{part}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    String set(
            Account account,
            @PathVariable String id,
            @PathVariable String part,
            @RequestBody byte[] body) {
        var it = subscriptions.get(account.id(), new SubscriptionId(id));
        return changed(account, it, Part.of(part).read(JsonBody.read(body)));
    }

    /** Ends one thing of it: a pause, a cancellation, a trial, a note … */
    @Bodies(gives = "SubscriptionDetail")
    @DeleteMapping(
            path = "/api/subscriptions/{id}/{part}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    String unset(Account account, @PathVariable String id, @PathVariable String part) {
        var it = subscriptions.get(account.id(), new SubscriptionId(id));
        return changed(account, it, Part.of(part).none());
    }

    private String changed(Account account, Subscription it, Change change) {
        return SubscriptionJson.write(
                edits.change(account, it.id(), List.of(change)), account.today(clock));
    }
}
