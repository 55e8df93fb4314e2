package dev.sayso.faults;

import dev.sayso.faults.History.Told;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Several that say things at once. Each says its next only when it knows what became of the one
 * before, and begins with what it does not know: said again under its key.
 */
final class Clients {
    private final Path histories;
    private final int count;
    private final Door door;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();

    Clients(Path histories, int count, Door door) {
        this.histories = histories;
        this.count = count;
        this.door = door;
    }

    /** Where things are said. */
    @FunctionalInterface
    interface Door {
        Told say(int client, String key, String text);
    }

    /** Says things until {@code most} were acknowledged or {@link #end} is called. */
    void run(int most) throws Exception {
        try (var threads = Executors.newFixedThreadPool(count)) {
            List<Future<Object>> all =
                    threads.invokeAll(
                            IntStream.range(0, count)
                                    .mapToObj(
                                            client -> Executors.callable(() -> speak(client, most)))
                                    .toList());
            for (var one : all) {
                one.get();
            }
        }
    }

    void end() {
        ended.set(true);
    }

    int done() {
        return done.get();
    }

    /** Resolves what is not known; returns when all is. */
    void resolve() throws IOException {
        for (int client = 0; client < count; client++) {
            try (var history = History.of(histories, client)) {
                resolve(client, history);
            }
        }
    }

    private void speak(int client, int most) {
        try (var history = History.of(histories, client)) {
            resolve(client, history);
            int next = history.read().size();
            while (!ended.get() && done.get() < most) {
                var key = client + "-" + next++;
                if (!settle(client, history, key)) {
                    resolve(client, history);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void resolve(int client, History history) {
        history.read()
                .forEach(
                        (key, told) -> {
                            if (told == Told.SENT || told == Told.UNKNOWN) {
                                while (!ended.get() && !settle(client, history, key)) {
                                    pause();
                                }
                            }
                        });
    }

    /** False when it is still not known what became of it. */
    private boolean settle(int client, History history, String key) {
        history.write(Told.SENT, key);
        var told = door.say(client, key, text(key));
        history.write(told, key);
        if (told == Told.DONE) {
            done.incrementAndGet();
        } else {
            pause();
        }
        return told != Told.UNKNOWN;
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String text(String key) {
        return name(key) + " 499 monthly";
    }

    /** A name of letters only, one a key. */
    static String name(String key) {
        var name = new StringBuilder("Zuk");
        for (char c : key.toCharArray()) {
            name.append(c == '-' ? "z" : "bcdfghjklm".substring(c - '0', c - '0' + 1)).append('o');
        }
        return name.toString();
    }
}
