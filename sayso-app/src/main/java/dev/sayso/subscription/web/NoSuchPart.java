package dev.sayso.subscription.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address below a subscription at which there is nothing. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchPart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchPart(String detail) {
        super(detail, null, false, false);
    }
}
