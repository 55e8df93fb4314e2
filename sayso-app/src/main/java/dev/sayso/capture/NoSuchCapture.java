package dev.sayso.capture;

import dev.sayso.ledger.CaptureId;

/** There is no capture of that id, or it is another account's. */
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
