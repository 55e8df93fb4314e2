package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.faults.Recording.Call;
import dev.sayso.faults.Recording.Op;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The disk fails to flush. What was not flushed is not acknowledged, and no flush is tried again on
 * the same handle: the system may have let go what it could not write.
 */
class FlushFaults {
    private static final int FLUSHES = 200;
    private static final int STEP = 20;
    private static final int RUNS = Faults.count(2, STEP);

    @TempDir private Path folder;

    @Test
    void isNotAcknowledgedAndNeverTriedAgainOnTheSameHandle() throws Exception {
        var random = Faults.random("flush");
        int failed = 0;
        int acknowledged = 0;
        for (int run = 0; run < RUNS; run++) {
            int first = RUNS == STEP ? run + 1 : 1 + random.nextInt(STEP);
            var data = folder.resolve("data-" + run);
            var histories = folder.resolve("histories-" + run);
            var settings = Map.of("sayso.data", data.toString());
            try (var before = Child.start(List.of(), ClientsMain.class, settings, histories, 10)) {
                assertThat(before.awaitEnd(120)).as(before::errors).isZero();
            }
            var prefix = folder.resolve("strace-" + run);
            var inject =
                    "inject=fsync,fdatasync:error=EIO:when=" + first + ".." + FLUSHES + "+" + STEP;
            try (var child =
                    Child.start(
                            Recording.command(
                                    prefix,
                                    "-P",
                                    data.resolve("sayso.db-wal").toString(),
                                    "-e",
                                    inject),
                            ClientsMain.class,
                            settings,
                            histories,
                            2_000)) {
                assertThat(child.awaitEnd(300)).as(child::errors).isZero();
                failed += assertNoneIsTriedAgain(Recording.read(prefix, data));
                assertThat(child.errors()).contains("the store is opened anew");
            }
            var verdict = Judge.ofFile(data.resolve("sayso.db")).judge(histories);
            verdict.assertFlawless();
            acknowledged += verdict.acknowledged();
        }
        assertThat(failed).isPositive();
        Faults.report(
                "%d flushes failed with EIO: none was tried again on its handle, 0 of %d"
                        + " acknowledged lost, what was refused is not there",
                failed, acknowledged);
    }

    /** Counts those that failed; after one, its handle is closed before it is used again. */
    private static int assertNoneIsTriedAgain(List<Op> ops) {
        var spoilt = new HashSet<Integer>();
        int failed = 0;
        for (var op : ops) {
            if (op.call() == Call.CLOSE) {
                spoilt.remove(op.descriptor());
            } else if (op.isFlush()) {
                assertThat(spoilt)
                        .as("handles whose flush failed, at %s", op.began())
                        .doesNotContain(op.descriptor());
                if (op.failed()) {
                    spoilt.add(op.descriptor());
                    failed++;
                }
            }
        }
        return failed;
    }
}
