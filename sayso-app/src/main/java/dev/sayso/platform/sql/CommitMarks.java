package dev.sayso.platform.sql;

import dev.sayso.platform.time.Moments;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** The row of {@code commits} by which a writer finds out whether a COMMIT was carried out. */
final class CommitMarks {
    private static final String ADD =
            """
            INSERT INTO commits (writer, number, committed_at)
            VALUES (?, ?, ?)
            ON CONFLICT (writer) DO UPDATE SET number = excluded.number, committed_at = excluded.committed_at
            """;
    private static final String HAS = "SELECT 1 FROM commits WHERE writer = ? AND number = ?";

    private final Clock clock;
    private final String writer;
    private long last;

    CommitMarks(Clock clock, String writer) {
        this.clock = clock;
        this.writer = writer;
    }

    /** Leaves the next number in the transaction, and returns it. */
    long add(Connection connection) throws SQLException {
        last++;
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setString(1, writer);
            statement.setLong(2, last);
            statement.setString(3, Moments.text(clock.instant()));
            statement.executeUpdate();
        }
        return last;
    }

    boolean has(Connection connection, long number) throws SQLException {
        try (var statement = connection.prepareStatement(HAS)) {
            statement.setString(1, writer);
            statement.setLong(2, number);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
