package dev.sayso.capture.voice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads and writes WAV files (RIFF, Microsoft and IBM, 1991): whole numbers of 8 to 32 bits, and
 * floats.
 */
final class Wav {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;
    private static final long UNTOLD = 0xffff_ffffL;

    private final ByteBuffer file;
    private int format;
    private int channels;
    private int rate;
    private int bits;

    private Wav(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Clip read(byte[] file) {
        return new Wav(file).read();
    }

    /** The clip as a file. */
    static byte[] write(Clip clip) {
        var sound = clip.toBytes();
        return ByteBuffer.allocate(44 + sound.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(fourCc("RIFF"))
                .putInt(36 + sound.length)
                .putInt(fourCc("WAVE"))
                .putInt(fourCc("fmt "))
                .putInt(16)
                .putShort((short) PCM)
                .putShort((short) 1)
                .putInt(Clip.RATE)
                .putInt(2 * Clip.RATE)
                .putShort((short) 2)
                .putShort((short) 16)
                .putInt(fourCc("data"))
                .putInt(sound.length)
                .put(sound)
                .array();
    }

    private Clip read() {
        file.position(12);
        while (file.remaining() >= 8) {
            int id = file.getInt();
            long size = file.getInt() & 0xffff_ffffL;
            if (id == fourCc("data")) {
                return sound(size);
            }
            if (size > file.remaining()) {
                throw UnreadableClip.broken("the WAV file ends within its header");
            }
            int next = Math.min(file.limit(), file.position() + (int) size + (int) (size & 1));
            if (id == fourCc("fmt ")) {
                format((int) size);
            }
            file.position(next);
        }
        throw UnreadableClip.broken("the WAV file holds no sound");
    }

    private static int fourCc(String id) {
        return id.charAt(0) | id.charAt(1) << 8 | id.charAt(2) << 16 | id.charAt(3) << 24;
    }

    private void format(int size) {
        if (size < 16) {
            throw UnreadableClip.broken("the WAV file does not say how its sound is kept");
        }
        int at = file.position();
        format = file.getShort(at) & 0xffff;
        channels = file.getShort(at + 2) & 0xffff;
        rate = file.getInt(at + 4);
        bits = file.getShort(at + 14) & 0xffff;
        if (format == EXTENSIBLE && size >= 26) {
            format = file.getShort(at + 24) & 0xffff;
        }
    }

    private Clip sound(long size) {
        boolean isKnown =
                format == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32)
                        || format == FLOAT && bits == 32;
        if (!isKnown) {
            throw UnreadableClip.format(
                    "the WAV file keeps its sound in another way than PCM of 8, 16, 24 or 32 bits"
                            + " or floats");
        }
        if (channels < 1 || channels > 8 || rate < 4_000 || rate > 192_000) {
            throw UnreadableClip.broken(
                    "the WAV file says it has "
                            + channels
                            + " channels of "
                            + rate
                            + " samples a second");
        }
        // who writes while recording does not know the length yet and says none
        if (size == UNTOLD || size == 0) {
            size = file.remaining();
        }
        if (size > file.remaining()) {
            throw UnreadableClip.broken(
                    "the WAV file says that it holds "
                            + size
                            + " bytes of sound and has "
                            + file.remaining());
        }
        long frames = size / (channels * (bits / 8));
        if (frames > (long) Clip.LONGEST * rate) {
            throw UnreadableClip.tooLong();
        }
        var mono = new float[(int) frames];
        for (int i = 0; i < mono.length; i++) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += sample();
            }
            mono[i] = sum / channels;
        }
        return Resampling.to16k(mono, rate);
    }

    /** The next one, from −1 to 1. */
    private float sample() {
        return switch (bits) {
            case 8 -> ((file.get() & 0xff) - 128) / 128f;
            case 16 -> file.getShort() / 32_768f;
            case 24 -> {
                int low = file.getShort() & 0xffff;
                yield (file.get() << 16 | low) / 8_388_608f;
            }
            default -> format == FLOAT ? finite(file.getFloat()) : file.getInt() / 2_147_483_648f;
        };
    }

    private static float finite(float sample) {
        return Float.isFinite(sample) ? sample : 0;
    }
}
