package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions through the front door. */
@House.Open
class AnswerTests {
    @Autowired House house;
    @Autowired MutableClock clock;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        api.say("Netflix 499 monthly on the 26th");
        api.say("Spotify 119 monthly on the 5th");
    }

    @Test
    void answersWithASentenceNumbersAndTheRows() {
        var reply = api.say("how much do I spend every month?");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.get("status")).isEqualTo("query");
        assertThat(reply.get("answer.text"))
                .isEqualTo("You pay ₹618 a month. In a year that is ₹7,416.");
        assertThat(reply.get("answer.totals.0.amount")).isEqualTo("618.00");
        assertThat(reply.get("answer.count")).isEqualTo("2");
        assertThat(reply.get("answer.rows.0.name")).isEqualTo("Netflix");
        assertThat(reply.get("answer.rows.0.on")).isEqualTo("2026-11-26");
        assertThat(api.get("/api/captures/" + reply.get("id")).get("answer.text"))
                .isEqualTo(reply.get("answer.text"));
    }

    @Test
    void keepsWhatItAnsweredThen() {
        var asked = api.say("how many subscriptions do I have");
        api.say("Hulu $18 monthly");

        assertThat(api.get("/api/captures/" + asked.get("id")).get("answer.count")).isEqualTo("2");
        assertThat(api.say("how many subscriptions do I have").get("answer.count")).isEqualTo("3");
    }

    @Test
    void countsTheDaysFromTheAccountsToday() {
        assertThat(api.say("show me everything that renews this week").get("answer.rows.0.name"))
                .isEqualTo("Netflix");

        clock.moveTo("2026-12-01T10:00:00+05:30");

        var later = api.say("show me everything that renews this week");
        assertThat(later.get("answer.count")).isEqualTo("1");
        assertThat(later.get("answer.rows.0.name")).isEqualTo("Spotify");
    }

    @Test
    void knowsWhatWasPaidAndForgetsWhatWasTakenBack() {
        var paid = api.say("paid 499 for Netflix yesterday");
        assertThat(paid.get("status")).isEqualTo("recorded");

        var reply = api.say("has Netflix been paid this month?");
        assertThat(reply.get("answer.totals.0.amount")).isEqualTo("499.00");
        assertThat(reply.get("answer.rows.0.on")).isEqualTo("2026-11-23");

        api.undo(paid.get("id"));
        assertThat(api.say("has Netflix been paid this month?").get("answer.count")).isEqualTo("0");
        api.post("/api/captures/" + paid.get("id") + "/restore", "");
        assertThat(api.say("has Netflix been paid this month?").get("answer.count")).isEqualTo("1");
    }
}
