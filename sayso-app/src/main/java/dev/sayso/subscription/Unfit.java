package dev.sayso.subscription;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A change that does not fit what is there; nothing was changed. The text says why. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
public final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key of the sentence that a page shows
     */
    Unfit(String key, String detail) {
        super(detail, null, false, false);
        this.key = key;
    }

    /** The key of the sentence that a page shows. */
    public String key() {
        return key;
    }
}
