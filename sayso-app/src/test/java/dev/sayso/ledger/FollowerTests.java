package dev.sayso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.MutableClock;
import dev.sayso.ledger.Follower.Start;
import dev.sayso.platform.sql.Installation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Followers take each event once and only once, in order, whatever happens to them. */
class FollowerTests {
    @TempDir static Path folder;
    private final MutableClock clock = new MutableClock("2026-11-24T10:00:00+05:30");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Installation installation;
    private Log log;

    /** Of the database, where it is not the folder's own. */
    String url() {
        return "";
    }

    @BeforeEach
    void open() {
        installation = Installation.open(folder, url(), clock);
        log = new Log(installation).begin();
    }

    @AfterEach
    void close() {
        installation.close();
    }

    @Test
    void takesEveryEventInOrderAndBearsGaps() {
        log.note("x", 700);
        installation
                .writer()
                .write(
                        db ->
                                db.sql("DELETE FROM events WHERE version BETWEEN 100 AND 150")
                                        .update());
        var follower = new Taking("all", Start.FIRST_EVENT);

        catchUp(follower);
        log.note("y", 3);
        catchUp(follower);

        assertThat(log.taken("all")).isEqualTo(log.positions()).hasSize(700 - 51 + 3);
        assertThat(follower.seen).isEqualTo(log.positions());
    }

    @Test
    void beginsAtTheFirstEventOrNow() {
        log.note("x", 3);
        var first = new Taking("first", Start.FIRST_EVENT);
        var now = new Taking("now", Start.NOW);
        var followers = followers(installation, first, now);
        followers.register();

        log.note("y", 2);
        followers.catchUp();

        assertThat(log.taken("first")).isEqualTo(log.positions());
        assertThat(log.taken("now")).isEqualTo(log.positionsOf("y"));
        // it is not new any more
        followers(installation, now).register();
        followers.catchUp();
        assertThat(log.taken("now")).hasSize(2);
    }

    @Test
    void setsASubscriptionAsideWhenItsEventFailsAndGoesOnWithTheOthers() {
        log.note("x", 2);
        log.note("y", 2);
        log.note("x", 2);
        var failing = new Taking("failing", Start.FIRST_EVENT);
        failing.poison.add(log.positionsOf("x").get(1));
        var other = new Taking("other", Start.FIRST_EVENT);
        var followers = followers(installation, failing, other);
        var standings =
                new FollowerStandings(
                        List.of(failing, other), installation.readers(), clock, registry);
        followers.register();

        followers.catchUp();

        assertThat(log.taken("other")).isEqualTo(log.positions());
        assertThat(log.taken("failing"))
                .isEqualTo(
                        List.of(
                                log.positionsOf("x").get(0),
                                log.positionsOf("y").get(0),
                                log.positionsOf("y").get(1)));
        var follows = standings.all().getFirst();
        assertThat(follows.behind()).isZero();
        assertThat(follows.parked()).hasSize(1);
        assertThat(follows.parked().getFirst().subscriptionId()).isEqualTo(new SubscriptionId("x"));
        assertThat(follows.parked().getFirst().failure()).isEqualTo("IllegalStateException");
        assertThat(registry.get("sayso.follower.parked").tag("follower", "failing").gauge().value())
                .isEqualTo(1);

        // not mended: tried again in a minute, and put off for longer
        clock.advance(Duration.ofMinutes(1));
        followers.catchUp();
        assertThat(standings.all().getFirst().parked().getFirst().attempts()).isEqualTo(1);

        failing.poison.clear();
        followers.retry("failing");
        followers.catchUp();

        assertThat(log.taken("failing")).isEqualTo(log.positions());
        assertThat(standings.all().getFirst().parked()).isEmpty();
        log.note("x", 1);
        followers.catchUp();
        assertThat(log.taken("failing")).isEqualTo(log.positions());
    }

    @Test
    void setsAsideWhatCannotBeReadAtAll() {
        log.note("x", "{\"name\":");
        log.note("y", 1);
        var follower = new Taking("reading", Start.FIRST_EVENT);

        catchUp(follower);

        assertThat(log.taken("reading")).isEqualTo(log.positionsOf("y"));
    }

