package dev.sayso.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.Api;
import dev.sayso.House;
import dev.sayso.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

@House.Open
class LastUsesTests {
    private static final Instant TEN = Instant.parse("2026-11-24T04:30:00Z");

    @Autowired private House house;
    @Autowired private MutableClock clock;
    @Autowired private FrontDesk desk;
    @Autowired private LastUses uses;
    private Api api;
    private Account asha;
    private String token;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        asha = desk.add("asha", false);
        token = desk.token(asha, null).reveal();
    }

    @Test
    void showsWhenATokenWasUsedLastToTheHour() {
        assertThat(usedAt()).isNull();

        use();
        assertThat(usedAt()).isEqualTo(TEN);
        clock.advance(Duration.ofMinutes(59));
        use();
        assertThat(usedAt()).isEqualTo(TEN);
        clock.advance(Duration.ofMinutes(1));
        use();

        assertThat(usedAt()).isEqualTo(TEN.plus(Duration.ofHours(1)));
    }

    @Test
    void isSeenAmongTheDevices() {
        use();
        token = desk.token(asha, null).reveal(); // seen from another device

        assertThat(api.send("GET", "/devices", (String) null, bearer()).text())
                .containsPattern("A program, since 24.Nov")
                .containsPattern("last used 24.Nov");
    }

    private void use() {
        assertThat(api.send("GET", "/api/events", (String) null, bearer()).status()).isEqualTo(200);
        uses.write();
    }

    private Instant usedAt() {
        return desk.keys().of(asha.id()).getFirst().usedAt();
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + token);
    }
}
