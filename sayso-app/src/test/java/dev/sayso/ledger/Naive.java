package dev.sayso.ledger;

import dev.sayso.platform.sql.Installation;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.function.LongConsumer;

/**
 * A follower as one might write it: it reads its cursor, takes an event, and writes the cursor when
 * it has done some. What the tests of the real one find must be found wrong with this one.
 */
final class Naive {
    private static final int SOME = 100;

    private final Installation installation;
    private final Follower follower;

    Naive(Installation installation, Follower follower) {
        this.installation = installation;
        this.follower = follower;
        installation
                .writer()
                .write(
                        db -> {
                            SqlFollowers.register(db, follower);
                            return true;
                        });
    }

    /** Takes some events; false when there were none. */
    boolean next(LongConsumer took) {
        var due =
                installation
                        .readers()
                        .read(db -> SqlFollowers.after(db, follower.name(), cursor(db), SOME));
        for (var it : due) {
            installation
                    .writer()
                    .write(
                            db -> {
                                follower.on(db, it.row().read());
                                return true;
                            });
            took.accept(it.row().position());
        }
        if (!due.isEmpty()) {
            long last = due.getLast().row().position();
            installation
                    .writer()
                    .write(
                            db -> {
                                SqlFollowers.move(db, follower.name(), last);
                                return true;
                            });
        }
        return !due.isEmpty();
    }

    private long cursor(JdbcClient db) {
        return db.sql("SELECT position FROM followers WHERE name = :name")
                .param("name", follower.name())
                .query(Long.class)
                .single();
    }
}
