package dev.sayso.account.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such key, or it is another account's, or it opens nothing any more. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NoSuchDevice extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchDevice() {
        super("there is no such device", null, false, false);
    }
}
