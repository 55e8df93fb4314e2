package dev.sayso.platform.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The last line of a backup: the digest of all before it. SQLite's own check sees a broken tree of
 * pages, not a bit that flipped in a text; and it reads no further than the pages that it knows, so
 * that a sealed file is still a plain database.
 */
final class Seal {
    private static final String WORDS = "\nbackup of Sayso, sha-256 of all before this line: ";
    private static final int LENGTH = WORDS.length() + 64 + 1;

    private Seal() {}

    static void append(Path file) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var seal = ByteBuffer.wrap(seal(channel, channel.size()));
            channel.position(channel.size());
            while (seal.hasRemaining()) {
                channel.write(seal);
            }
            channel.force(true);
        }
    }

    /** Takes the seal off; false, and nothing is changed, where it does not fit. */
    static boolean open(Path file) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size() - LENGTH;
            if (end < 0) {
                return false;
            }
            var found = ByteBuffer.allocate(LENGTH);
            while (found.hasRemaining() && channel.read(found, end + found.position()) >= 0) {
                // until it is all read
            }
            if (!MessageDigest.isEqual(found.array(), seal(channel, end))) {
                return false;
            }
            channel.truncate(end);
            channel.force(true);
            return true;
        }
    }

    private static byte[] seal(FileChannel channel, long end) throws IOException {
        var digest = sha256();
        var buffer = ByteBuffer.allocate(1 << 16);
        for (long at = 0; at < end; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new IOException("it became shorter while it was read");
            }
            at += read;
            digest.update(buffer.flip());
        }
        return (WORDS + HexFormat.of().formatHex(digest.digest()) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
