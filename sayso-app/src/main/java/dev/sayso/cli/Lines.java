package dev.sayso.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a stream line by line without trusting it: a line that is too long is skipped without being
 * held in memory, and one that is not UTF-8 harms no other.
 */
final class Lines {
    /** Room for the longest text, written in escapes, and what stands beside it. */
    static final int LIMIT = 256 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[256 * 1024];
    private byte[] line = new byte[1024];
    private int at;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    /** A line, or why it cannot be read; exactly one of the two is there. */
    record Line(@Nullable String text, @Nullable String problem) {}

    /** The next line, or null at the end. A line end at the very end begins no further line. */
    @Nullable Line next() throws IOException {
        int length = 0;
        boolean any = false;
        while (true) {
            if (at == end) {
                at = 0;
                end = in.read(buffer);
                if (end <= 0) {
                    end = 0;
                    return any ? line(length) : null;
                }
            }
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            length = keep(length, stop - at);
            boolean isWhole = stop < end;
            at = isWhole ? stop + 1 : stop;
            if (isWhole) {
                return line(length);
            }
        }
    }

    /** Whether the next line is here, whole, so that reading it waits for nobody. */
    boolean isReady() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private int keep(int length, int more) {
        int room = Math.min(more, LIMIT + 1 - length);
        if (room > 0) {
            if (line.length < length + room) {
                line = Arrays.copyOf(line, Math.max(length + room, line.length * 2));
            }
            System.arraycopy(buffer, at, line, length, room);
        }
        return length + Math.max(room, 0);
    }

    private Line line(int length) {
        if (length > LIMIT) {
            return new Line(
                    null, "the line is longer than " + LIMIT + " bytes; give a shorter one");
        }
        try {
            var bytes = ByteBuffer.wrap(line, 0, length);
            // a decoder of its own reports what is malformed; String would put U+FFFD in its place
            return new Line(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), null);
        } catch (CharacterCodingException e) {
            return new Line(null, "the line is not UTF-8; write it as UTF-8");
        }
    }
}
