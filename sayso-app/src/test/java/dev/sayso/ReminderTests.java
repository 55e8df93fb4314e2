package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.Accounts;
import dev.sayso.account.Preferences;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reminders through the front door: planned, told in time and once, answered. */
@House.Open
class ReminderTests {
    @Autowired House house;
    @Autowired MutableClock clock;
    @Autowired Preferences preferences;
    @Autowired Accounts accounts;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        put("/api/reminders/settings", "{\"off\": [\"digest\"]}");
    }

    @AfterEach
    void moveBack() {
        move("Asia/Kolkata");
    }

    @Test
    void remindsThreeDaysBeforeWhatIsPaidEachMonthAtNineOnce() {
        renewing("Netflix 499 monthly", "2026-12-05");

        assertThat(planned()).containsExactly("renewal 3 2026-12-05 2026-12-02T03:30:00.000Z");
        at("2026-12-02T08:59:59+05:30");
        assertThat(told()).isEmpty();
        at("2026-12-02T09:00:00+05:30");
        house.catchUp();
        assertThat(told()).containsExactly("Netflix renews on Sat 5 Dec: ₹499");
        assertThat(planned()).containsExactly("renewal 3 2027-01-05 2027-01-02T03:30:00.000Z");
        at("2027-01-02T09:00:00+05:30");
        assertThat(told()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} renewing {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    'Papers 50 weekly',       2026-12-05, 'renewal 1 2026-12-05 2026-12-04T03:30:00.000Z'
                    'Airtel 299 every 28 days', 2026-12-05, 'renewal 3 2026-12-05 2026-12-02T03:30:00.000Z'
                    'Gas 900 quarterly',      2026-12-05, 'renewal 7 2026-12-05 2026-11-28T03:30:00.000Z'
                    'Prime 1499 yearly',      2026-12-05, 'renewal 7 2026-12-05 2026-11-28T03:30:00.000Z, cancel_by 14 2027-12-05 2027-11-21T03:30:00.000Z'
                    'Prime 1499 yearly',      2027-01-31, 'cancel_by 14 2027-01-31 2027-01-17T03:30:00.000Z, renewal 7 2027-01-31 2027-01-24T03:30:00.000Z'
                    """)
    void plansByTheCycle(String said, String renewsOn, String plans) {
        renewing(said, renewsOn);

        assertThat(String.join(", ", planned())).isEqualTo(plans);
    }

    @Test
    void givesNoReminderOfADayThatNobodyNamed() {
        api.say("Netflix 499 monthly");
        house.catchUp();

        assertThat(planned()).isEmpty();
        at("2026-12-24T09:00:00+05:30");
        assertThat(told()).isEmpty();
    }

    @Test
    void remindsAsOftenAsItWasSaid() {
        renewing("Netflix 499 monthly", "2026-12-15");
        api.say("remind me a week before");
        api.say("remind me a day before");
        house.catchUp();

        assertThat(planned())
                .containsExactly(
                        "renewal 7 2026-12-15 2026-12-08T03:30:00.000Z",
                        "renewal 1 2026-12-15 2026-12-14T03:30:00.000Z");

        api.say("remind me 2 days before netflix");
        house.catchUp();
        assertThat(planned()).containsExactly("renewal 2 2026-12-15 2026-12-13T03:30:00.000Z");
        var id = id("Netflix");
        put("/api/subscriptions/" + id + "/reminders", "{\"days_before\": []}");
        assertThat(planned()).isEmpty();
        assertThat(api.events().get(api.events().size() - 1).get("type").asString())
                .isEqualTo("REMINDER_REMOVED");
        put("/api/subscriptions/" + id + "/reminders", "{\"days_before\": [5, 0]}");
        house.catchUp();
        assertThat(planned())
                .containsExactly(
                        "renewal 5 2026-12-15 2026-12-10T03:30:00.000Z",
                        "renewal 0 2026-12-15 2026-12-15T03:30:00.000Z");
    }

    @Test
    void showsTheMomentsBeforeTheyAreSaved() {
        renewing("Netflix 499 monthly", "2026-12-15");

        var shown = api.post("/api/reminders/preview", "{\"days_before\": [7, 1]}");

        assertThat(shown.get("items.0.at")).isEqualTo("2026-12-08T03:30:00.000Z");
        assertThat(shown.get("items.1.at")).isEqualTo("2026-12-14T03:30:00.000Z");
        assertThat(planned()).containsExactly("renewal 3 2026-12-15 2026-12-12T03:30:00.000Z");
        assertThat(api.post("/api/reminders/preview", "{\"days_before\": [400]}").status())
                .isEqualTo(400);
    }

    @Test
    void plansAnewWhenTheDayTheCycleOrTheZoneIsAnother() {
        renewing("Netflix 499 monthly", "2026-12-05");
        at("2026-12-02T09:00:00+05:30");
        assertThat(told()).hasSize(1);

        api.say("netflix renews on the 20th");
        house.catchUp();
        assertThat(told()).as("what was told is not so any more").isEmpty();
        assertThat(planned()).containsExactly("renewal 3 2026-12-20 2026-12-17T03:30:00.000Z");

        move("America/New_York");
        assertThat(planned()).containsExactly("renewal 3 2026-12-20 2026-12-17T14:00:00.000Z");
        move("Asia/Kolkata");

        api.say("pause netflix");
        house.catchUp();
        assertThat(planned()).isEmpty();
    }

    @Test
    void isToldOnceThoughItsHourComesAgainElsewhere() {
        renewing("Netflix 499 monthly", "2026-12-05");
        at("2026-12-02T09:00:00+05:30");
        move("America/New_York");
        house.catchUp();

        at("2026-12-02T09:00:00-05:00");

        assertThat(told()).hasSize(1);
    }

    @Test
    void tellsLateWhatIsStillOfUseAndInOneLineWhatIsNot() {
        for (var name : List.of("Netflix", "Spotify", "Icloud", "Hotstar", "Zee5")) {
            renewing(name + " 499 monthly", "2026-12-05");
        }
        renewing("Gym 1200 monthly", "2026-12-20");
        // eight hours of sleep
        at("2026-12-02T16:30:00+05:30");
        assertThat(told()).hasSize(5);
        // three weeks of it
        at("2027-01-19T10:00:00+05:30");

        assertThat(told()).hasSize(7);
        assertThat(told().get(0)).isEqualTo("While Sayso was away, 5 days came and went");
        assertThat(told().get(1)).isEqualTo("Gym renews on Wed 20 Jan: ₹1,200");
        assertThat(planned()).hasSize(6).allMatch(plan -> plan.contains("2027-02-"));
    }

    @Test
    void isDoneOrPutOffFromWhereverItIsRead() {
        renewing("Netflix 499 monthly", "2026-12-05");
        at("2026-12-02T09:00:00+05:30");
        var reminder = api.get("/api/reminders").get("items.0.id");
        var notice = api.get("/api/inbox").get("items.0.id");

        assertThat(api.post("/api/inbox/" + notice + "/acts/snooze", "").status()).isEqualTo(204);
        assertThat(api.get("/api/reminders").get("items.0.state")).isEqualTo("snoozed");
        at("2026-12-03T08:59:00+05:30");
        assertThat(told()).hasSize(1);
        at("2026-12-03T09:00:00+05:30");
        assertThat(told()).hasSize(2);

        assertThat(
                        api.post(
                                        "/api/reminders/" + reminder + "/snooze",
                                        "{\"until\": \"2026-12-09T09:00:00+05:30\"}")
                                .status())
                .isEqualTo(400);
        assertThat(api.post("/api/reminders/" + reminder + "/done", "").status()).isEqualTo(204);
        assertThat(api.post("/api/reminders/" + reminder + "/done", "").status()).isEqualTo(409);
        assertThat(api.post("/api/reminders/none/done", "").status()).isEqualTo(404);
        assertThat(api.get("/api/reminders").get("items.0.state")).isEqualTo("planned");
        at("2026-12-04T09:00:00+05:30");
        assertThat(told()).as("the first one, whose button was pressed").hasSize(1);
    }

    @Test
    void tellsByWhenToCancelWhatIsFreeStill() {
        api.say("hotstar 499 monthly, free trial until 10 december");
        house.catchUp();

        assertThat(planned()).first().isEqualTo("trial_end 2 2026-12-10 2026-12-08T03:30:00.000Z");
        at("2026-12-08T09:00:00+05:30");
        assertThat(told())
                .containsExactly(
                        "Hotstar is free until Thu 10 Dec. The last day to cancel is Wed 9 Dec;"
                                + " then it costs ₹499.");
    }

    @Test
    void tellsOfPricesThatRiseAndOfPlansThatEnd() {
        renewing("Netflix 499 monthly", "2026-12-05");
        api.say("netflix goes up to 649 from 5 january");
        renewing("Gym 1200 monthly", "2026-12-28");
        api.say("cancel gym on 27 december");
        house.catchUp();

        at("2026-12-26T09:00:00+05:30");
        assertThat(told()).contains("Gym ends on Sun 27 Dec.");
        at("2026-12-29T09:00:00+05:30");
        assertThat(told())
                .first()
                .isEqualTo("Netflix costs ₹649 from Tue 5 Jan 2027, ₹499 until then.");
    }

    @Test
    void asksForAPaymentThatDidNotComeButNotForOneThatDid() {
        renewing("Netflix 499 monthly", "2026-12-05");
        renewing("Gym 1200 monthly", "2026-12-05");
        renewing("Rent 18000 monthly", "2026-12-05");
        api.say("paid 499 for netflix on 5 november");
        api.say("paid 1200 for gym on 5 november");
        at("2026-12-04T12:00:00+05:30");
        api.say("paid 499 for netflix");
        at("2026-12-08T09:00:00+05:30");

        assertThat(told().stream().filter(it -> it.startsWith("No payment")))
                .containsExactly("No payment for Gym was noted; ₹1,200 was due on Sat 5 Dec.");
    }

    @Test
    void tellsWhatTheWeekBringsUnlessItBringsNothing() {
        put("/api/reminders/settings", "{\"off\": [\"renewal\"], \"digest_on\": \"tuesday\"}");
        renewing("Netflix 499 monthly", "2026-12-03");
        renewing("Gym 1200 monthly", "2026-12-05");

        at("2026-12-01T09:00:00+05:30");
        assertThat(told()).containsExactly("This week 2 things renew");
        at("2026-12-08T09:00:00+05:30");

        assertThat(told()).hasSize(1);
    }

    @Test
    void comesAtTheHourThatWasSet() {
        renewing("Netflix 499 monthly", "2026-12-05");

        put("/api/reminders/settings", "{\"at\": \"18:45\", \"days_before\": [2]}");

        assertThat(planned()).containsExactly("renewal 2 2026-12-05 2026-12-03T13:15:00.000Z");
        assertThat(api.get("/api/reminders/settings").get("at")).isEqualTo("18:45");
        assertThat(put("/api/reminders/settings", "{\"at\": \"25:00\", \"off\": [\"x\"]}").text())
                .contains("25:00", "there is no kind");
    }

    void renewing(String said, String day) {
        var id = api.say(said).get("id");
        var answered = api.answer(id, "{\"next_renewal_on\": \"" + day + "\"}");
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        house.catchUp();
    }

    private Api.Answer put(String path, String json) {
        return api.send("PUT", path, json, java.util.Map.of());
    }

    private void move(String zone) {
        var it = accounts.local();
        preferences.change(it.id(), it.locale(), it.currency(), ZoneId.of(zone));
    }

    private void at(String moment) {
        clock.moveTo(moment);
        house.catchUp();
    }

    private String id(String name) {
        for (var it : api.list()) {
            if (it.get("name").asString().equals(name)) {
                return it.get("id").asString();
            }
        }
        throw new AssertionError(name + " is not there");
    }

    private List<String> planned() {
        var plans = new ArrayList<String>();
        for (var it : api.get("/api/reminders").json().get("items")) {
            if (it.get("state").asString().equals("planned")) {
                plans.add(
                        it.get("kind").asString()
                                + " "
                                + it.get("days_before").asInt()
                                + " "
                                + it.get("about_on").asString()
                                + " "
                                + it.get("at").asString());
            }
        }
        return plans;
    }

    /** What the inbox says, the latest first. */
    private List<String> told() {
        return StreamSupport.stream(api.get("/api/inbox").json().get("items").spliterator(), false)
                .map((JsonNode it) -> it.get("title").asString())
                .toList();
    }
}
