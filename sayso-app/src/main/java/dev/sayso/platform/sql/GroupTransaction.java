package dev.sayso.platform.sql;

import com.zaxxer.hikari.HikariDataSource;

import dev.sayso.platform.sql.Broken.Fate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * Runs units in one transaction and commits it. When one of them refuses, all run again, each in a
 * savepoint, so that the refusal of one harms no other; a savepoint makes SQLite copy pages again,
 * and a refusal is rare. The transaction's last row is the number of the group: when its COMMIT
 * ends neither well nor badly, that row tells. For one thread.
 */
final class GroupTransaction {
    private static final Logger log = LoggerFactory.getLogger(GroupTransaction.class);

    private final Dialect dialect;
    private final DataSource dataSource;
    private final WriterMeters meters;
    private final CommitMarks marks;
    private final HeldConnection held = new HeldConnection();
    private final JdbcClient db = JdbcClient.create(held);
    private List<Runnable> afterCommit = List.of();

    GroupTransaction(
            Dialect dialect,
            DataSource dataSource,
            WriterMeters meters,
            Clock clock,
            String writer) {
        this.dialect = dialect;
        this.dataSource = dataSource;
        this.meters = meters;
        this.marks = new CommitMarks(clock, writer);
    }

    /** Runs a unit within the one that runs. */
    <T> T join(Unit<T> unit) {
        return unit.in(db);
    }

    /** Keeps something for when the unit that runs is durable. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Returns once COMMIT has returned; no caller has been answered then. */
    Group commit(List<Waiting<?>> units) throws Broken {
        var connection = connect();
        boolean usable = false;
        try {
            held.hold(connection);
            long began = System.nanoTime();
            var group = run(connection, units);
            long flushing = System.nanoTime();
            end(connection, group);
            usable = true;
            meters.committed(units.size(), flushing - began, System.nanoTime() - flushing);
            return group;
        } catch (Broken e) {
            usable = rollBack(connection) && e.fate != Fate.REOPEN && e.fate != Fate.UNKNOWN;
            throw e;
        } finally {
            held.release();
            giveBack(connection, usable);
        }
    }

    /** Whether the group's COMMIT was carried out, looked up once that COMMIT cannot run on. */
    boolean isCommitted(Group group) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            begin(connection);
            try {
                return marks.has(connection, group.number());
            } finally {
                rollBack(connection);
            }
        }
    }

    private Connection connect() throws Broken {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new Broken(Fate.REOPEN, e);
        }
    }

    private void begin(Connection connection) throws SQLException {
        for (var statement : dialect.begin()) {
            execute(connection, statement);
        }
    }

    private Group run(Connection connection, List<Waiting<?>> units) throws Broken {
        try {
            begin(connection);
            var answers = runTogether(units);
            if (answers == null) {
                execute(connection, "ROLLBACK");
                begin(connection);
                answers = new ArrayList<>(units.size());
                for (var unit : units) {
                    answers.add(runInSavepoint(connection, unit));
                }
            }
            return new Group(marks.add(connection), answers);
        } catch (SQLException e) {
            throw new Broken(dialect.fate(e), e);
        }
    }

    /** Null when one of them refused; what the others wrote stands in the transaction then. */
    private @Nullable List<Runnable> runTogether(List<Waiting<?>> units) throws Broken {
        var answers = new ArrayList<Runnable>(units.size());
        for (var unit : units) {
            try {
                answers.add(run(unit));
            } catch (RuntimeException | Error refused) {
                breakIfEnded(refused);
                return null;
            }
        }
        return answers;
    }

    private <T> Runnable run(Waiting<T> unit) {
        var then = new ArrayList<Runnable>();
        afterCommit = then;
        try (var _ = unit.enter()) {
            T value = unit.unit.in(db);
            return () -> {
                unit.result.complete(value);
                then.forEach(Runnable::run);
            };
        }
    }

    private <T> Runnable runInSavepoint(Connection connection, Waiting<T> unit)
            throws SQLException, Broken {
        execute(connection, "SAVEPOINT unit");
        try {
            var answer = run(unit);
            execute(connection, "RELEASE SAVEPOINT unit");
            return answer;
        } catch (RuntimeException | Error refused) {
            breakIfEnded(refused);
            // fails where the error ended the transaction unseen; then nothing of the group is kept
            execute(connection, "ROLLBACK TO SAVEPOINT unit");
            execute(connection, "RELEASE SAVEPOINT unit");
            return () -> unit.refuse(refused);
        }
    }

    private void breakIfEnded(Throwable refused) throws Broken {
        var failure = sqlFailure(refused);
        if (failure != null && dialect.endsTransaction(failure)) {
            throw new Broken(dialect.fate(failure), failure);
        }
    }

    private void end(Connection connection, Group group) throws Broken {
        try {
            execute(connection, "COMMIT");
        } catch (SQLException e) {
            throw new Broken(dialect.fateOfCommit(e), e, group);
        }
    }

    /** False where the connection cannot be used any more. */
    private boolean rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
            return true;
        } catch (SQLException e) {
            log.debug("nothing to roll back: the transaction had ended", e);
            return dialect.mayHaveEnded(e);
        }
    }

    private void giveBack(Connection connection, boolean usable) {
        if (!usable && dataSource instanceof HikariDataSource pool) {
            pool.evictConnection(connection);
        }
        try {
            connection.close();
        } catch (SQLException e) { // what was committed stays so
            log.warn("a connection could not be given back", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable SQLException sqlFailure(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
