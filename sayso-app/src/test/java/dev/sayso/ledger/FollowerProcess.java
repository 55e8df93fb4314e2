package dev.sayso.ledger;

import dev.sayso.platform.sql.Installation;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A follower in a process of its own, which is killed in the middle: it says so at every fiftieth
 * event, within the unit that takes it.
 */
final class FollowerProcess {
    static final int TOLD = 50;

    private FollowerProcess() {}

    public static void main(String[] arguments) {
        var clock = Clock.systemUTC();
        try (var installation = Installation.open(Path.of(arguments[0]), arguments[1], clock)) {
            if (arguments[2].equals("naive")) {
                var naive = new Naive(installation, new Telling());
                while (naive.next(_ -> {})) {
                    // until nothing is left
                }
            } else {
                var followers =
                        new Followers(
                                List.of(new Telling()),
                                installation.writer(),
                                installation.readers(),
                                new Bell(),
                                clock);
                followers.register();
                followers.catchUp();
            }
            System.out.println("done");
        }
    }

    private static final class Telling implements Follower {
        private final AtomicInteger taken = new AtomicInteger();

        @Override
        public String name() {
            return "telling";
        }

        @Override
        public Start start() {
            return Start.FIRST_EVENT;
        }

        @Override
        public void on(org.springframework.jdbc.core.simple.JdbcClient db, StoredEvent event) {
            Log.take(db, name(), event);
            if (taken.incrementAndGet() % TOLD == 0) {
                System.out.println("took");
            }
        }
    }
}
