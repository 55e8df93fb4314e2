package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.faults.History.Told;
import dev.sayso.process.SaysoProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** There is no room: on a small file system that is filled, and at each single write. */
class FullDiskFaults {
    private static final int WRITES = 300;
    private static final int STEP = 30;
    private static final int RUNS = Faults.count(2, STEP);

    @TempDir private Path folder;

    /** Everything but writing goes on, Undo too, and writing as soon as there is room. */
    @Test
    void isToldAndLivedWith() throws Exception {
        var histories = folder.resolve("histories");
        try (var disk = SmallDisk.mount(folder.resolve("disk"), "24m");
                var sayso = SaysoProcess.serve(disk.path().resolve("data"), 0)) {
            var door = new HttpDoor(sayso.awaitReady());
            new Clients(histories, HttpDoor.CLIENTS, door).run(100);
            var mistakes = List.of(captured(door, "Mistakeone"), captured(door, "Mistaketwo"));
            var judge = Judge.ofFile(disk.path().resolve("data").resolve("sayso.db"));

            disk.fill();
            int said = sayUntilRefused(door, histories);

            assertThat(door.capture("over", "Toolate 499 monthly").body()).contains("disk is full");
            assertThat(door.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(door.get("/api/subscriptions").body()).contains("Mistakeone");
            assertThat(door.get("/").statusCode()).isEqualTo(200);
            for (var mistake : mistakes) {
                var undone = door.post("/api/captures/" + mistake + "/undo");
                assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
                // the room that was let go for it is not for others
                assertThat(door.capture("over", "Toolate 499 monthly").statusCode()).isEqualTo(507);
            }
            assertThat(door.get("/api/subscriptions").body()).doesNotContain("Mistake");

            disk.makeRoom();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> say(door, histories) == Told.DONE);
            var verdict = judge.judge(History.all(histories), Set.copyOf(mistakes));
            verdict.assertFlawless();
            Faults.report(
                    "a full disk: %d captures told 507, reading and Undo worked, writing went on"
                            + " within 5 s of room, 0 of %d acknowledged lost",
                    said, verdict.acknowledged());
        }
    }

    /** It starts on a full disk, too, so that what is there can be read and taken back. */
    @Test
    void doesNotKeepItFromStarting() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), "24m")) {
            var data = disk.path().resolve("data");
            String mistake;
            try (var sayso = SaysoProcess.serve(data, 0)) {
                mistake = captured(new HttpDoor(sayso.awaitReady()), "Mistake");
                sayso.stop();
            }
            disk.fill();
            try (var sayso = SaysoProcess.serve(data, 0)) {
                var door = new HttpDoor(sayso.awaitReady());
                assertThat(door.get("/api/subscriptions").body()).contains("Mistake");
                assertThat(door.capture("over", "Toolate 499 monthly").statusCode()).isEqualTo(507);
                assertThat(door.post("/api/captures/" + mistake + "/undo").statusCode())
                        .isEqualTo(200);
            }
        }
    }

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

    private static String captured(HttpDoor door, String name) throws IOException {
        var said = door.capture("of-" + name, name + " 499 monthly");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(said.body()).path("id").asString();
    }

    private static int sayUntilRefused(HttpDoor door, Path histories) throws IOException {
        for (int refused = 0; refused < 5; ) {
            if (say(door, histories) == Told.REFUSED) {
                refused++;
            }
        }
        return 5;
    }

    private static Told say(HttpDoor door, Path histories) throws IOException {
        try (var history = History.of(histories, 9)) {
            var key = "9-" + history.read().size();
            history.write(Told.SENT, key);
            var told = door.say(9, key, Clients.text(key));
            history.write(told, key);
            return told;
        }
    }

    /** A file system in memory of a size of its own. */
    private record SmallDisk(Path path) implements AutoCloseable {
        static SmallDisk mount(Path path, String size) throws Exception {
            Files.createDirectories(path);
            run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString());
            return new SmallDisk(path);
        }

        /** To its last byte. */
        void fill() throws IOException {
            try (var ballast =
                    FileChannel.open(
                            ballast(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                while (true) {
                    ballast.write(ByteBuffer.allocate(4_096));
                }
            } catch (IOException full) {
                // it is
            }
        }

        void makeRoom() throws IOException {
            Files.delete(ballast());
        }

        private Path ballast() {
            return path.resolve("ballast");
        }

        @Override
        public void close() throws Exception {
            run("umount", "--lazy", path.toString());
        }

        private static void run(String... command) throws Exception {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("%s (it needs root): %s", String.join(" ", command), said)
                    .isZero();
        }
    }
}
