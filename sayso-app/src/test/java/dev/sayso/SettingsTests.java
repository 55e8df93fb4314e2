package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;

/** What an account prefers, by API and by form. */
@House.Open
class SettingsTests {
    @Autowired House house;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @AfterEach
    void asItWas() {
        put("{'locale': 'en-IN', 'currency': 'INR', 'zone': 'Asia/Kolkata'}");
    }

    @Test
    void changesWhatIsGivenAndNothingElse() {
        assertThat(put("{'currency': 'EUR'}").text())
                .isEqualTo("{\"locale\":\"en-IN\",\"currency\":\"EUR\",\"zone\":\"Asia/Kolkata\"}");

        assertThat(api.say("Netflix 14.99 monthly").get("events.0.currency")).isEqualTo("EUR");
    }

    @Test
    void countsDaysWhereOneLives() {
        // 10:00 in Kolkata is still the evening before in Honolulu
        put("{'zone': 'Pacific/Honolulu'}");

        assertThat(api.say("Netflix 499 monthly starting today").get("events.0.started_on"))
                .isEqualTo("2026-11-23");
    }

    @Test
    void saysAllThatIsWrongAtOnceAndChangesNothing() {
        var wrong = put("{'locale': 'x', 'currency': 'ZZZ', 'zone': '+05:30', 'theme': 'dark'}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.get("detail")).contains("theme", "locale, zone");

        assertThat(put("{'locale': 'x', 'currency': 'ZZZ', 'zone': '+05:30'}").get("detail"))
                .isEqualTo(
                        "locale \"x\" is no language tag; give one such as en-IN; currency \"ZZZ\""
                            + " is not an ISO 4217 code; give one such as INR; zone \"+05:30\" is"
                            + " not known; give a place such as Asia/Kolkata");
        assertThat(api.get("/api/settings").get("zone")).isEqualTo("Asia/Kolkata");
    }

    @Test
    void takesTheFormAndSaysWhatCouldNotBeRead() {
        assertThat(form("locale=de-DE&currency=EUR&zone=Europe%2FBerlin").status()).isEqualTo(303);
        assertThat(api.get("/api/settings").get("locale")).isEqualTo("de-DE");

        var wrong = form("locale=de-DE&currency=EUR&zone=Mars");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("so nothing was changed");
        assertThat(api.get("/api/settings").get("zone")).isEqualTo("Europe/Berlin");
    }

    private Api.Answer put(String body) {
        return api.send("PUT", "/api/settings", body.replace('\'', '"'), Map.of());
    }

    private Api.Answer form(String body) {
        return api.send(
                "POST",
                "/settings",
                body,
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }
}
