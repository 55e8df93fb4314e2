package dev.sayso.capture.voice;

import dev.sayso.platform.sql.Overloaded;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hears on this machine. Native code works on platform threads of its own, as many as there are
 * cores; a few recordings wait, more are refused. The model is loaded when the first one comes.
 */
final class OfflineTranscriber implements Transcriber, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OfflineTranscriber.class);
    private static final int WAITING = 8;
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final SpokenNames names;
    private final Phrases phrases;
    private final ThreadPoolExecutor threads;
    private @Nullable Vosk vosk;
    private volatile @Nullable String broken;

    OfflineTranscriber(Path folder, SpokenNames names) {
        this.folder = folder;
        this.names = names;
        this.phrases = new Phrases(names);
        int cores = Runtime.getRuntime().availableProcessors();
        this.threads =
                new ThreadPoolExecutor(
                        cores,
                        cores,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(WAITING),
                        Thread.ofPlatform().daemon().name("voice-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public Optional<String> whyOff() {
        if (broken != null) {
            return Optional.of(broken);
        }
        return isModel(folder)
                ? Optional.empty()
                : Optional.of(
                        "Voice is off: there is no speech model in "
                                + folder
                                + "; ./sayso voice install fetches one.");
    }

    static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve("am/final.mdl"));
    }

    @Override
    public Heard hear(Clip clip, Expected expected) {
        var hearing = new FutureTask<>(() -> listen(clip, expected));
        try {
            threads.execute(hearing);
        } catch (RejectedExecutionException e) {
            throw new Overloaded("too many recordings wait to be heard; send it again in a moment");
        }
        try {
            return hearing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            hearing.cancel(false);
            throw new Overloaded(
                    "the recording was not heard within "
                            + PATIENCE_SECONDS
                            + " seconds; send it again in a moment");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hearing.cancel(false);
            throw new Overloaded("Sayso is stopping; send the recording again");
        } catch (ExecutionException e) {
            throw new VoiceOff(whyOff().orElse("Voice does not work here; type it."), e);
        }
    }

    private Heard listen(Clip clip, Expected expected) throws IOException {
        return new Listening(loaded())
                .hear(
                        clip,
                        phrases.of(expected.own(), expected.currency()),
                        heard -> expected.understand().apply(names.written(heard)))
                .written(names);
    }

    private synchronized Vosk loaded() throws IOException {
        if (vosk == null) {
            try {
                vosk = new Vosk(folder);
            } catch (LinkageError | IOException e) {
                log.warn("the offline recogniser does not run here", e);
                broken =
                        e instanceof IOException
                                ? "Voice is off: what is in " + folder + " is no model of Vosk."
                                : "Voice is off: the offline recogniser does not run on this"
                                        + " system.";
                throw new IOException(broken, e);
            }
        }
        return vosk;
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        boolean ended = false;
        try {
            ended = threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // a model that is still heard with must not be freed
        if (ended && vosk != null) {
            vosk.close();
            vosk = null;
        }
    }
}
