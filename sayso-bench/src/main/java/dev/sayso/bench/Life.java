package dev.sayso.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Years of life for accounts that are there: events put straight into the log of a SQLite file, ten
 * a subscription, a hundred subscriptions an account. What is made from them a rebuild makes.
 */
final class Life {
    static final int SUBSCRIPTIONS = 100;
    static final int EVENTS = 10;
    private static final String EVENT =
            """
            INSERT INTO events (id, account_id, subscription_id, version, type, schema_version,
                                recorded_at, occurred_on, cause, payload)
            VALUES (?, ?, ?, ?, ?, 1, ?, ?, 'bench', ?)
            """;
    private static final String SETTINGS =
            """
            INSERT INTO reminder_settings (account_id, remind_at, kinds_off, cancel_by_days,
                                           trial_days, digest_on, changed_at)
            VALUES (?, ?, 'digest', 14, 2, 1, ?)
            """;

    private final Path database;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    Life(Path folder) {
        database = folder.resolve("sayso.db");
    }

    /**
     * Puts it there: a reminder of every subscription is due today.
     *
     * @param dueAt the hour of it, UTC
     */
    void write(LocalTime dueAt) throws SQLException {
        var noted = today.minusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC).toString();
        var recordedAt = noted.replace("Z", ".000Z");
        try (var connection = open()) {
            connection.setAutoCommit(false);
            var accounts = accounts(connection);
            try (var settings = connection.prepareStatement(SETTINGS);
                    var zone = connection.createStatement();
                    var event = connection.prepareStatement(EVENT)) {
                zone.execute("UPDATE accounts SET zone = 'UTC'");
                long number = 0;
                for (var account : accounts) {
                    settings.setString(1, account);
                    settings.setString(2, dueAt.toString());
                    settings.setString(3, recordedAt);
                    settings.executeUpdate();
                    for (int i = 0; i < SUBSCRIPTIONS; i++) {
                        var subscription = id(number++);
                        for (int version = 1; version <= EVENTS; version++) {
                            event.setString(1, id(number++));
                            event.setString(2, account);
                            event.setString(3, subscription);
                            event.setInt(4, version);
                            event.setString(5, type(version));
                            event.setString(6, recordedAt);
                            event.setString(7, today.minusDays(1).toString());
                            event.setString(8, payload(i, version));
                            event.addBatch();
                        }
                    }
                    event.executeBatch();
                }
            }
            connection.commit();
        }
    }

    /** Sets the hour at which reminders are due; a rebuild plans by it. */
    void moveTo(LocalTime dueAt) throws SQLException {
        try (var connection = open();
                var statement =
                        connection.prepareStatement("UPDATE reminder_settings SET remind_at = ?")) {
            statement.setString(1, dueAt.toString());
            statement.executeUpdate();
        }
    }

    private static String type(int version) {
        return version == 1
                ? "SUBSCRIPTION_CREATED"
                : version % 2 == 0 ? "PAYMENT_RECORDED" : "SUBSCRIPTION_PRICE_CHANGED";
    }

    private String payload(int subscription, int version) {
        var named =
                "{\"name\":\"Service "
                        + (char) ('A' + subscription / 26)
                        + (char) ('a' + subscription % 26)
                        + "\",\"cost\":\""
                        + (100 + version)
                        + "\",\"currency\":\"INR\"";
        return switch (type(version)) {
            case "SUBSCRIPTION_CREATED" ->
                    named
                            + ",\"billing_cycle\":\"monthly\",\"next_renewal_on\":\""
                            + today.plusDays(3)
                            + "\"}";
            case "PAYMENT_RECORDED" ->
                    named + ",\"paid_on\":\"" + today.minusMonths(version) + "\"}";
            default -> named + "}";
        };
    }

    /** As the real ones: they sort as they were minted. */
    private static String id(long number) {
        return "019a0000-0000-7%03x-8%03x-%012x"
                .formatted(number & 0xfff, ThreadLocalRandom.current().nextInt(0xfff), number);
    }

    private static List<String> accounts(Connection connection) throws SQLException {
        var accounts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT id FROM accounts WHERE name <> 'local' ORDER BY id")) {
            while (rows.next()) {
                accounts.add(rows.getString(1));
            }
        }
        return accounts;
    }

    /** How many reminders were raised. */
    long raised() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM reminders")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=10000");
    }

    /** The first whole minute that leaves the server so long to start. */
    static Instant soon(int seconds) {
        var now = Instant.now();
        return now.plusSeconds(seconds + 59L).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }
}
