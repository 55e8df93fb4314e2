package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** There is no room, at each single write. */
class FullDiskFaults {
    private static final int WRITES = 300;
    private static final int STEP = 30;
    private static final int RUNS = Faults.count(2, STEP);

    @TempDir private Path folder;

    /** ENOSPC at each of the first writes of the writer, every {@link #STEP}th in one process. */
    @Test
    void atEachWriteIsRefusedAndNothingIsLost() throws Exception {
        var random = Faults.random("full disk");
        int refused = 0;
        int acknowledged = 0;
        for (int run = 0; run < RUNS; run++) {
            int first = RUNS == STEP ? run + 1 : 1 + random.nextInt(STEP);
            var data = folder.resolve("data-" + run);
            var histories = folder.resolve("histories-" + run);
            var settings = Map.of("sayso.data", data.toString());
            try (var before = Child.start(List.of(), ClientsMain.class, settings, histories, 10)) {
                assertThat(before.awaitEnd(120)).as(before::errors).isZero();
            }
            var inject = "inject=pwrite64:error=ENOSPC:when=" + first + ".." + WRITES + "+" + STEP;
            try (var child =
                    Child.start(
                            List.of(
                                    "strace",
                                    "-f",
                                    "-qq",
                                    "-o",
                                    "/dev/null",
                                    "-P",
                                    data.resolve("sayso.db-wal").toString(),
                                    "-e",
                                    "trace=pwrite64",
                                    "-e",
                                    inject),
                            ClientsMain.class,
                            settings,
                            histories,
                            150)) {
                assertThat(child.awaitEnd(180)).as(child::errors).isZero();
            }
            var verdict = Judge.ofFile(data.resolve("sayso.db")).judge(histories);
            verdict.assertFlawless();
            acknowledged += verdict.acknowledged();
            refused += verdict.refused();
        }
        assertThat(refused).as("some found the disk full").isPositive();
        Faults.report(
                "ENOSPC at %d of the first %d writes: %d captures refused, and not there; 0 of %d"
                        + " acknowledged lost",
                RUNS * (WRITES / STEP), WRITES, refused, acknowledged);
    }
}
