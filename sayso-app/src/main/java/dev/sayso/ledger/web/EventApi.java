package dev.sayso.ledger.web;

import dev.sayso.account.Account;
import dev.sayso.ledger.EventForm;
import dev.sayso.ledger.EventLog;
import dev.sayso.platform.web.OpenApi.Bodies;
import dev.sayso.platform.web.Pages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as JSON. */
@RestController
class EventApi {
    private final EventLog log;

    EventApi(EventLog log) {
        this.log = log;
    }

    @Bodies(gives = "EventPage")
    @GetMapping(path = "/api/events", produces = MediaType.APPLICATION_JSON_VALUE)
    String events(
            Account account,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "0") long after) {
        int size = Pages.limit(limit, EventLog.MAX_PAGE);
        return Pages.write(
                log.after(account.id(), after, size + 1),
                size,
                it -> Long.toString(it.position()),
                EventForm::write);
    }
}
