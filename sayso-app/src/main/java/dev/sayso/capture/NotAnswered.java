package dev.sayso.capture;

/**
 * An answer, or Undo, that does not fit what the capture is now; nothing was changed. The text says
 * why.
 */
public final class NotAnswered extends RuntimeException {
    /** Whether the answer itself was not understood, rather than came too late. */
    private final boolean unclear;

    private NotAnswered(String message, boolean unclear) {
        super(message);
        this.unclear = unclear;
    }

    static NotAnswered late(String message) {
        return new NotAnswered(message, false);
    }

    static NotAnswered unclear(String message) {
        return new NotAnswered(message, true);
    }

    public boolean isUnclear() {
        return unclear;
    }
}
