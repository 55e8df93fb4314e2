package dev.sayso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.process.SaysoProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A backup of the real server, while it is spoken to. */
class BackupProcessTests {
    @TempDir private Path folder;

    @Test
    void isMadeWhileTheServerRunsAndBroughtBackWhenItDoesNot() throws Exception {
        var data = folder.resolve("data");
        var backup = folder.resolve("monday.sayso");
        var acknowledged = new CopyOnWriteArrayList<String>();
        List<String> before;
        try (var sayso = SaysoProcess.serve(data, 0)) {
            var port = String.valueOf(sayso.port());
            var enough = new CountDownLatch(20);
            try (var clients = Executors.newFixedThreadPool(4)) {
                for (int i = 0; i < 60; i++) {
                    var name = name(i);
                    clients.submit(
                            () -> {
                                if (new Screen().run(name + " 499 monthly", "--port", port) == 0) {
                                    acknowledged.add(name);
                                    enough.countDown();
                                }
                            });
                }
                enough.await();
                before = List.copyOf(acknowledged);
                var screen = new Screen();
                assertThat(backup(screen, data, "backup", backup)).as(screen::err).isZero();
                assertThat(screen.out()).contains("Copied to " + backup, "checked");
            }
            assertThat(acknowledged).hasSize(60);

            var refused = new Screen();
            assertThat(backup(refused, data, "restore", backup)).isEqualTo(1);
            assertThat(refused.err()).contains("stop it first").hasLineCount(1);
        }
        var restored = new Screen();
        assertThat(backup(restored, data, "restore", backup)).as(restored::err).isZero();
        assertThat(restored.out()).contains("is kept in " + data.resolve("before-"));

        try (var sayso = SaysoProcess.serve(data, 0)) {
            var list = new Screen();
            assertThat(list.run("list", "--port", String.valueOf(sayso.port()))).isZero();
            assertThat(list.out()).contains(before);
        }
    }

    @Test
    void leavesPostgresToItsOwnTools() {
        for (var command : List.of("backup", "restore")) {
            var screen = new Screen().with("SAYSO_DATABASE_URL", "jdbc:postgresql://host/sayso");

            assertThat(screen.run(command, folder.resolve("file").toString())).isEqualTo(1);
            assertThat(screen.err()).contains("on PostgreSQL", "pg_").hasLineCount(1);
        }
        assertThat(Files.exists(folder.resolve("file"))).isFalse();
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        var screen = new Screen();
        var missing = folder.resolve("missing");

        assertThat(backup(screen, folder.resolve("data"), "restore", missing)).isEqualTo(1);
        assertThat(screen.err()).contains("There is no file " + missing).hasLineCount(1);
    }

    private static int backup(Screen screen, Path data, String command, Path file) {
        return screen.run(command, file.toString(), "--data", data.toString());
    }

    private static String name(int number) {
        return "Zuk"
                + "bcdfghjklm".charAt(number / 10)
                + "o"
                + "bcdfghjklm".charAt(number % 10)
                + "o";
    }
}
