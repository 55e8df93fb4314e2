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

/** A subscription's whole life by hand, through the front door. */
@House.Open
class EditTests {
    @Autowired House house;
    @Autowired FrontDesk desk;
    private Api api;
    private String id;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        id = api.say("Netflix 499 monthly on the 5th").get("events.0.subscription_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "price          | {'cost': '649'}                              | cost            |"
                        + " 649        | SUBSCRIPTION_PRICE_CHANGED",
                "price          | {'cost': '649', 'effective_on': '2026-12-26'} | later_price.cost"
                        + " | 649        | SUBSCRIPTION_PRICE_CHANGED",
                "price          | {'cost': '14.99', 'currency': 'USD'}         | currency        |"
                        + " USD        | SUBSCRIPTION_PRICE_CHANGED",
                "cycle          | {'billing_cycle': 'P84D'}                    | billing_cycle   |"
                        + " P84D       | SUBSCRIPTION_CYCLE_CHANGED",
                "cycle          | {'billing_cycle': 'yearly', 'cost': '4999'}  | cost            |"
                        + " 4999       | SUBSCRIPTION_CYCLE_CHANGED",
                "renewal        | {'next_renewal_on': '2026-12-11'}            | next_renewal_on |"
                        + " 2026-12-11 | SUBSCRIPTION_RENEWAL_SET",
                "pause          | {'resumes_on': '2027-02-01'}                 | status          |"
                        + " paused     | SUBSCRIPTION_PAUSED",
                "pause          | {}                                           | status          |"
                        + " paused     | SUBSCRIPTION_PAUSED",
                "cancellation   | {'effective_on': '2026-12-05'}               | cancelled_on    |"
                        + " 2026-12-05 | SUBSCRIPTION_CANCELLED",
                "cancellation   | {}                                           | cancelled_on    |"
                        + " 2026-11-24 | SUBSCRIPTION_CANCELLED",
                "trial          | {'trial_ends_on': '2026-12-20'}              | next_renewal_on |"
                        + " 2026-12-20 | SUBSCRIPTION_TERMS_SET",
                "end            | {'ends_on': '2026-12-31'}                    | ends_on         |"
                        + " 2026-12-31 | SUBSCRIPTION_TERMS_SET",
                "name           | {'name': 'Netflix Premium'}                  | name            |"
                        + " Netflix Premium | SUBSCRIPTION_RENAMED",
                "note           | {'note': 'shared with Ben'}                  | note            |"
                        + " shared with Ben | SUBSCRIPTION_DETAILS_SET",
                "tags           | {'tags': ['family', 'home', 'Family']}       | tags            |"
                        + " [\"family\",\"home\"] | SUBSCRIPTION_DETAILS_SET",
                "payment-method | {'payment_method': 'HDFC card'}              | payment_method  |"
                        + " HDFC card  | SUBSCRIPTION_DETAILS_SET",
                "share          | {'my_share': '1/4'}                          | my_share        |"
                        + " 1/4        | SUBSCRIPTION_DETAILS_SET"
            })
    void setsOnePartAsAnEventThatCanBeTakenBack(
            String part, String body, String field, String value, String type) {
        var before = api.get("/api/subscriptions/" + id);

        var set = put(part, body);

        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(set.get(field)).isEqualTo(value);
        assertThat(api.get("/api/subscriptions/" + id).json()).isEqualTo(set.json());
        var last = history().getLast();
        assertThat(last.get("type").asString()).isEqualTo(type);
        assertThat(last.has("said")).isFalse();
        // the same again is done once
        assertThat(put(part, body).json()).isEqualTo(set.json());
        assertThat(history()).hasSize(2);

        assertThat(delete("history/" + last.get("id").asString()).status()).isEqualTo(204);
        assertThat(delete("history/" + last.get("id").asString()).status()).isEqualTo(204);
        assertThat(withoutVersion(api.get("/api/subscriptions/" + id).json()))
                .isEqualTo(withoutVersion(before.json()));
        assertThat(history().getLast().get("stands").asBoolean()).isFalse();

        var restored =
                api.post(
                        "/api/subscriptions/"
                                + id
                                + "/history/"
                                + last.get("id").asString()
                                + "/restore",
                        "");
        assertThat(restored.status()).isEqualTo(204);
        assertThat(withoutVersion(api.get("/api/subscriptions/" + id).json()))
                .isEqualTo(withoutVersion(set.json()));
    }

    @ParameterizedTest
    @CsvSource({"pause", "cancellation", "trial", "end", "note", "tags", "payment-method", "share"})
    void endsWhatCanEnd(String part) {
        var before = api.get("/api/subscriptions/" + id);
        put("pause", "{}");
        put("cancellation", "{}");
        put("trial", "{'trial_ends_on': '2026-12-05'}");
        put("end", "{'ends_on': '2027-12-31'}");
        put("note", "{'note': 'x'}");
        put("tags", "{'tags': ['x']}");
        put("payment-method", "{'payment_method': 'x'}");
        put("share", "{'my_share': '100'}");

        var ended = delete(part);

        assertThat(ended.status()).isEqualTo(200);
        assertThat(delete(part).json()).isEqualTo(ended.json());
        var fields =
                Map.of(
                        "pause", "resumes_on",
                        "cancellation", "cancelled_on",
                        "trial", "trial_ends_on",
                        "end", "ends_on",
                        "payment-method", "payment_method",
                        "share", "my_share");
        var field = fields.getOrDefault(part, part);
        assertThat(ended.get(field)).isEqualTo(before.get(field));
    }

    @Test
    void goesOnAfterACancellationIsTakenBack() {
        put("cancellation", "{}");
        assertThat(api.list().get(0).get("status").asString()).isEqualTo("cancelled");

        assertThat(delete("cancellation").get("status")).isEqualTo("active");
        assertThat(api.get("/api/subscriptions/" + id).get("next_renewal_on"))
                .isEqualTo("2026-12-05");
    }

    @Test
    void listsTheNextFiveWithTheirPrices() {
        put("price", "{'cost': '649', 'effective_on': '2027-01-01'}");

        var next = api.get("/api/subscriptions/" + id).json().get("next_renewals");

        assertThat(next.findValuesAsString("on"))
                .containsExactly(
                        "2026-12-05", "2027-01-05", "2027-02-05", "2027-03-05", "2027-04-05");
        assertThat(next.findValuesAsString("cost"))
                .containsExactly("499", "649", "649", "649", "649");
    }

    @Test
    void tellsInWhoseWordsItWasSaid() {
        api.say("Netflix went up to 649");
        api.say("no, 599");

        var told = history();

        assertThat(told.stream().map(it -> it.at("/said/text").asString()))
                .containsExactly(
                        "Netflix 499 monthly on the 5th", "Netflix went up to 649", "no, 599");
        assertThat(told.get(1).get("stands").asBoolean()).isFalse();
        assertThat(told.get(1).get("corrected").asBoolean()).isTrue();
        assertThat(api.get("/api/subscriptions/" + id).get("cost")).isEqualTo("599");

        // the correction taken back, what it corrected counts again
        delete("history/" + told.get(2).get("id").asString());
        assertThat(api.get("/api/subscriptions/" + id).get("cost")).isEqualTo("649");
    }

    @Test
    void keepsTheHistoryOfWhatIsOffTheListAndPutsItBack() {
        put("price", "{'cost': '649'}");
        var created = history().getFirst().get("id").asString();

        assertThat(delete("history/" + created).status()).isEqualTo(204);
        assertThat(api.list()).isEmpty();
        assertThat(api.get("/api/subscriptions/" + id).status()).isEqualTo(404);
        assertThat(history()).hasSize(2);

        api.post("/api/subscriptions/" + id + "/history/" + created + "/restore", "");
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("649");
    }

    @Test
    void countsOnesOwnShareInTheTotal() {
        put("share", "{'my_share': '1/4'}");

        assertThat(api.say("how much do I spend every month?").get("answer.totals.0.amount"))
                .isEqualTo("124.75");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "price   | {}                                 | 400 | cost is missing",
                "price   | {'cost': 'x', 'currency': 'ZZZ'}   | 400 | cost \"x\" is not a number;"
                    + " write it like 499 or 14.99; currency \"ZZZ\" is not an ISO 4217 code such"
                    + " as INR",
                "price   | {'cost': '4.999'}                  | 422 | cost \"4.999\" has more"
                        + " digits after the point than INR has; give at most 2",
                "price   | {'price': '5'}                     | 400 | unknown field \"price\";"
                        + " known are cost, currency, effective_on; cost is missing",
                "cycle   | {'billing_cycle': 'P0D'}           | 400 | billing_cycle \"P0D\" is not"
                        + " a whole number of days or of months; give for example P28D or P2M",
                "renewal | {'next_renewal_on': '2026-11-23'}  | 422 | next_renewal_on"
                        + " \"2026-11-23\" has passed; give today or a day to come",
                "renewal | {'next_renewal_on': '31 Feb'}      | 400 | next_renewal_on \"31 Feb\" is"
                        + " not a day; write it like 2026-12-24",
                "pause   | {'resumes_on': '2026-11-24'}       | 422 | resumes_on \"2026-11-24\" is"
                        + " not to come; give a day after today, or none",
                "share   | {'my_share': '5/4'}                | 400 | my_share \"5/4\" is not a"
                        + " part; give one such as 1/4",
                "tags    | {'tags': 'family'}                 | 400 | tags is a string; an array of"
                        + " strings was expected",
                "colour  | {}                                 | 404 | a subscription has no such"
                    + " part; it has price, cycle, renewal, pause, cancellation, trial, end, name,"
                    + " note, tags, payment-method, share"
            })
    void teachesWhatWasWrong(String part, String body, int status, String detail) {
        var answer = put(part, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.get("detail")).endsWith(detail);
        assertThat(history()).hasSize(1);
    }

    @Test
    void refusesTheNameOfAnother() {
        api.say("Spotify 119 monthly");

        assertThat(put("name", "{'name': 'spotify'}").status()).isEqualTo(422);
        assertThat(put("name", "{'name': 'NETFLIX'}").get("name")).isEqualTo("NETFLIX");
    }

    @Test
    void isNotThereForAnotherAccount() {
        var other =
                Map.of(
                        "Authorization",
                        "Bearer " + desk.token(desk.add("ben", false), null).reveal());
        var event = history().getFirst().get("id").asString();
        var of = "/api/subscriptions/" + id;
        for (var request :
                List.of(
                        List.of("GET", of),
                        List.of("GET", of + "/history"),
                        List.of("PUT", of + "/price"),
                        List.of("DELETE", of + "/pause"),
                        List.of("DELETE", of + "/history/" + event),
                        List.of("POST", of + "/history/" + event + "/restore"))) {
            var body = request.getFirst().equals("PUT") ? "{\"cost\": \"1\"}" : null;

            assertThat(api.send(request.get(0), request.get(1), body, other).status())
                    .as(request.toString())
                    .isEqualTo(404);
        }
        assertThat(history()).hasSize(1);
    }

    private Api.Answer put(String part, String body) {
        return api.send(
                "PUT", "/api/subscriptions/" + id + "/" + part, body.replace('\'', '"'), Map.of());
    }

    private Api.Answer delete(String path) {
        return api.send("DELETE", "/api/subscriptions/" + id + "/" + path, (String) null, Map.of());
    }

    private List<JsonNode> history() {
        return api.get("/api/subscriptions/" + id + "/history")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private static String withoutVersion(JsonNode subscription) {
        return subscription.toString().replaceAll("\"version\":\\d+,", "");
    }
}
