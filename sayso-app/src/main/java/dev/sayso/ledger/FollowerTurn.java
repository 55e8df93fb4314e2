package dev.sayso.ledger;

import dev.sayso.ledger.SqlFollowers.Parked;
import dev.sayso.platform.time.Moments;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One unit of one follower: its next events and its cursor together, or one lane of those that it
 * set aside. It may run again, as every unit.
 */
final class FollowerTurn {
    static final int MOST = 500;
    static final Duration LONGEST = Duration.ofMillis(50);
    private static final Logger log = LoggerFactory.getLogger(FollowerTurn.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final Follower follower;
    private final Clock clock;
    private final LongSupplier nanoTime;

    FollowerTurn(Follower follower, Clock clock, LongSupplier nanoTime) {
        this.follower = follower;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** An event that the follower could not take; nothing of its unit was written. */
    static final class EventFailed extends RuntimeException {
        final long position;

        EventFailed(long position, Throwable cause) {
            super("the event at position " + position + " failed", cause);
            this.position = position;
        }
    }

    /**
     * Takes the next events.
     *
     * @param suspects positions that failed before: each is tried apart, and set aside when it
     *     fails again
     * @return how far the cursor came
     * @throws EventFailed for an event that is not suspected yet
     */
    long next(JdbcClient db, Set<Long> suspects) {
        long end = nanoTime.getAsLong() + LONGEST.toNanos();
        long position = SqlFollowers.lock(db, follower.name());
        var parked = new HashSet<Lane>();
        for (var due : SqlFollowers.after(db, follower.name(), position, MOST)) {
            var row = due.row();
            if (!due.parked() && !parked.contains(row.lane())) {
                if (suspects.contains(row.position())) {
                    if (!takeApart(db, row, 0)) {
                        parked.add(row.lane());
                    }
                } else {
                    take(db, row);
                }
            }
            position = row.position();
            if (nanoTime.getAsLong() > end) {
                break;
            }
        }
        SqlFollowers.move(db, follower.name(), position);
        return position;
    }

    /** Tries again what was set aside and is due; false when there was none. */
    boolean retry(JdbcClient db) {
        long cursor = SqlFollowers.lock(db, follower.name());
        var due = SqlFollowers.due(db, follower.name(), Moments.text(clock.instant()));
        if (due.isEmpty()) {
            return false;
        }
        var lane = due.get().lane();
        var rows = SqlFollowers.between(db, lane, due.get().position(), cursor, MOST);
        for (var row : rows) {
            if (!takeApart(db, row, due.get().attempts() + 1)) {
                return true;
            }
        }
        if (rows.size() < MOST) {
            SqlFollowers.release(db, follower.name(), lane);
            log.info("{} caught up with what it had set aside", follower.name());
        } else {
            var it = due.get();
            SqlFollowers.park(
                    db,
                    follower.name(),
                    new Parked(
                            lane,
                            rows.getLast().position() + 1,
                            it.failure(),
                            it.attempts(),
                            it.parkedAt(),
                            it.nextTryAt()));
        }
        return true;
    }

    private void take(JdbcClient db, LoggedRow row) {
        try {
            follower.on(db, row.read());
        } catch (RuntimeException | Error e) {
            throw new EventFailed(row.position(), e);
        }
    }

    /** Takes the event in a savepoint; when that fails, sets its lane aside. */
    private boolean takeApart(JdbcClient db, LoggedRow row, int attempts) {
        db.sql("SAVEPOINT event").update();
        try {
            follower.on(db, row.read());
        } catch (RuntimeException | Error e) {
            if (e instanceof OutOfMemoryError) {
                throw e;
            }
            // where the failure ended the transaction this fails too, and the unit with it
            db.sql("ROLLBACK TO SAVEPOINT event").update();
            db.sql("RELEASE SAVEPOINT event").update();
            park(db, row, e, attempts);
            return false;
        }
        db.sql("RELEASE SAVEPOINT event").update();
        return true;
    }

    private void park(JdbcClient db, LoggedRow row, Throwable failure, int attempts) {
        var now = clock.instant();
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        SqlFollowers.park(
                db,
                follower.name(),
                new Parked(
                        row.lane(),
                        row.position(),
                        failure.getClass().getSimpleName(),
                        attempts,
                        Moments.text(now),
                        Moments.text(now.plus(pause))));
        log.error(
                "{} set a subscription aside at position {}: {} at {}; it tries again in {}",
                follower.name(),
                row.position(),
                failure.getClass().getSimpleName(),
                failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0],
                pause);
    }
}
