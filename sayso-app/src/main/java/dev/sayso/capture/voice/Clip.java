package dev.sayso.capture.voice;

/**
 * What was spoken, as a recogniser wants it: 16,000 samples a second, one channel, 16 bits. The
 * array is not copied; nobody writes to it.
 */
@SuppressWarnings("ArrayRecordComponent") // a minute of sound, handed from one to the next
public record Clip(short[] samples) {
    static final int RATE = 16_000;

    /** How long a clip may be, in seconds. */
    static final int LONGEST = 60;

    /** The shortest in which a word can be, in samples: a tenth of a second. */
    private static final int SHORTEST = RATE / 10;

    /** Below this a sample is the noise of a converter and nothing more: −60 dB of full scale. */
    private static final int QUIET = 33;

    public Clip {
        if (samples.length > LONGEST * RATE) {
            throw UnreadableClip.tooLong();
        }
    }

    /** Whether nobody can have spoken in it. A recogniser may well hear words in such a clip. */
    boolean isSilent() {
        if (samples.length < SHORTEST) {
            return true;
        }
        for (short sample : samples) {
            if (Math.abs(sample) > QUIET) {
                return false;
            }
        }
        return true;
    }

    /** The samples as bytes, the lower one first. */
    byte[] toBytes() {
        var bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        return bytes;
    }
}
