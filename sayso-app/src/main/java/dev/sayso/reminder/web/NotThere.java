package dev.sayso.reminder.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What the account does not have. */
final class NotThere {
    private NotThere() {}

    static ResponseStatusException reminder() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "there is no reminder of that id; GET /api/reminders lists those that wait");
    }

    static ResponseStatusException subscription() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "there is no subscription of that id; GET /api/subscriptions lists them");
    }
}
