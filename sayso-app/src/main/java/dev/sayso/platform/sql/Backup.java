package dev.sayso.platform.sql;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A backup of a SQLite installation: one file, a plain database whose last line is the digest of
 * what stands before it, for its owner's eyes only.
 */
public final class Backup {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Backup() {}

    /**
     * Copies the database of the folder as it is at one moment, whether a server runs on it or not:
     * all that was acknowledged before is in it. The copy is read back and checked before it gets
     * its name; a file that is there is never written over.
     *
     * @return its size
     * @throws BackupRefused with the sentence that a person reads
     */
    public static long make(Path folder, Path target) {
        var database = folder.resolve(DataFolder.DATABASE);
        if (!Files.isRegularFile(database)) {
            throw new BackupRefused(
                    "There is no database in " + folder + "; name its folder with --data DIR.");
        }
        if (Files.exists(target)) {
            throw isThere(target);
        }
        var place = DataFolder.folderOf(target);
        Path copy;
        try {
            copy = Files.createTempFile(place, ".sayso-", ".part"); // its owner alone may read it
        } catch (IOException e) {
            throw new BackupRefused(place + " cannot be written; name a file elsewhere.", e);
        }
        try {
            copy(database, copy);
            check(copy, target);
            Seal.append(copy);
            Files.move(copy, target);
            DataFolder.flush(place);
            return Files.size(target);
        } catch (FileAlreadyExistsException e) {
            throw isThere(target);
        } catch (IOException e) {
            throw new BackupRefused("The copy could not be written: " + e.getMessage() + ".", e);
        } finally {
            delete(copy);
        }
    }

    private static BackupRefused isThere(Path target) {
        return new BackupRefused(target + " is there already; name a file that is not.");
    }

    private static void copy(Path database, Path copy) {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(5_000);
        try (var connection = open(database, config).getConnection();
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (SQLException e) {
            var dialect = new SqliteDialect();
            throw new BackupRefused(
                    dialect.isFull(e)
                            ? "There is no room for a copy in " + copy.getParent() + "."
                            : "The database could not be copied: " + dialect.explain(e) + ".",
                    e);
        }
    }

    /**
     * Puts the backup in the place of the folder's database. It is unpacked in a folder of its own
     * within, and checked there; until that is done, the old database is untouched, and from then
     * on an interrupted restore is completed by the next that opens the folder.
     *
     * @return where the database that was there before is kept, if there was one
     * @throws BackupRefused with the sentence that a person reads
     * @throws StartProblem when the folder cannot be had
     */
    public static Optional<Path> restore(Path folder, Path backup, Clock clock) {
        try (var held = DataFolder.openUnlessInUse(folder)) {
            if (held == null) {
                throw new BackupRefused(
                        "A Sayso runs on " + folder + "; stop it first, then restore.");
            }
            var unpacked = held.unpackingFolder();
            try {
                var database = unpacked.resolve(DataFolder.DATABASE);
                Files.copy(backup, database);
                if (!Seal.open(database)) {
                    throw new BackupRefused(
                            backup
                                    + " is not a whole backup of Sayso's: it was cut off or changed"
                                    + " since it was made, or is another file. Nothing was"
                                    + " restored.");
                }
                check(database, backup);
                Migrations.refuseLater(
                        open(database, readOnly()), new SqliteDialect(), backup.toString());
                DataFolder.belongsToWhoHas(folder, database);
                DataFolder.flush(unpacked);
                return held.take(unpacked, STAMP.format(clock.instant()));
            } finally {
                DataFolder.deleteUnpacked(unpacked);
            }
        } catch (NoSuchFileException e) {
            throw new BackupRefused("There is no file " + backup + ".", e);
        } catch (IOException e) {
            throw new BackupRefused(
                    backup + " could not be brought into " + folder + ": " + e.getMessage() + ".",
                    e);
        }
    }

    private static void check(Path database, Path called) {
        try (var connection = open(database, readOnly()).getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
            if (answer.next() && "ok".equals(answer.getString(1))) {
                return;
            }
        } catch (SQLException e) {
            throw damaged(called, e);
        }
        throw damaged(called, null);
    }

    private static BackupRefused damaged(Path called, @Nullable SQLException e) {
        var sentence = "The database for " + called + " is damaged; take an earlier backup.";
        return e == null ? new BackupRefused(sentence) : new BackupRefused(sentence, e);
    }

    private static SQLiteConfig readOnly() {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return config;
    }

    private static SQLiteDataSource open(Path database, SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database);
        return source;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // what is left is beside the point of whatever is told
        }
    }
}
