package dev.sayso.platform.sql;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The folder that holds all of an installation, and the lock by which one Sayso at a time has it.
 */
final class DataFolder implements AutoCloseable {
    static final String DATABASE = "sayso.db";

    private static final String UNPACKING = "unpacking-";
    private static final String UNPACKED = "restored-";
    private static final String KEPT = "before-";

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing and takes its lock, which the system frees when the
     * process ends, however.
     *
     * @throws StartProblem when it cannot be had
     */
    static DataFolder open(Path folder) {
        var held = openUnlessInUse(folder);
        if (held == null) {
            throw new StartProblem(
                    "Another Sayso uses the data folder "
                            + folder
                            + "; stop it, or give this one its own with --data DIR.");
        }
        return held;
    }

    /** As {@link #open}; null when another has its lock. */
    static @Nullable DataFolder openUnlessInUse(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartProblem(
                    "The data folder "
                            + folder
                            + " cannot be made; give one that can be written with --data DIR.",
                    e);
        }
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            folder.resolve("sayso.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartProblem(
                    "The data folder "
                            + folder
                            + " cannot be written; give the user that runs Sayso the right to, or"
                            + " another folder with --data DIR.",
                    e);
        }
        if (lock(channel) != null) {
            var held = new DataFolder(folder, channel);
            held.completeRestores();
            return held;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new StartProblem(
                    "The data folder cannot be locked: "
                            + e.getMessage()
                            + ". Put it on a local disk.",
                    e);
        }
    }

    Path reserve() {
        return folder.resolve("sayso.reserve");
    }

    Path database() {
        return folder.resolve(DATABASE);
    }

    /** A new folder within, for a backup to be unpacked; what lies there of others is removed. */
    Path unpackingFolder() throws IOException {
        for (var left : within(UNPACKING)) {
            deleteUnpacked(left);
        }
        return Files.createTempDirectory(folder, UNPACKING);
    }

    /**
     * Puts the unpacked database in the place of the one that is here, which is kept.
     *
     * @return where it is kept, if there was one
     */
    Optional<Path> take(Path unpacked, String stamp) throws IOException {
        // with this one step it is decided: whoever opens the folder completes the rest
        Files.move(unpacked, folder.resolve(UNPACKED + stamp), StandardCopyOption.ATOMIC_MOVE);
        flush(folder);
        completeRestores();
        return Optional.of(folder.resolve(KEPT + stamp)).filter(Files::exists);
    }

    private void completeRestores() {
        try {
            for (var unpacked : within(UNPACKED)) {
                complete(unpacked);
            }
        } catch (IOException e) {
            throw new StartProblem(
                    "The backup that was unpacked in "
                            + folder
                            + " could not be put in its place: "
                            + e.getMessage()
                            + ". Give the user that runs Sayso the right to write there.",
                    e);
        }
    }

    private void complete(Path unpacked) throws IOException {
        var restored = unpacked.resolve(DATABASE);
        if (Files.exists(restored)) {
            var stamp = unpacked.getFileName().toString().substring(UNPACKED.length());
            var kept = folder.resolve(KEPT + stamp);
            // the old log, too: beside the new database it would be taken for its own
            for (var name : List.of(DATABASE, DATABASE + "-wal", DATABASE + "-shm")) {
                var old = folder.resolve(name);
                if (Files.exists(old)) {
                    Files.createDirectories(kept);
                    Files.move(old, kept.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            if (Files.exists(kept)) {
                flush(kept);
            }
            flush(folder);
            Files.move(restored, database(), StandardCopyOption.ATOMIC_MOVE);
            flush(folder);
        }
        deleteUnpacked(unpacked);
    }

    private List<Path> within(String prefix) throws IOException {
        try (var all = Files.newDirectoryStream(folder, prefix + "*")) {
            return StreamSupport.stream(all.spliterator(), false).sorted().toList();
        }
    }

    static void deleteUnpacked(Path unpacked) throws IOException {
        if (Files.isDirectory(unpacked)) {
            Files.deleteIfExists(unpacked.resolve(DATABASE));
            Files.deleteIfExists(unpacked);
        }
    }

    /** The folder that a file is in. */
    static Path folderOf(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** Makes the names in the folder durable. */
    static void flush(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** So that the server can use what its administrator restored. */
    static void belongsToWhoHas(Path folder, Path file) throws IOException {
        var owner = Files.getOwner(folder);
        if (!owner.equals(Files.getOwner(file))) {
            Files.setOwner(file, owner);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
