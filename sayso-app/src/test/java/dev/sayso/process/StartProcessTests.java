package dev.sayso.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Whatever keeps it from starting is one sentence on the error stream and exit code 1. */
class StartProcessTests {
    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void placeTheData() {
        data = folder.resolve("data");
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var sayso = SaysoProcess.serve(data, other.getLocalPort())) {
            assertRefusal(
                    sayso,
                    "Port " + other.getLocalPort() + " is in use",
                    "choose another with --port N");
        }
    }

    @Test
    void saysThatAnotherSaysoHasTheFolder() throws Exception {
        Files.createDirectories(data);
        try (var channel =
                        FileChannel.open(
                                data.resolve("sayso.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = channel.lock();
                var sayso = SaysoProcess.serve(data, 0)) {
            assertRefusal(sayso, "Another Sayso uses the data folder " + data, "--data DIR");
        }
    }

    @Test
    void saysThatTheDatabaseIsLocked() throws Exception {
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE something (id TEXT)");
            statement.execute("BEGIN EXCLUSIVE");
            try (var sayso = SaysoProcess.serve(data, 0)) {
                assertRefusal(sayso, data.resolve("sayso.db").toString(), "another program holds");
            }
        }
    }

    @Test
    void saysThatTheDatabaseIsNone() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("sayso.db"), "This is no database.\n".repeat(1_000));
        try (var sayso = SaysoProcess.serve(data, 0)) {
            assertRefusal(sayso, data.resolve("sayso.db").toString());
        }
        assertThat(Files.readString(data.resolve("sayso.db"))).startsWith("This is no database.");
    }

    @Test
    void saysThatTheDatabaseIsOfALaterVersionAndLeavesItAlone() throws Exception {
        try (var sayso = SaysoProcess.serve(data, 0)) {
            sayso.awaitReady();
            assertThat(sayso.stop()).as("ended by SIGTERM").isEqualTo(128 + 15);
            assertThat(sayso.errors()).doesNotContain("\"ERROR\"");
        }
        execute(
                """
                INSERT INTO schema_history
                SELECT installed_rank + 1, '999', 'of the future', type, script, checksum,
                       installed_by, installed_on, execution_time, success
                FROM   schema_history ORDER BY installed_rank DESC LIMIT 1
                """);
        try (var sayso = SaysoProcess.serve(data, 0)) {
            assertRefusal(sayso, "later version of Sayso", "999");
        }
    }

    @Test
    void saysThatTheDatabaseIsDamaged() throws Exception {
        execute("CREATE TABLE something (id TEXT PRIMARY KEY)");
        execute(
                """
                INSERT INTO something
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
                SELECT 'row ' || i FROM n
                """);
        try (var file = FileChannel.open(data.resolve("sayso.db"), StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.allocate(20_000), 8_192);
        }
        try (var sayso = SaysoProcess.serve(data, 0)) {
            assertRefusal(sayso, data.resolve("sayso.db").toString());
        }
    }

    @Test
    void saysThatTheFolderCannotBeMade() throws Exception {
        try (var sayso = SaysoProcess.serve(Path.of("/dev/null/data"), 0)) {
            assertRefusal(sayso, "The data folder /dev/null/data cannot be made", "--data DIR");
        }
    }

    @Test
    void saysThatTheDatabaseIsReadOnly() throws Exception {
        execute("CREATE TABLE something (id TEXT)");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(
                data.resolve("sayso.db"), PosixFilePermissions.fromString("r--r--r--"));

        try (var sayso = startWithoutPrivileges()) {
            assertRefusal(sayso, data.resolve("sayso.db").toString(), "read-only");
        }
    }

    /** Root may write what is read-only, so where the tests run as root this runs as nobody. */
    private SaysoProcess startWithoutPrivileges() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SaysoProcess.serve(data, 0);
        }
        var jar =
                Files.copy(
                        SaysoProcess.JAR,
                        folder.resolve("sayso.jar"),
                        StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        return SaysoProcess.start(
                List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                jar,
                data,
                0);
    }

    private void execute(String sql) throws SQLException, IOException {
        try (var connection = database();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection database() throws SQLException, IOException {
        Files.createDirectories(data);
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("sayso.db"));
    }

    private static void assertRefusal(SaysoProcess sayso, String... words) throws Exception {
        assertThat(sayso.awaitEnd()).isEqualTo(1);
        assertThat(sayso.errors()).contains(words).hasLineCount(1);
    }
}
