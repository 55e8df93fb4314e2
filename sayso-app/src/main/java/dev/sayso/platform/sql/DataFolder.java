package dev.sayso.platform.sql;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds all of an installation, and the lock by which one Sayso at a time has it.
 */
final class DataFolder implements AutoCloseable {
    static final String DATABASE = "sayso.db";

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
            return new DataFolder(folder, channel);
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

    Path database() {
        return folder.resolve(DATABASE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
