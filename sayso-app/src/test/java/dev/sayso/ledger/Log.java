package dev.sayso.ledger;

import dev.sayso.platform.sql.Installation;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A log that is filled by hand, and a table in which followers write down what they took. */
final class Log {
    private final Installation installation;
    private final AtomicInteger ids = new AtomicInteger();

    Log(Installation installation) {
        this.installation = installation;
    }

    /** Makes the account and the table, empty. */
    Log begin() {
        installation
                .writer()
                .write(
                        db -> {
                            // no constraint: what is taken twice is there twice
                            db.sql(
                                            "CREATE TABLE IF NOT EXISTS taken (by_whom TEXT,"
                                                    + " position BIGINT, name TEXT)")
                                    .update();
                            for (var table :
                                    List.of("taken", "parked_events", "followers", "events")) {
                                db.sql("DELETE FROM " + table).update();
                            }
                            return db.sql(
                                            """
                                            INSERT INTO accounts (id, name, locale, currency, zone, created_at)
                                            VALUES ('a', 'a', 'en-IN', 'INR', 'Asia/Kolkata', '2026-11-24T00:00:00.000Z')
                                            ON CONFLICT (id) DO NOTHING
                                            """)
                                    .update();
                        });
        return this;
    }

    /** Notes so many events of a subscription, a unit each hundred. */
    void note(String subscription, int events) {
        for (int left = events; left > 0; left -= 100) {
            int some = Math.min(left, 100);
            installation
                    .writer()
                    .write(
                            db -> {
                                for (int i = 0; i < some; i++) {
                                    insert(db, subscription, "{\"name\":\"" + subscription + "\"}");
                                }
                                return true;
                            });
        }
    }

    void note(String subscription, String payload) {
        installation.writer().write(db -> insert(db, subscription, payload));
    }

    private int insert(JdbcClient db, String subscription, String payload) {
        return db.sql(
                        """
                        INSERT INTO events (id, account_id, subscription_id, version, type, schema_version, recorded_at, occurred_on, cause, payload)
                        VALUES (:id, 'a', :subscription,
                                (SELECT coalesce(max(version), 0) + 1 FROM events WHERE subscription_id = :subscription),
                                'SUBSCRIPTION_RESUMED', 1, '2026-11-24T00:00:00.000Z', '2026-11-24', 'c', :payload)
                        """)
                .param(
                        "id",
                        subscription
                                + "-"
                                + System.identityHashCode(this)
                                + "-"
                                + ids.incrementAndGet())
                .param("subscription", subscription)
                .param("payload", payload)
                .update();
    }

    List<Long> positions() {
        return read("SELECT position FROM events ORDER BY position");
    }

    List<Long> positionsOf(String subscription) {
        return read(
                "SELECT position FROM events WHERE subscription_id = '"
                        + subscription
                        + "' ORDER BY position");
    }

    /** What a follower took, in the order in which it did. */
    List<Long> taken(String follower) {
        return read(
                "SELECT position FROM taken WHERE by_whom = '" + follower + "' ORDER BY position");
    }

    private List<Long> read(String sql) {
        return installation
                .readers()
                .read(db -> db.sql(sql).query((row, _) -> row.getLong(1)).list());
    }

    static void take(JdbcClient db, String follower, StoredEvent event) {
        db.sql("INSERT INTO taken (by_whom, position, name) VALUES (:follower, :position, :name)")
                .param("follower", follower)
                .param("position", event.position())
                .param("name", event.event().name())
                .update();
    }
}