    @Test
    void controlAFollowerThatSetsNothingAsideStandsStill() {
        log.note("x", 1);
        log.note("y", 1);
        var follower = new Taking("naive", Start.FIRST_EVENT);
        follower.poison.add(log.positionsOf("x").getFirst());
        var naive = new Naive(installation, follower);

        assertThatThrownBy(() -> naive.next(_ -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> naive.next(_ -> {})).isInstanceOf(IllegalStateException.class);

        assertThat(log.taken("naive")).isEmpty();
    }

    @Test
    void tellsHowFarBehindItIs() {
        var follower = new Taking("late", Start.FIRST_EVENT);
        var followers = followers(installation, follower);
        followers.register();
        new FollowerStandings(List.of(follower), installation.readers(), clock, registry);
        log.note("x", 5);

        assertThat(gauge("sayso.follower.age"))
                .isEqualTo(Duration.ofHours(4).plusMinutes(30).toSeconds());
        assertThat(gauge("sayso.follower.lag")).isPositive();
    }

    private double gauge(String name) {
        return registry.get(name).tag("follower", "late").gauge().value();
    }

    @Test
    void takesEachEventOnceWhenItIsKilledInTheMiddleAgainAndAgain() throws Exception {
        log.note("x", 2_000);

        for (int took = 1; took <= 9; took += 2) {
            killAfter(took, "real");
        }
        assertThat(run("real", Integer.MAX_VALUE)).isTrue();

        assertThat(log.taken("telling")).isEqualTo(log.positions());
    }

    @Test
    void controlTheKillFindsAFollowerWhoseCursorIsNotInTheUnit() throws Exception {
        log.note("x", 300);

        killAfter(3, "naive");
        assertThat(run("naive", Integer.MAX_VALUE)).isTrue();

        assertThat(log.taken("telling")).hasSizeGreaterThan(300);
    }

    private void killAfter(int took, String kind) throws Exception {
        assertThat(run(kind, took)).as("it was killed before it was done").isFalse();
    }

    /** Runs it until it is done, or kills it after it took some; whether it was done. */
    private boolean run(String kind, int took) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FollowerProcess.class.getName(),
                                folder.toString(),
                                url(),
                                kind)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int seen = 0;
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("done")) {
                    return true;
                }
                if (line.equals("took") && ++seen == took) {
                    return false;
                }
            }
            throw new IllegalStateException("it ended by itself");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void isRunByOneInstanceAtATime() throws Exception {
        log.note("x", 1_500);
        try (var second = Installation.open(folder, url(), clock)) {
            followers(installation, new Taking("shared", Start.FIRST_EVENT)).register();

            together(
                    () -> {
                        followers(installation, new Taking("shared", Start.FIRST_EVENT)).catchUp();
                        return true;
                    },
                    () -> {
                        followers(second, new Taking("shared", Start.FIRST_EVENT)).catchUp();
                        return true;
                    });
        }

        assertThat(log.taken("shared")).isEqualTo(log.positions());
    }

    @Test
    void controlTwoInstancesThatReadTheCursorBeforeTheUnitTakeEventsTwice() throws Exception {
        log.note("x", 100);
        var both = new CyclicBarrier(2);
        try (var second = Installation.open(folder, url(), clock)) {
            var one = new Naive(installation, new Taking("naive", Start.FIRST_EVENT));
            var other = new Naive(second, new Taking("naive", Start.FIRST_EVENT));

            together(() -> one.next(_ -> meet(both)), () -> other.next(_ -> meet(both)));
        }

        assertThat(log.taken("naive")).hasSize(200);
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        boolean run() throws Exception;
    }

    private static void together(Work one, Work other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both =
                    List.of(threads.submit(one::run), threads.submit(other::run));
            for (var it : both) {
                it.get();
            }
        }
    }

    private void catchUp(Follower follower) {
        var followers = followers(installation, follower);
        followers.register();
        followers.catchUp();
    }

    private Followers followers(Installation at, Follower... followers) {
        return new Followers(List.of(followers), at.writer(), at.readers(), new Bell(), clock);
    }

    /** Writes down what it takes; throws at the poisonous. */
    private static final class Taking implements Follower {
        final Set<Long> poison = ConcurrentHashMap.newKeySet();
        final List<Long> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        private final String name;
        private final Start start;

        Taking(String name, Start start) {
            this.name = name;
            this.start = start;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Start start() {
            return start;
        }

        @Override
        public void on(JdbcClient db, StoredEvent event) {
            Log.take(db, name, event);
            if (poison.contains(event.position())) {
                throw new IllegalStateException("poison");
            }
            seen.add(event.position());
        }
    }
}
