package dev.sayso.subscription;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such subscription, or nothing such of it, or it is another account's. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchSubscription extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchSubscription(String what, String id) {
        super(
                "there is no "
                        + what
                        + " \""
                        + (id.length() > 40 ? id.substring(0, 40) + "…" : id)
                        + "\"; GET /api/subscriptions lists what there is",
                null,
                false,
                false);
    }
}
