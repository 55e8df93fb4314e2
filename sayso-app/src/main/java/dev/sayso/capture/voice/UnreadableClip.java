package dev.sayso.capture.voice;

/** What came is no sound that can be read; the text says what came and what is taken. */
public final class UnreadableClip extends RuntimeException {
    static final String TAKEN = "WAV, Ogg with Opus or WebM with Opus";

    /** What is wrong with it. */
    public enum Why {
        /** Another format. */
        FORMAT,
        /** One of ours, but broken. */
        BROKEN,
        /** Longer than is taken. */
        LENGTH,
        /** Of more bytes than are taken. */
        SIZE
    }

    private final Why why;

    private UnreadableClip(Why why, String text) {
        super(text, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    static UnreadableClip format(String came) {
        return new UnreadableClip(Why.FORMAT, came + "; send " + TAKEN);
    }

    static UnreadableClip broken(String text) {
        return new UnreadableClip(Why.BROKEN, text + "; record it again");
    }

    static UnreadableClip tooLarge() {
        return new UnreadableClip(
                Why.SIZE,
                "the recording has more than "
                        + Voice.MOST / 1024 / 1024
                        + " MB; say it in at most "
                        + Clip.LONGEST
                        + " seconds");
    }

    static UnreadableClip tooLong() {
        return new UnreadableClip(
                Why.LENGTH,
                "the recording is longer than "
                        + Clip.LONGEST
                        + " seconds; say it in at most that");
    }
}
