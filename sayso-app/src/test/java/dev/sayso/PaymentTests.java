package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What was paid, what did not come, and that a payment settles its period. */
@House.Open
class PaymentTests {
    @Autowired House house;
    @Autowired MutableClock clock;
    @Autowired FrontDesk desk;
    private Api api;
    private String id;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        id = api.say("Netflix 499 monthly on the 5th").get("events.0.subscription_id");
    }

    @Test
    void tellsWhatWasPaidToWhomFromWhichMessage() {
        var said = api.say("paid 499 for Netflix yesterday");

        var paid = api.get("/api/payments").json().get("items").get(0);

        assertThat(paid.get("name").asString()).isEqualTo("Netflix");
        assertThat(paid.get("cost").asString()).isEqualTo("499");
        assertThat(paid.get("paid_on").asString()).isEqualTo("2026-11-23");
        assertThat(paid.at("/said/text").asString()).isEqualTo("paid 499 for Netflix yesterday");
        assertThat(paid.at("/said/capture_id").asString()).isEqualTo(said.get("id"));
    }

    @Test
    void pagesThroughAllOfThem() {
        for (int day = 1; day <= 5; day++) {
            api.say("paid 499 for Netflix on 2026-11-0" + day);
        }
        var first = api.get("/api/payments?limit=3");
        var second = api.get("/api/payments?limit=3&after=" + first.get("next"));

        assertThat(first.json().get("items").findValuesAsString("paid_on"))
                .containsExactly("2026-11-05", "2026-11-04", "2026-11-03");
        assertThat(second.json().get("items").findValuesAsString("paid_on"))
                .containsExactly("2026-11-02", "2026-11-01");
        assertThat(second.json().has("next")).isFalse();
        assertThat(api.get("/api/payments?after=x").status()).isEqualTo(400);
    }

    @Test
    void expectsNothingOfWhatIsNotNoted() {
        clock.moveTo("2027-03-01T10:00:00+05:30");

        assertThat(missing()).isEmpty();
    }

    @Test
    void missesWhatDidNotComeOncePaymentsAreNoted() {
        pay("{'period_on': '2026-12-05'}");
        clock.moveTo("2027-03-06T10:00:00+05:30");

        assertThat(missing()).containsExactly("2027-01-05", "2027-02-05", "2027-03-05");

        pay("{'period_on': '2027-02-05'}");
        assertThat(missing()).containsExactly("2027-01-05", "2027-03-05");
        // an old one is paid on its day, this one today
        assertThat(pay("{'period_on': '2027-03-05'}").get("paid_on")).isEqualTo("2027-03-06");
        assertThat(missing()).containsExactly("2027-01-05");
    }

    @ParameterizedTest
    @CsvSource({
        // early, on its day, late, very late: each settles December
        "2026-11-24, 2026-12-05",
        "2026-12-05, 2026-12-05",
        "2026-12-09, 2026-12-05",
        "2026-12-19, 2026-12-05"
    })
    void settlesThePeriodAndNotTheDay(String day, String period) {
        clock.moveTo(day + "T10:00:00+05:30");
        api.say("paid 499 for Netflix");
        clock.moveTo("2026-12-20T10:00:00+05:30");
        assertThat(missing()).isEmpty();

        // so it is not paid again
        pay("{'period_on': '" + period + "'}");
        assertThat(paid()).hasSize(1);
    }

    @Test
    void takesALatePaymentForTheOldestThatIsOpen() {
        pay("{'period_on': '2026-12-05'}");
        clock.moveTo("2027-01-28T10:00:00+05:30");

        api.say("paid 499 for Netflix");

        clock.moveTo("2027-02-07T10:00:00+05:30");
        assertThat(missing()).containsExactly("2027-02-05");
    }

    @Test
    void countsASecondTapOnceEvenAtTheSameTime() throws Exception {
        Callable<Integer> tap = () -> pay("{'period_on': '2026-12-05'}").status();
        try (var taps = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : taps.invokeAll(IntStream.range(0, 8).mapToObj(_ -> tap).toList())) {
                assertThat(done.get()).isEqualTo(200);
            }
        }

        assertThat(paid()).hasSize(1);
        assertThat(api.events()).hasSize(2);
    }

    @Test
    void expectsOfAnAmountThatVariesWhatTheLastOnesCameTo() {
        for (var said : List.of("510 | 2026-12-05", "610 | 2027-01-05", "650 | 2027-02-05")) {
            var parts = said.split(" \\| ");
            clock.moveTo(parts[1] + "T10:00:00+05:30");
            pay("{'period_on': '" + parts[1] + "', 'cost': '" + parts[0] + "'}");
        }
        clock.moveTo("2027-03-06T10:00:00+05:30");

        var missing = api.get("/api/payments").json().get("missing").get(0);

        assertThat(missing.get("cost").asString()).isEqualTo("590");
    }

    @Test
    void expectsNothingWhilePausedOrAfterTheEnd() {
        pay("{'period_on': '2026-12-05'}");
        clock.moveTo("2026-12-10T10:00:00+05:30");
        api.say("pause Netflix until 1 March");
        clock.moveTo("2027-02-10T10:00:00+05:30");
        assertThat(missing()).isEmpty();

        clock.moveTo("2027-03-10T10:00:00+05:30");
        assertThat(missing()).containsExactly("2027-03-05");
        api.say("cancel Netflix");
        clock.moveTo("2027-06-10T10:00:00+05:30");
        assertThat(missing()).containsExactly("2027-03-05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'period_on': '2026-12-06'} | 422 | is no day on which it falls due",
                "{'period_on': 'x'}          | 400 | is not a day",
                "{'cost': '4.999'}           | 400 | more digits after the point",
                "{'amount': '5'}             | 400 | unknown field"
            })
    void teachesWhatWasWrong(String body, int status, String detail) {
        var answer = pay(body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.get("detail")).contains(detail);
        assertThat(paid()).isEmpty();
    }

    @Test
    void isNotThereForAnotherAccount() {
        pay("{}");
        var other =
                Map.of(
                        "Authorization",
                        "Bearer " + desk.token(desk.add("ben", false), null).reveal());

        assertThat(api.send("POST", "/api/subscriptions/" + id + "/payments", "{}", other).status())
                .isEqualTo(404);
        assertThat(api.send("GET", "/api/payments", (String) null, other).json().get("items"))
                .isEmpty();
    }

    private Api.Answer pay(String body) {
        return api.post("/api/subscriptions/" + id + "/payments", body.replace('\'', '"'));
    }

    private JsonNode paid() {
        return api.get("/api/payments").json().get("items");
    }

    private List<String> missing() {
        return api.get("/api/payments").json().get("missing").findValuesAsString("period_on");
    }
}
