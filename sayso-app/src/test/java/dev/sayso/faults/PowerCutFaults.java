package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.faults.History.Told;
import dev.sayso.faults.Recording.Call;
import dev.sayso.faults.Recording.Op;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The power fails at random moments of a real run. Its writes were recorded; of those that no flush
 * had confirmed by then, any may be missing.
 */
class PowerCutFaults {
    private static final int CUTS = Faults.count(100, 500);
    private static final int CAPTURES = Faults.count(400, 1_500);

    @TempDir private Path folder;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        var outcome = cut(record("FULL"));

        assertThat(outcome.lost).as("cuts that lost something acknowledged").isZero();
        assertThat(outcome.broken).as("cuts that broke the database").isEmpty();
        Faults.report(
                "%d power cuts of a run of %d captures: 0 lost what was acknowledged, 0 broke the"
                        + " database; %d writes, %d flushes recorded",
                CUTS, CAPTURES, outcome.writes, outcome.flushes);
    }

    /**
     * The control: where the log is not flushed at each commit, a power cut loses what was told.
     */
    @Test
    void wouldLoseWhereCommitsAreNotFlushed() throws Exception {
        var outcome = cut(record("NORMAL"));

        assertThat(outcome.lost).isPositive();
        Faults.report(
                "%d power cuts with synchronous=NORMAL: %d lost what was acknowledged",
                CUTS, outcome.lost);
    }

    private record Run(
            Map<String, byte[]> before, Map<String, Told> told, List<Op> ops, Path database) {}

    private record Outcome(int lost, List<String> broken, long writes, long flushes) {}

    private Run record(String synchronous) throws Exception {
        var data = folder.resolve(synchronous + "-data");
        var histories = folder.resolve(synchronous + "-histories");
        var settings = Map.of("sayso.data", data.toString(), ClientsMain.SYNCHRONOUS, synchronous);
        try (var first = Child.start(List.of(), ClientsMain.class, settings, histories, 20)) {
            assertThat(first.awaitEnd(120)).as(first::errors).isZero();
        }
        var told = History.all(histories);
        var before = new LinkedHashMap<String, byte[]>();
        try (var files = Files.newDirectoryStream(data, "sayso.db*")) {
            for (var file : files) {
                before.put(file.toString(), Files.readAllBytes(file));
            }
        }
        var prefix = folder.resolve(synchronous + "-strace");
        try (var recorded =
                Child.start(
                        Recording.command(prefix),
                        ClientsMain.class,
                        settings,
                        histories,
                        CAPTURES)) {
            assertThat(recorded.awaitEnd(300)).as(recorded::errors).isZero();
        }
        return new Run(before, told, Recording.read(prefix, folder), data.resolve("sayso.db"));
    }

    private Outcome cut(Run run) throws Exception {
        var told = run.ops.stream().filter(op -> op.file().endsWith(".history")).toList();
        var written =
                run.ops.stream()
                        .filter(op -> op.file().startsWith(run.database.toString()))
                        .filter(op -> !op.file().endsWith("-shm"))
                        .toList();
        var random = Faults.random("power cut");
        int lost = 0;
        var broken = new ArrayList<String>();
        for (int i = 0; i < CUTS; i++) {
            double cut = written.get(random.nextInt(written.size())).began() + 1e-7;
            var disk = new Disk();
            run.before.forEach(disk::put);
            disk.run(written, cut);
            var judge = Judge.ofFile(place(disk.afterTheCut(random), i));
            try {
                var verdict = judge.judge(toldBy(run.told, told, cut));
                if (!verdict.lost().isEmpty()) {
                    lost++;
                }
                var integrity = judge.integrity();
                if (!verdict.halfDone().isEmpty()
                        || !verdict.twice().isEmpty()
                        || !integrity.equals("ok")) {
                    broken.add("cut " + i + ": " + verdict + ", " + integrity);
                }
            } catch (SQLException e) {
                broken.add("cut " + i + " at " + cut + ": " + e);
            }
        }
        return new Outcome(
                lost,
                broken,
                written.stream().filter(op -> op.call() == Call.PWRITE64).count(),
                written.stream().filter(Op::isFlush).count());
    }

    private Path place(Map<String, byte[]> files, int number) throws Exception {
        var found = Files.createDirectories(folder.resolve("cut-" + number));
        for (var file : files.entrySet()) {
            var name = Path.of(file.getKey()).getFileName();
            if (!name.toString().endsWith("-shm")) { // shared memory does not outlive the power
                Files.write(found.resolve(name), file.getValue());
            }
        }
        return found.resolve("sayso.db");
    }

    /** What the clients had been told by the cut; what they began to hear counts as heard. */
    private static Map<String, Told> toldBy(
            Map<String, Told> before, List<Op> histories, double cut) {
        var told = new LinkedHashMap<>(before);
        for (var op : histories) {
            if (op.began() < cut && op.call() == Call.WRITE) {
                var words = new String(op.data(), StandardCharsets.US_ASCII).strip().split(" ");
                told.put(words[1], Told.valueOf(words[0]));
            }
        }
        return told;
    }
}
