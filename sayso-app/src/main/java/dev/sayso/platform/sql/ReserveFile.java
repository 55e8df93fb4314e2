package dev.sayso.platform.sql;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * A file beside the database that is there to be made shorter. Its bytes are random, or a file
 * system that compresses would keep no room for it. For the writer's thread.
 */
final class ReserveFile implements Reserve {
    static final int PIECE = 256 << 10; // an undo takes about a fifth of it
    static final int PIECES = 8;
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(ReserveFile.class);
    private static final long WHOLE = (long) PIECES * PIECE;

    private final Path file;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private long size;
    private long lookedAt;

    private ReserveFile(Path file, RandomGenerator random, LongSupplier nanoTime) {
        this.file = file;
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /** Opens it, and makes it where there is room. */
    static ReserveFile open(Path file, RandomGenerator random, LongSupplier nanoTime) {
        var reserve = new ReserveFile(file, random, nanoTime);
        try {
            reserve.size = Files.exists(file) ? Math.min(WHOLE, Files.size(file)) : 0;
        } catch (IOException e) {
            log.warn("the room that is kept cannot be seen", e);
        }
        reserve.lookedAt = nanoTime.getAsLong();
        if (reserve.size < WHOLE) {
            reserve.fill();
        }
        return reserve;
    }

    @Override
    public boolean isWhole() {
        long now = nanoTime.getAsLong();
        if (size < WHOLE && now - lookedAt >= BETWEEN_LOOKS.toNanos()) {
            lookedAt = now;
            fill();
            if (size == WHOLE) {
                log.warn("there is room on the disk again");
            }
        }
        return size == WHOLE;
    }

    @Override
    public boolean letGo() {
        if (size == 0) {
            return false;
        }
        if (size == WHOLE) {
            log.warn("the disk is full: from now on only what is taken back is written");
        }
        long less = Math.max(0, size - PIECE);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(less);
            channel.force(true); // before that many file systems give nothing back
            lookedAt = nanoTime.getAsLong();
            size = less;
            return true;
        } catch (IOException e) {
            log.warn("the room that is kept cannot be given back", e);
            size = 0;
            return false;
        }
    }

    /** All that is missing or nothing: a half-filled one would take the last room from an undo. */
    private void fill() {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (Files.getFileStore(file).getUsableSpace() < WHOLE - size + PIECE) {
                return;
            }
            try {
                write(channel);
                channel.force(true);
                size = WHOLE;
            } catch (IOException e) {
                channel.truncate(size);
            }
        } catch (IOException e) {
            log.warn("no room can be kept", e);
        }
    }

    private void write(FileChannel channel) throws IOException {
        var bytes = new byte[PIECE];
        channel.position(size);
        for (long at = size; at < WHOLE; at += PIECE) {
            random.nextBytes(bytes);
            var piece = ByteBuffer.wrap(bytes);
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        }
    }
}
