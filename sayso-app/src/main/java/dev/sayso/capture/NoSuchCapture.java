package dev.sayso.capture;

import dev.sayso.ledger.CaptureId;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no capture of that id, or it is another account's. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchCapture extends RuntimeException {
    NoSuchCapture(CaptureId id) {
        super(
                "there is no capture \""
                        + (id.value().length() > 40
                                ? id.value().substring(0, 40) + "…"
                                : id.value())
                        + "\"");
    }
}
