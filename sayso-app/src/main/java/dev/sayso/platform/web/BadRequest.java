package dev.sayso.platform.web;

/** What came cannot be read: a 400 whose detail is the text. */
public final class BadRequest extends RuntimeException {
    public BadRequest(String detail) {
        super(detail, null, false, false);
    }
}
