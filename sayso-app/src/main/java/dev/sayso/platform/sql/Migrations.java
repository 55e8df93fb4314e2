package dev.sayso.platform.sql;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

import java.util.Arrays;

import javax.sql.DataSource;

/** Brings the tables to this version; refuses those of a later one. */
final class Migrations {
    private Migrations() {}

    static void run(DataSource dataSource, Dialect dialect, String where) {
        try {
            refuseLater(dataSource, dialect, where);
            flyway(dataSource, dialect).migrate();
        } catch (FlywayException e) {
            throw new StartProblem(
                    "The tables in "
                            + where
                            + " could not be brought to this version ("
                            + e.getErrorCode()
                            + "); restore a backup or ask for help with this line.",
                    e);
        }
    }

    /**
     * @throws StartProblem when the tables are of a later version
     */
    static void refuseLater(DataSource dataSource, Dialect dialect, String where) {
        Arrays.stream(flyway(dataSource, dialect).info().applied())
                .filter(migration -> isFuture(migration.getState()))
                .findFirst()
                .ifPresent(migration -> refuse(migration, where));
    }

    private static Flyway flyway(DataSource dataSource, Dialect dialect) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .placeholders(dialect.words())
                .table("schema_history")
                .load();
    }

    private static boolean isFuture(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }

    private static void refuse(MigrationInfo migration, String where) {
        throw new StartProblem(
                where
                        + " was written by a later version of Sayso (its tables are at version "
                        + migration.getVersion()
                        + "); start that version or a newer one.");
    }
}
