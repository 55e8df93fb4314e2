package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.faults.CuttingProxy.Cut;
import dev.sayso.faults.History.Told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL is killed, stands still, or loses the answer to a COMMIT: what became of it is looked
 * up, never guessed, and Sayso goes on by itself.
 */
class PostgresFaults {
    private static final int KILLS = Faults.count(2, 20);
    private static final int PAUSES = Faults.count(1, 5);
    private static final int CUTS = Faults.count(20, 200);
    private static final Duration RECOVERY = Duration.ofSeconds(40);

    @TempDir private Path folder;

    @Test
    void killed() throws Exception {
        harm(
                "kills of PostgreSQL",
                KILLS,
                (server, _, random) -> {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
                    server.kill();
                    server.startAgain();
                });
    }

    /** Longer than the driver waits for an answer. */
    @Test
    void paused() throws Exception {
        harm(
                "pauses of PostgreSQL of 12 s",
                PAUSES,
                (server, _, random) -> {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
                    server.pause();
                    TimeUnit.SECONDS.sleep(12);
                    server.goOn();
                });
    }

    @Test
    void cutOffAtCommit() throws Exception {
        harm(
                "COMMITs cut off, before they arrived or after they were carried out",
                CUTS,
                (_, proxy, random) -> {
                    proxy.cutAtNextCommit(
                            random.nextBoolean() ? Cut.BEFORE_COMMIT : Cut.AFTER_COMMIT);
                    org.awaitility.Awaitility.await().atMost(RECOVERY).until(proxy::hasCut);
                });
    }

    private interface Harm {
        void doTo(PostgresServer server, CuttingProxy proxy, Random random) throws Exception;
    }

    private void harm(String what, int times, Harm harm) throws Exception {
        var random = Faults.random(what);
        var histories = folder.resolve("histories");
        try (var server = new PostgresServer(folder.resolve("postgres"));
                var proxy = new CuttingProxy(server.port())) {
            var settings =
                    Map.of(
                            "sayso.database.url",
                            proxy.url(server.url()),
                            "sayso.data",
                            folder.toString());
            try (var child =
                    Child.start(
                            List.of(), ClientsMain.class, settings, histories, Integer.MAX_VALUE)) {
                child.awaitLine(ClientsMain.READY);
                for (int i = 0; i < times; i++) {
                    harm.doTo(server, proxy, random);
                    long before = done(histories);
                    org.awaitility.Awaitility.await()
                            .atMost(RECOVERY)
                            .until(() -> done(histories) > before);
                }
                child.kill();
            }
            try (var last = Child.start(List.of(), ClientsMain.class, settings, histories, 1)) {
                assertThat(last.awaitEnd(120)).as(last::errors).isZero();
            }
            var verdict = new Judge(server.url()).judge(histories);
            verdict.assertFlawless();
            assertThat(History.all(histories).values()).doesNotContain(Told.SENT, Told.UNKNOWN);
            Faults.report(
                    "%d %s: 0 of %d acknowledged lost, 0 twice, none of %d refused is there",
                    times, what, verdict.acknowledged(), verdict.refused());
        }
    }

    private static long done(Path histories) throws Exception {
        return History.all(histories).values().stream().filter(it -> it == Told.DONE).count();
    }
}
