package dev.sayso.ledger;

import dev.sayso.ledger.FollowerTurn.EventFailed;
import dev.sayso.platform.sql.OutcomeUnknown;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.StorageFailed;
import dev.sayso.platform.sql.Writer;
import dev.sayso.platform.time.Moments;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs the followers of the log, each on a thread of its own: woken by the commit of an event, with
 * a poll each second as safety net.
 */
public final class Followers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Followers.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final List<Follower> followers;
    private final Writer writer;
    private final Readers readers;
    private final Bell bell;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Followers(List<Follower> followers, Writer writer, Readers readers, Bell bell, Clock clock) {
        this.followers = List.copyOf(followers);
        this.writer = writer;
        this.readers = readers;
        this.bell = bell;
        this.clock = clock;
        var names = new HashSet<String>();
        for (var follower : followers) {
            if (!names.add(follower.name())) {
                throw new IllegalStateException(
                        "two followers are named \"" + follower.name() + "\"; give one another");
            }
        }
    }

    /** Gives each that is new its cursor, and lets what was set aside be tried again. */
    void register() {
        var now = Moments.text(clock.instant());
        writer.writeInBackground(
                db -> {
                    for (var follower : followers) {
                        SqlFollowers.register(db, follower);
                        SqlFollowers.hasten(db, follower.name(), now);
                    }
                    return true;
                });
    }

    /** Takes all there is to take, here and now, on the caller's thread. */
    public void catchUp() {
        boolean more = true;
        while (more) {
            more = false;
            for (var follower : followers) {
                more |= catchUp(follower);
            }
        }
    }

    /** Whether there was anything to do. */
    private boolean catchUp(Follower follower) {
        boolean worked = false;
        var turn = new FollowerTurn(follower, clock, System::nanoTime);
        Set<Long> suspects = new HashSet<>();
        for (var work = work(follower); work.any(); work = work(follower)) {
            worked = true;
            try {
                if (work.events()) {
                    writer.writeInBackground(db -> turn.next(db, suspects));
                }
                if (work.parked()) {
                    writer.writeInBackground(turn::retry);
                }
            } catch (EventFailed e) {
                suspects.add(e.position);
            }
        }
        return worked;
    }

    private SqlFollowers.Work work(Follower follower) {
        var now = Moments.text(clock.instant());
        return readers.read(db -> SqlFollowers.work(db, follower.name(), now));
    }

    /**
     * Lets a follower try again at once what it set aside.
     *
     * @return false when there is none of that name
     */
    public boolean retry(String name) {
        if (followers.stream().noneMatch(it -> it.name().equals(name))) {
            return false;
        }
        var now = Moments.text(clock.instant());
        writer.write(db -> SqlFollowers.hasten(db, name, now));
        bell.ring();
        return true;
    }

    @Override
    public void start() {
        register();
        running = true;
        for (var follower : followers) {
            threads.add(
                    Thread.ofVirtual()
                            .name("follower-" + follower.name())
                            .start(() -> follow(follower)));
        }
    }

    private void follow(Follower follower) {
        while (running) {
            try {
                long heard = bell.times();
                tryToCatchUp(follower);
                bell.await(heard, POLL);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tryToCatchUp(Follower follower) {
        try {
            catchUp(follower);
        } catch (Overloaded | StorageFailed | OutcomeUnknown e) {
            log.info("{} waits: {}", follower.name(), e.getMessage());
        } catch (RuntimeException | Error e) { // a fault of ours; it must not end the thread
            log.error("{} could not go on", follower.name(), e);
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server: a follower that begins now misses nothing that is said then. */
    @Override
    public int getPhase() {
        return 0;
    }
}
