package dev.sayso.subscription;

/** A change that does not fit what is there; nothing was changed. The text says why. */
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
