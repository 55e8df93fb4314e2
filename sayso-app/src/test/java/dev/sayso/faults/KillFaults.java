package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.faults.History.Told;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** SIGKILL at random moments of concurrent captures: none is lost, twice or half done. */
class KillFaults {
    private static final int KILLS = Faults.count(8, 100);
    private static final int CAPTURES = Faults.count(400, 5_000);

    @TempDir private Path folder;

    @Test
    void ofTheStoreOnSqlite() throws Exception {
        var data = folder.resolve("data");
        store(Map.of("sayso.data", data.toString()), Judge.ofFile(data.resolve("sayso.db")));
    }

    @Test
    void ofTheStoreOnPostgres() throws Exception {
        try (var server = EmbeddedPostgres.builder().start()) {
            var url = server.getJdbcUrl("postgres", "postgres");
            store(
                    Map.of("sayso.database.url", url, "sayso.data", folder.toString()),
                    new Judge(url));
        }
    }

    private void store(Map<String, String> settings, Judge judge) throws Exception {
        var random = Faults.random("kill");
        var histories = folder.resolve("histories");
        int kills = 0;
        Judge.Verdict verdict;
        do {
            try (var child =
                    Child.start(
                            List.of(), ClientsMain.class, settings, histories, Integer.MAX_VALUE)) {
                if (kills > 0 && random.nextInt(8) == 0) { // while it opens the store
                    assertThat(child.awaitEnd(random.nextInt(900), TimeUnit.MILLISECONDS))
                            .isFalse();
                } else {
                    child.awaitLine(ClientsMain.READY);
                    child.awaitEnd(random.nextInt(500), TimeUnit.MILLISECONDS);
                }
                child.kill();
            }
            kills++;
            verdict = judge.judge(histories);
            verdict.assertFlawless();
        } while (kills < KILLS || verdict.acknowledged() < CAPTURES);
        resolve(settings, histories);

        verdict = judge.judge(histories);
        verdict.assertFlawless();
        assertThat(History.all(histories).values()).doesNotContain(Told.SENT, Told.UNKNOWN);
        Faults.report(
                "%d kills of the store, %d captures acknowledged on %s: 0 lost, 0 twice, 0 half"
                        + " done, every cut one resolved by its key",
                kills, verdict.acknowledged(), kind(settings));
    }

    private static void resolve(Map<String, String> settings, Path histories) throws Exception {
        try (var last = Child.start(List.of(), ClientsMain.class, settings, histories, 1)) {
            assertThat(last.awaitEnd(60)).as(last::errors).isZero();
        }
    }

    private static String kind(Map<String, String> settings) {
        return settings.containsKey("sayso.database.url") ? "PostgreSQL" : "SQLite";
    }
}
