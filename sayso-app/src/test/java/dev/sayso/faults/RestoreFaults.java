package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.platform.sql.Backup;
import dev.sayso.platform.sql.Installation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Killed at any step, a restore leaves the old database whole, or the restored one. */
class RestoreFaults {
    private static final List<String> CALLS = List.of("fsync", "rename", "rmdir");
    private static final int MOST = 12;
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path folder;

    @Test
    void leaveTheOldOneOrTheNewOneWhole() throws Exception {
        var data = folder.resolve("data");
        var backup = folder.resolve("monday.sayso");
        write(data, "CREATE TABLE things (name TEXT NOT NULL)");
        write(data, "INSERT INTO things VALUES ('first')");
        Backup.make(data, backup);
        write(data, "INSERT INTO things VALUES ('later')");

        var steps = new ArrayList<String>();
        CALLS.forEach(
                call -> {
                    for (int n = 1; n <= MOST; n++) {
                        steps.add(call + ":signal=SIGKILL:when=" + n);
                    }
                });
        Collections.shuffle(steps, Faults.random("restore"));
        int killed = 0;
        int old = 0;
        for (var step : steps.subList(0, Faults.count(8, steps.size()))) {
            var copy = copy(data, folder.resolve("copy-" + step.replace(':', '-')));
            try (var child =
                    Child.start(
                            List.of(
                                    "strace",
                                    "-f",
                                    "-qq",
                                    "-o",
                                    "/dev/null",
                                    "-e",
                                    "trace=fsync,rename,rmdir",
                                    "-e",
                                    "inject=" + step),
                            RestoreMain.class,
                            Map.of(),
                            copy,
                            backup)) {
                killed += child.awaitEnd(120) == 0 ? 0 : 1;
            }
            var left = things(copy);
            assertThat(left).as(step).isIn(List.of("first"), List.of("first", "later"));
            old += left.size() - 1;
            Backup.restore(copy, backup, CLOCK);
            assertThat(things(copy)).as(step).containsExactly("first");
        }
        assertThat(killed).isPositive();
        Faults.report(
                "%d restores killed at a step of theirs: %d left the old database whole, the others"
                        + " the restored one",
                killed, old);
    }

    private static void write(Path data, String sql) {
        try (var installation = Installation.open(data, "", CLOCK)) {
            installation.writer().write(db -> db.sql(sql).update());
        }
    }

    private static List<String> things(Path data) {
        try (var installation = Installation.open(data, "", CLOCK)) {
            return installation
                    .readers()
                    .read(
                            db ->
                                    db.sql("SELECT name FROM things ORDER BY rowid LIMIT 9")
                                            .query(String.class)
                                            .list());
        }
    }

    private static Path copy(Path data, Path to) throws Exception {
        Files.createDirectories(to);
        Files.copy(data.resolve("sayso.db"), to.resolve("sayso.db"));
        return to;
    }
}
