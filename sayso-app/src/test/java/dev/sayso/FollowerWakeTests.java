package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.Accounts;
import dev.sayso.account.Preferences;
import dev.sayso.account.PreferencesListener;
import dev.sayso.ledger.Follower;
import dev.sayso.ledger.StoredEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A follower in the running house: it hears of what is said, and the operator sees it. */
@House.Open
@Import(FollowerWakeTests.Extra.class)
class FollowerWakeTests {
    @Autowired House house;
    @Autowired Hearing hearing;
    @Autowired Preferences preferences;
    @Autowired Accounts accounts;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        hearing.heard.clear();
        hearing.fails = false;
    }

    @Test
    void hearsOfWhatIsSaidWithoutBeingAsked() throws Exception {
        api.say("Netflix 499 monthly");

        assertThat(hearing.heard.poll(30, TimeUnit.SECONDS)).isEqualTo("Netflix");
    }

    @Test
    void isShownToTheOperatorWhenItSetSomethingAsideAndCatchesUpWhenMended() {
        hearing.fails = true;
        var id = api.say("Netflix 499 monthly").get("events.0.subscription_id");
        house.catchUp();

        var shown = follower();
        assertThat(shown.get("behind").asLong()).isZero();
        assertThat(shown.at("/parked/0/subscription_id").asString()).isEqualTo(id);
        assertThat(shown.at("/parked/0/failure").asString()).isEqualTo("IllegalStateException");
        assertThat(api.get("/actuator/prometheus").text())
                .contains("sayso_follower_parked{follower=\"hearing\"} 1.0");

        hearing.fails = false;
        assertThat(api.post("/api/followers/hearing/retry", "").status()).isEqualTo(202);
        house.catchUp();

        assertThat(hearing.heard).containsExactly("Netflix");
        assertThat(follower().get("parked")).isEmpty();
    }

    private tools.jackson.databind.JsonNode follower() {
        for (var item : api.get("/api/followers").json().get("items")) {
            if (item.get("name").asString().equals("hearing")) {
                return item;
            }
        }
        throw new AssertionError("it is not shown");
    }

    @Test
    void changesPreferencesTogetherWithWhatHangsOnThem() {
        var before = accounts.local();
        hearing.zones.clear();

        var now =
                preferences.change(
                        before.id(), before.locale(), before.currency(), ZoneId.of("Europe/Paris"));

        assertThat(accounts.local()).isEqualTo(now);
        assertThat(hearing.zones).containsExactly("Asia/Kolkata", "Europe/Paris");
        preferences.change(before.id(), before.locale(), before.currency(), before.zone());
        assertThat(accounts.local()).isEqualTo(before);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Extra {
        @Bean
        Hearing hearing() {
            return new Hearing();
        }
    }

    static final class Hearing implements Follower, PreferencesListener {
        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        final List<String> zones = new java.util.concurrent.CopyOnWriteArrayList<>();
        volatile boolean fails;

        @Override
        public String name() {
            return "hearing";
        }

        @Override
        public Start start() {
            return Start.NOW;
        }

        @Override
        public void on(JdbcClient db, StoredEvent event) {
            if (fails) {
                throw new IllegalStateException("it fails");
            }
            heard.add(String.valueOf(event.event().name()));
        }

        @Override
        public void changed(
                JdbcClient db, dev.sayso.account.Account before, dev.sayso.account.Account now) {
            zones.add(before.zone().getId());
            zones.add(now.zone().getId());
        }
    }
}
