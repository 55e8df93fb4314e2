package dev.sayso.notification.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is none of that id, or it is another account's. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThere(String detail) {
        super(detail, null, false, false);
    }

    static NotThere notice() {
        return new NotThere("there is no such notice in your inbox; GET /api/inbox lists them");
    }

    static NotThere channel() {
        return new NotThere("there is no such channel; GET /api/channels lists yours");
    }

    static NotThere delivery() {
        return new NotThere(
                "there is no such delivery that is dead; GET /api/deliveries lists yours");
    }
}
