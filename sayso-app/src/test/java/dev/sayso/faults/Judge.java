package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.faults.History.Told;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds what the clients were told against what the tables have. */
final class Judge {
    private final String url;

    Judge(String url) {
        this.url = url;
    }

    static Judge ofFile(Path database) {
        return new Judge("jdbc:sqlite:" + database);
    }

    /**
     * Keys by what is wrong with them; all are empty where all is well.
     *
     * @param lost acknowledged, and not there
     * @param twice there more than once
     * @param halfDone there in part: a capture without its event, an event without its row, …
     * @param toldWrongly said to be not written, and there
     */
    record Verdict(
            int acknowledged,
            int refused,
            Set<String> lost,
            Set<String> twice,
            Set<String> halfDone,
            Set<String> toldWrongly) {

        void assertFlawless() {
            assertThat(lost).as("acknowledged and lost").isEmpty();
            assertThat(twice).as("there twice").isEmpty();
            assertThat(halfDone).as("half done").isEmpty();
            assertThat(toldWrongly).as("refused, and there all the same").isEmpty();
        }
    }

    Verdict judge(Path histories) throws Exception {
        return judge(History.all(histories));
    }

    Verdict judge(Map<String, Told> told) throws SQLException {
        return judge(told, Set.of());
    }

    /**
     * @param aside captures that no history has
     */
    Verdict judge(Map<String, Told> told, Set<String> aside) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            return judge(told, aside, connection);
        }
    }

    private static Verdict judge(Map<String, Told> told, Set<String> aside, Connection db)
            throws SQLException {
        var captures = pairs(db, "SELECT said, id FROM captures");
        var events = pairs(db, "SELECT cause, subscription_id FROM events");
        var subscriptions = pairs(db, "SELECT id, name FROM subscriptions");
        var folded = new HashSet<String>();
        events.values().forEach(folded::addAll);
        events.keySet().removeAll(aside);
        var keys = pairs(db, "SELECT key, reply FROM idempotency_keys");

        var lost = new TreeSet<String>();
        var twice = new TreeSet<String>();
        var halfDone = new TreeSet<String>();
        var toldWrongly = new TreeSet<String>();
        var seen = new HashSet<String>();
        told.forEach(
                (key, last) -> {
                    var ids = captures.getOrDefault(Clients.text(key), List.of());
                    seen.addAll(ids);
                    if (ids.isEmpty() && last == Told.DONE) {
                        lost.add(key);
                    }
                    if (!ids.isEmpty() && last == Told.REFUSED) {
                        toldWrongly.add(key);
                    }
                    if (ids.size() > 1) {
                        twice.add(key);
                    }
                    if (ids.isEmpty() == keys.containsKey(key)) {
                        halfDone.add(key);
                    }
                    for (var id : ids) {
                        var of = events.getOrDefault(id, List.of());
                        if (of.size() > 1) {
                            twice.add(key);
                        }
                        if (of.isEmpty()
                                || !subscriptions
                                        .getOrDefault(of.getFirst(), List.of())
                                        .equals(List.of(Clients.name(key)))
                                || !keys.getOrDefault(key, List.of("")).getFirst().contains(id)) {
                            halfDone.add(key);
                        }
                    }
                });
        // and the other way round: nothing is there that nobody said
        events.keySet().stream().filter(cause -> !seen.contains(cause)).forEach(halfDone::add);
        subscriptions.keySet().stream().filter(id -> !folded.contains(id)).forEach(halfDone::add);
        return new Verdict(
                count(told, Told.DONE),
                count(told, Told.REFUSED),
                lost,
                twice,
                halfDone,
                toldWrongly);
    }

    private static int count(Map<String, Told> told, Told of) {
        return (int) told.values().stream().filter(last -> last == of).count();
    }

    /** SQLite's own check of the file. */
    String integrity() throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA integrity_check")) {
            return answer.getString(1);
        }
    }

    private static Map<String, List<String>> pairs(Connection db, String sql) throws SQLException {
        var pairs = new HashMap<String, List<String>>();
        try (var statement = db.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(String.valueOf(rows.getString(2)));
            }
        }
        return pairs;
    }
}
