package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A copy of a store that is written to meanwhile, and its way back. */
@Timeout(60)
class BackupTests {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path temporary;
    private Path folder;
    private Path backup;

    @BeforeEach
    void place() {
        folder = temporary.resolve("data");
        backup = temporary.resolve("monday.sayso");
    }

    @Test
    void hasAllThatWasAcknowledgedBeforeItWhileOthersWrite() throws Exception {
        var acknowledged = new CopyOnWriteArrayList<String>();
        List<String> before;
        try (var store = Store.sqlite(folder);
                var writer = store.newWriter(new SimpleMeterRegistry(), CLOCK, 64);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            createThings(writer);
            var ended = new AtomicBoolean();
            for (int i = 0; i < 8; i++) {
                var name = "thing of " + i + " no ";
                threads.submit(
                        () -> {
                            for (int n = 0; !ended.get(); n++) {
                                add(writer, name + n);
                                acknowledged.add(name + n);
                            }
                        });
            }
            org.awaitility.Awaitility.await().until(() -> acknowledged.size() > 500);
            before = List.copyOf(acknowledged);
            Backup.make(folder, backup);
            ended.set(true);
        }

        Backup.restore(temporary.resolve("elsewhere"), backup, CLOCK);

        assertThat(things(temporary.resolve("elsewhere"))).containsAll(before);
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        make("Netflix");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(temporary).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void isNeverWrittenOverAnother() throws Exception {
        make("Netflix");
        var was = Files.readAllBytes(backup);

        assertThatThrownBy(() -> Backup.make(folder, backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("is there already");
        assertThat(backup).hasBinaryContent(was);
    }

    @Test
    void isRefusedWhereThereIsNothingToCopy() {
        assertThatThrownBy(() -> Backup.make(temporary, backup))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("There is no database in " + temporary);
        assertThat(temporary).isEmptyDirectory();
    }

    /** Every bit counts, those of the seal, too. */
    @Test
    void tellsOneBitThatFlipped() throws Exception {
        make("Netflix");
        add("Spotify");
        var random = new Random(42);
        long size = Files.size(backup);
        var bits =
                Stream.concat(Stream.of(0L, 8 * size - 1), random.longs(60, 0, 8 * size).boxed())
                        .toList();

        for (long bit : bits) {
            flip(backup, bit);
            assertThatThrownBy(() -> Backup.restore(folder, backup, CLOCK))
                    .as("bit %s", bit)
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("not a whole backup");
            flip(backup, bit);
        }

        assertThat(things(folder)).containsExactly("Netflix", "Spotify");
        assertThat(folder).isDirectoryNotContaining("glob:**{unpacking,restored,before}-*");
        Backup.restore(folder, backup, CLOCK);
        assertThat(things(folder)).containsExactly("Netflix");
    }

    /** The control: the database's own check sees no fault in a name that became another. */
    @Test
    void wouldNotBeToldByTheDatabasesOwnCheck() throws Exception {
        make("Netflix");
        var bytes = Files.readAllBytes(backup);
        int name = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Netf");
        flip(backup, 8L * name);

        assertThat(query(backup, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(query(backup, "SELECT name FROM things")).containsExactly("Oetflix");
    }

    @Test
    void tellsThatItWasCutOff() throws Exception {
        make("Netflix");
        try (var channel = FileChannel.open(backup, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(backup) / 2);
        }

        assertThatThrownBy(() -> Backup.restore(folder, backup, CLOCK))
                .hasMessageContaining("not a whole backup");
    }

    @Test
    void keepsTheDatabaseThatWasThere() throws Exception {
        make("Netflix");
        add("Spotify");

        var kept = Backup.restore(folder, backup, CLOCK).orElseThrow();

        assertThat(things(folder)).containsExactly("Netflix");
        assertThat(query(kept.resolve("sayso.db"), "SELECT name FROM things"))
                .containsExactly("Netflix", "Spotify");
    }

    @Test
    void isRefusedWhereALaterVersionMadeIt() throws Exception {
        create("Netflix");
        execute(
                folder.resolve("sayso.db"),
                """
                INSERT INTO schema_history
                SELECT installed_rank + 1, '999', 'of the future', type, script, checksum,
                       installed_by, installed_on, execution_time, success
                FROM   schema_history ORDER BY installed_rank DESC LIMIT 1
                """);
        Backup.make(folder, backup);

        var elsewhere = temporary.resolve("elsewhere");
        assertThatThrownBy(() -> Backup.restore(elsewhere, backup, CLOCK))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("later version of Sayso")
                .hasMessageContaining("999");
        assertThat(elsewhere.resolve("sayso.db")).doesNotExist();
    }

    @Test
    void isNotBroughtBackBeneathAServer() throws Exception {
        make("Netflix");

        try (var _ = Store.sqlite(folder)) {
            assertThatThrownBy(() -> Backup.restore(folder, backup, CLOCK))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("stop it first");
        }
    }

    /** As a kill leaves it while the backup is unpacked. */
    @Test
    void changesNothingUntilItIsUnpackedAndChecked() throws Exception {
        make("Netflix");
        add("Spotify");
        var left = Files.createDirectory(folder.resolve("unpacking-1"));
        Files.writeString(left.resolve("sayso.db"), "half of it");

        assertThat(things(folder)).containsExactly("Netflix", "Spotify");

        Backup.restore(folder, backup, CLOCK);
        assertThat(things(folder)).containsExactly("Netflix");
        assertThat(left).doesNotExist();
    }

    /** As a kill leaves it right after: by then the old log is its only unmoved part. */
    @Test
    void isCompletedByWhoeverOpensTheFolderNext() throws Exception {
        make("Netflix");
        Backup.restore(temporary.resolve("elsewhere"), backup, CLOCK);
        add("Spotify");
        var unpacked = Files.createDirectory(folder.resolve("restored-1"));
        Files.copy(
                temporary.resolve("elsewhere").resolve("sayso.db"), unpacked.resolve("sayso.db"));
        Files.createDirectory(folder.resolve("before-1"));
        Files.move(folder.resolve("sayso.db"), folder.resolve("before-1").resolve("sayso.db"));
        Files.writeString(folder.resolve("sayso.db-wal"), "of the old one");

        assertThat(things(folder)).containsExactly("Netflix");
        assertThat(folder.resolve("before-1").resolve("sayso.db-wal")).hasContent("of the old one");
        assertThat(unpacked).doesNotExist();
    }

    private void make(String thing) throws Exception {
        create(thing);
        Backup.make(folder, backup);
    }

    private void create(String thing) throws Exception {
        try (var store = Store.sqlite(folder);
                var writer = store.newWriter(new SimpleMeterRegistry(), CLOCK, 64)) {
            createThings(writer);
            add(writer, thing);
        }
    }

    private void add(String thing) throws Exception {
        try (var store = Store.sqlite(folder);
                var writer = store.newWriter(new SimpleMeterRegistry(), CLOCK, 64)) {
            add(writer, thing);
        }
    }

    private static void createThings(Writer writer) {
        writer.write(db -> db.sql("CREATE TABLE things (name TEXT NOT NULL)").update());
    }

    private static void add(Writer writer, String name) {
        writer.write(
                db -> db.sql("INSERT INTO things VALUES (:name)").param("name", name).update());
    }

    /** As the server finds them. */
    private static List<String> things(Path folder) throws Exception {
        try (var store = Store.sqlite(folder);
                var readers = store.newReaders()) {
            return readers.read(
                    db ->
                            db.sql("SELECT name FROM things ORDER BY rowid")
                                    .query(String.class)
                                    .list());
        }
    }

    private static List<String> query(Path file, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void flip(Path file, long bit) throws Exception {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, bit / 8);
            one.put(0, (byte) (one.get(0) ^ 1 << bit % 8));
            channel.write(one.rewind(), bit / 8);
        }
    }
}
