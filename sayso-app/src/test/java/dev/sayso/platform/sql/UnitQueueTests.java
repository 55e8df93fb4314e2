package dev.sayso.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.platform.sql.UnitQueue.Lane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What waits for the writer, with a clock that stands. */
@Timeout(10)
class UnitQueueTests {
    private final AtomicLong now = new AtomicLong();
    private final UnitQueue queue = new UnitQueue(3, now::get);

    @Test
    void refusesMoreThanItHolds() {
        Stream.of(1, 2, 3).forEach(_ -> add(Lane.REQUESTS));

        assertThatThrownBy(() -> add(Lane.REQUESTS))
                .isInstanceOf(Overloaded.class)
                .hasMessageContaining("3 wait to be written");
        assertThat(add(Lane.BACKGROUND).result).isNotDone();
    }

    @Test
    void aShortStallRefusesNobody() throws Exception {
        var unit = add(Lane.REQUESTS);
        advance(900);

        assertThat(queue.take(64)).containsExactly(unit);
    }

    @Test
    void aLongStallRefusesWhatWaitedThroughIt() throws Exception {
        var old = add(Lane.REQUESTS);
        advance(1_001);
        var young = add(Lane.REQUESTS);

        assertThat(queue.take(64)).containsExactly(young);
        assertThat(old.result).isCompletedExceptionally();
    }

    /** The control: where units do not age, who has given up long ago is still written. */
    @Test
    void withoutAgeWhatWaitedThroughAStallWouldStillBeWritten() throws Exception {
        var ageless = new UnitQueue(3, () -> 0);
        var old = new Waiting<>(_ -> true, ageless.now(), false);
        ageless.add(old, Lane.REQUESTS);
        advance(1_001);

        assertThat(ageless.take(64)).containsExactly(old);
    }

    @Test
    void aStandingQueueRefusesAfterATenthOfASecond() throws Exception {
        add(Lane.REQUESTS);
        var last = add(Lane.REQUESTS);
        var old = last;
        for (int i = 0; i < 5; i++) { // one is always left
            advance(190);
            assertThat(queue.take(1)).hasSize(1);
            old = last;
            last = add(Lane.REQUESTS);
        }
        advance(60);
        var young = queue.take(64);

        assertThat(young).hasSize(1).doesNotContain(old);
        assertThat(old.result).isCompletedExceptionally();
    }

    @Test
    void backgroundWaitsForRequestsButNotForEver() throws Exception {
        var background = add(Lane.BACKGROUND);
        var request = add(Lane.REQUESTS);
        assertThat(queue.take(64)).containsExactly(request);

        advance(1_001);
        var another = add(Lane.REQUESTS);
        assertThat(queue.take(64)).containsExactly(background, another);
    }

    @Test
    void whatIsWithdrawnIsNotTaken() throws Exception {
        var unit = add(Lane.REQUESTS);
        var other = add(Lane.REQUESTS);

        assertThat(queue.withdraw(unit)).isTrue();
        assertThat(queue.take(64)).containsExactly(other);
        assertThat(queue.withdraw(other)).isFalse();
    }

    @Test
    void tellsTheAgeOfTheOldest() {
        add(Lane.BACKGROUND);
        advance(30);
        add(Lane.REQUESTS);
        advance(20);

        assertThat(queue.age()).isEqualTo(Duration.ofMillis(50));
        assertThat(queue.size()).isEqualTo(2);
    }

    private Waiting<?> add(Lane lane) {
        var unit = new Waiting<>(_ -> true, queue.now(), false);
        queue.add(unit, lane);
        return unit;
    }

    private void advance(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
