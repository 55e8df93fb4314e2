package dev.sayso.capture.voice;

/** Sound came, and no words that could be taken. Nothing was recorded. */
public final class NotHeard extends RuntimeException {
    private final String transcript;

    private NotHeard(String text, String transcript) {
        super(text, null, false, false);
        this.transcript = transcript;
    }

    /** What it may have been; empty when it was nothing. */
    public String transcript() {
        return transcript;
    }

    static NotHeard nothing() {
        return new NotHeard(
                "nothing was heard; speak close to the microphone, and say it again", "");
    }

    static NotHeard unsure(String transcript) {
        return new NotHeard(
                "it was not heard well enough to change what is recorded; say it again, or type it",
                transcript);
    }
}
