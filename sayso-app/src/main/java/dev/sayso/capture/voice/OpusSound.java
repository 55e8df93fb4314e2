package dev.sayso.capture.voice;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;

import java.util.Arrays;

/** Decodes packets of Opus (RFC 6716) one after the other. */
final class OpusSound {
    /** Decoded at another rate, some encoders' files come out as silence. */
    private static final int RATE = 48_000;

    /** The longest that a packet may be: 120 ms. */
    private static final int PACKET = RATE * 120 / 1000;

    private final OpusDecoder decoder;
    private final short[] packet = new short[PACKET];
    private short[] sound = new short[RATE];
    private int length;
    private int skip;

    OpusSound() {
        try {
            decoder = new OpusDecoder(RATE, 1);
        } catch (OpusException e) {
            throw new IllegalStateException("the Opus decoder could not be made", e);
        }
    }

    /** Takes the header, {@code OpusHead} (RFC 7845, 5.1), which says how much is to be skipped. */
    void head(byte[] bytes, int from, int size) {
        if (size >= 12 && Clips.begins(bytes, from, "OpusHead")) {
            skip = (bytes[from + 10] & 0xff) | (bytes[from + 11] & 0xff) << 8;
        }
    }

    void packet(byte[] bytes, int from, int size) {
        int samples;
        try {
            samples = decoder.decode(bytes, from, size, packet, 0, PACKET, false);
        } catch (OpusException | RuntimeException e) {
            // a packet of garbage leaves the decoder by way of either
            throw UnreadableClip.broken("the Opus sound is damaged");
        }
        if (length + samples > (Clip.LONGEST + 1) * RATE) {
            throw UnreadableClip.tooLong();
        }
        if (length + samples > sound.length) {
            sound = Arrays.copyOf(sound, 2 * sound.length);
        }
        System.arraycopy(packet, 0, sound, length, samples);
        length += samples;
    }

    Clip clip() {
        int from = Math.min(skip, length);
        var floats = new float[length - from];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = sound[from + i] / 32_768f;
        }
        if (floats.length > Clip.LONGEST * RATE) {
            throw UnreadableClip.tooLong();
        }
        return Resampling.to16k(floats, RATE);
    }
}
