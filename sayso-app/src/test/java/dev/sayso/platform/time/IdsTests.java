package dev.sayso.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.MutableClock;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

class IdsTests {
    private final MutableClock clock = new MutableClock("2026-11-24T10:00:00Z");
    private final Ids ids = new Ids(clock, new Random(7));

    @Test
    void sortAsTheyWereMinted() {
        var minted =
                Stream.generate(
                                () -> {
                                    clock.advance(
                                            java.time.Duration.ofMillis(
                                                    new Random().nextInt(3) - 1));
                                    return ids.next();
                                })
                        .limit(10_000)
                        .toList();

        assertThat(minted).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areOfVersionSevenAndCarryTheirMillisecond() {
        var id = UUID.fromString(ids.next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }
}
