package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The main job through the front door: say it, see it, answer, correct, undo. */
@House.Open
class CaptureTests {
    @Autowired House house;
    @Autowired MutableClock clock;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @Test
    void notesWhatIsSaidAndListsIt() {
        var reply = api.say("Netflix ₹499 monthly");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.get("status")).isEqualTo("recorded");
        assertThat(reply.get("events.0.name")).isEqualTo("Netflix");
        assertThat(reply.get("events.0.cost")).isEqualTo("499");
        assertThat(reply.get("events.0.currency")).isEqualTo("INR");
        assertThat(reply.get("events.0.billing_cycle")).isEqualTo("monthly");
        assertThat(reply.get("events.0.origins.name.end")).isEqualTo("7");
        assertThat(reply.get("ask.field")).isEqualTo("next_renewal_on");
        assertThat(api.list()).hasSize(1);
        var row = api.list().get(0);
        assertThat(row.get("id").asString()).isEqualTo(reply.get("events.0.subscription_id"));
        assertThat(row.get("next_renewal_on").asString()).isEqualTo("2026-12-24");
        assertThat(row.get("assumed").toString()).isEqualTo("[\"next_renewal_on\"]");
        assertThat(row.get("status").asString()).isEqualTo("active");
        var event = api.events().get(0);
        assertThat(event.get("id").asString()).isEqualTo(reply.get("events.0.id"));
        assertThat(event.get("version").asInt()).isEqualTo(1);
        assertThat(event.get("payload").toString())
                .isEqualTo(
                        "{\"name\":\"Netflix\",\"cost\":\"499\",\"currency\":\"INR\",\"billing_cycle\":\"monthly\"}");
        assertThat(event.get("position").asLong()).isEqualTo(Long.parseLong(reply.get("position")));
    }

    @Test
    void setsTheDayOfRenewalWhenItIsAnswered() {
        var id = api.say("Netflix 499 monthly").get("id");

        var reply = api.answer(id, "{\"next_renewal_on\": \"2026-12-05\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().has("ask")).isFalse();
        assertThat(api.list().get(0).get("next_renewal_on").asString()).isEqualTo("2026-12-05");
        assertThat(api.list().get(0).get("assumed")).isEmpty();
        assertThat(api.answer(id, "{\"next_renewal_on\": \"2026-11-01\"}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'text': 'monthly'}              | monthly",
                "{'billing_cycle': 'yearly'}      | yearly",
                "{'billing_cycle': 'P28D'}        | P28D"
            })
    void asksForTheCycleAndTakesTheAnswer(String answer, String cycle) {
        var asked = api.say("Hotstar subscription 299");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.get("status")).isEqualTo("needs_input");
        assertThat(asked.get("missing")).isEqualTo("[\"billing_cycle\"]");
        assertThat(asked.get("ask.field")).isEqualTo("billing_cycle");
        assertThat(asked.get("ask.text")).isEqualTo("How often do you pay ₹299?");
        assertThat(api.list()).isEmpty();

        var json = answer.replace('\'', '"');
        var reply = api.answer(asked.get("id"), json);

        assertThat(reply.get("status")).isEqualTo("recorded");
        assertThat(reply.get("id")).isEqualTo(asked.get("id"));
        assertThat(api.list()).hasSize(1);
        assertThat(api.list().get(0).get("billing_cycle").asString()).isEqualTo(cycle);
        // a double tap is the same answer, and done once
        assertThat(api.answer(asked.get("id"), json).status()).isLessThan(500);
        assertThat(api.list()).hasSize(1);
    }

    @Test
    void everyChoiceThatIsOfferedIsTaken() {
        var asked = api.say("Hotstar subscription 299");

        for (var choice : asked.json().at("/ask/choices")) {
            var id = api.say("Hotstar subscription 299").get("id");
            var reply = api.answer(id, choice.get("answer").toString());

            assertThat(reply.get("status")).as(choice.toString()).isEqualTo("recorded");
            api.undo(id);
        }
        assertThat(asked.json().at("/ask/choices")).isNotEmpty();
    }

    @Test
    void refusesTheSameAgainAndTakesASecondOne() {
        api.say("Netflix 499 monthly");

        var again = api.say("netflix 499 a month");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.get("status")).isEqualTo("refused");
        assertThat(again.get("reason")).isEqualTo("duplicate");
        assertThat(again.json().get("choices")).hasSize(2);
        assertThat(api.list()).hasSize(1);

        var second = api.answer(again.get("id"), again.json().at("/choices/0/answer").toString());

        assertThat(second.get("status")).isEqualTo("recorded");
        assertThat(api.list()).hasSize(2);
        assertThat(api.list().findValuesAsString("name"))
                .containsExactlyInAnyOrder("Netflix", "Netflix 2");
    }

    @Test
    void leavesADuplicateAlone() {
        api.say("Netflix 499 monthly");
        var again = api.say("Netflix 499 monthly");

        var left = api.answer(again.get("id"), again.json().at("/choices/1/answer").toString());

        assertThat(left.status()).isEqualTo(200);
        assertThat(left.json().get("choices")).isEmpty();
        assertThat(api.list()).hasSize(1);
    }

    @Test
    void asksWhetherAnotherPriceIsNewOrASecondPlan() {
        api.say("Netflix 499 monthly");

        var asked = api.say("Netflix 649 monthly");

        assertThat(asked.get("status")).isEqualTo("needs_input");
        assertThat(asked.get("ask.field")).isEqualTo("type");
        var changed =
                api.answer(asked.get("id"), asked.json().at("/ask/choices/0/answer").toString());
        assertThat(changed.get("events.0.type")).isEqualTo("SUBSCRIPTION_PRICE_CHANGED");
        assertThat(api.list()).hasSize(1);
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("649");
    }

    @Test
    void cancelsOnceAndRefusesWhatIsNotThere() {
        api.say("Netflix 499 monthly");

        assertThat(api.say("cancel Netflix").get("events.0.type"))
                .isEqualTo("SUBSCRIPTION_CANCELLED");
        assertThat(api.list().get(0).get("status").asString()).isEqualTo("cancelled");
        assertThat(api.list().get(0).get("next_renewal_on").isNull()).isTrue();
        assertThat(api.say("cancel Netflix").get("reason")).isEqualTo("already_cancelled");
        assertThat(api.say("cancel Hulu").get("reason")).isEqualTo("unknown_subscription");
    }

    @Test
    void beginsAnewUnderItsNameAfterItWasCancelled() {
        api.say("Netflix 499 monthly");
        api.say("cancel Netflix");

        assertThat(api.say("Netflix 649 monthly").get("status")).isEqualTo("recorded");

        assertThat(api.list()).hasSize(2);
        assertThat(api.list().get(1).get("name").asString()).isEqualTo("Netflix");
    }

    @Test
    void undoesByAnEventAndFoldsAnew() {
        api.say("Netflix 499 monthly");
        var change = api.say("Netflix went up to 649");
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("649");

        assertThat(api.undo(change.get("id")).status()).isEqualTo(204);
        assertThat(api.undo(change.get("id")).status()).isEqualTo(204);

        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("499");
        assertThat(api.events()).hasSize(3);
        assertThat(api.events().get(2).get("type").asString()).isEqualTo("EVENT_RETRACTED");
        assertThat(api.events().get(2).at("/payload/event_id").asString())
                .isEqualTo(change.get("events.0.id"));
        assertThat(api.answer(change.get("id"), "{\"text\": \"monthly\"}").status()).isEqualTo(409);
    }

    @Test
    void putsBackWhatWasTakenBack() {
        var id = api.say("Netflix 499 monthly").get("id");
        api.undo(id);
        assertThat(api.list()).isEmpty();

        assertThat(
                        api.send(
                                        "POST",
                                        "/api/captures/" + id + "/restore",
                                        (String) null,
                                        java.util.Map.of())
                                .status())
                .isEqualTo(200);

        assertThat(api.list()).hasSize(1);
        api.undo(id);
        assertThat(api.list()).isEmpty();
    }

    @Test
    void correctsTheCaptureBefore() {
        api.say("Netflix 499 monthly");

        var corrected = api.say("no, 449");

        assertThat(corrected.get("corrects")).isEqualTo("true");
        assertThat(api.list()).hasSize(1);
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("449");
        api.undo(corrected.get("id"));
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("499");
    }

    @Test
    void answersTheOpenQuestionByTheNextMessage() {
        api.say("Hotstar subscription 299");

        var reply = api.say("monthly");

        assertThat(reply.get("answers")).isEqualTo("true");
        assertThat(api.list()).hasSize(1);
    }

    @Test
    void forgetsTheCaptureBeforeAfterTenMinutes() {
        api.say("Hotstar subscription 299");
        clock.advance(java.time.Duration.ofMinutes(11));

        assertThat(api.say("monthly").get("status")).isNotEqualTo("recorded");
        assertThat(api.list()).isEmpty();
    }

    @Test
    void asksAboutADuplicateAlsoWhenAnAnswerCompletedIt() {
        api.say("Hotstar 299 monthly");
        clock.advance(java.time.Duration.ofMinutes(11));
        var asked = api.say("Hotstar subscription 299");

        assertThat(api.answer(asked.get("id"), "{\"billing_cycle\": \"monthly\"}").get("reason"))
                .isEqualTo("duplicate");

        assertThat(api.list()).hasSize(1);
    }

    @Test
    void keepsWhatFitsBesideWhatDoesNot() {
        api.say("Netflix 499 monthly");

        var reply = api.say("Netflix 499 and Spotify 119, both monthly");

        assertThat(reply.get("status")).isEqualTo("recorded");
        assertThat(reply.json().get("events")).hasSize(1);
        assertThat(reply.json().get("drafts")).hasSize(1);
        assertThat(reply.get("ask.text")).contains("Netflix");
        var second =
                api.answer(reply.get("id"), reply.json().at("/ask/choices/0/answer").toString());
        assertThat(second.json().get("events")).hasSize(2);
        assertThat(second.json().has("drafts")).isFalse();
        assertThat(api.list()).hasSize(3);
        api.undo(reply.get("id"));
        assertThat(api.list()).hasSize(1);
    }

    @Test
    void asksForAPriceThatItsCurrencyCannotHave() {
        var asked = api.say("Crunchyroll ¥980.5 monthly");

        assertThat(asked.get("status")).isEqualTo("needs_input");
        assertThat(asked.get("ask.field")).isEqualTo("cost");
        assertThat(api.answer(asked.get("id"), "{\"cost\": \"499\"}").get("status"))
                .isEqualTo("recorded");
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("499");
    }

    @Test
    void takesAPriceInTheAccountsOwnCurrency() {
        var asked = api.say("Prime Video subscription monthly");
        assertThat(asked.get("ask.field")).isEqualTo("cost");

        assertThat(api.answer(asked.get("id"), "{\"cost\": \"299\"}").get("status"))
                .isEqualTo("recorded");

        assertThat(api.list().get(0).get("currency").asString()).isEqualTo("INR");
    }

    @Test
    void takesBackACorrectionAndThenWhatItCorrected() {
        var first = api.say("Netflix 499 monthly");
        var second = api.say("no, 449");

        api.undo(second.get("id"));
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("499");
        api.undo(first.get("id"));
        assertThat(api.list()).isEmpty();
        restore(first.get("id"));
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("499");
    }

    @Test
    void takesBackWhatWasCorrectedSinceAsAWhole() {
        var first = api.say("Netflix 499 monthly");
        api.say("no, 449");

        api.undo(first.get("id"));
        assertThat(api.list()).isEmpty();
        restore(first.get("id"));
        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("449");
    }

    @Test
    void takesBackWhatItsOwnAnswerCorrected() {
        var id = api.say("Netflix 499 monthly").get("id");
        assertThat(api.answer(id, "{\"text\": \"no, 449\"}").get("events.0.cost")).isEqualTo("449");
        assertThat(api.list()).hasSize(1);

        api.undo(id);

        assertThat(api.list()).isEmpty();
    }

    @Test
    void keepsWhatWasSaidLaterWhenItIsTakenBackAndPutBack() {
        var first = api.say("Netflix 499 monthly");
        api.say("Netflix went up to 649");
        api.say("cancel Netflix");

        api.undo(first.get("id"));
        assertThat(api.list()).isEmpty();
        restore(first.get("id"));

        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("649");
        assertThat(api.list().get(0).get("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void keepsTheDayThatWasSetWhenThePriceIsCorrected() {
        var id = api.say("Netflix 499 monthly").get("id");
        api.answer(id, "{\"next_renewal_on\": \"2026-12-05\"}");

        api.say("no, 449");

        assertThat(api.list().get(0).get("cost").asString()).isEqualTo("449");
        assertThat(api.list().get(0).get("next_renewal_on").asString()).isEqualTo("2026-12-05");
        assertThat(api.list().get(0).get("assumed")).isEmpty();
    }

    @Test
    void setsTheDayOfTheOneThatWasAskedAndAsksForTheNext() {
        var reply = api.say("Crunchyroll 79 and Spotify 119, both monthly");

        var next = api.answer(reply.get("id"), "{\"next_renewal_on\": \"2026-12-01\"}");

        assertThat(reply.get("ask.text")).contains("Crunchyroll");
        assertThat(next.get("ask.text")).contains("Spotify");
        assertThat(api.list().get(0).get("assumed")).isEmpty();
        assertThat(api.list().get(1).get("assumed")).hasSize(1);
        api.answer(reply.get("id"), "{\"next_renewal_on\": \"2026-12-02\"}");
        api.answer(reply.get("id"), "{\"next_renewal_on\": \"2026-12-02\"}");
        assertThat(api.list().get(1).get("next_renewal_on").asString()).isEqualTo("2026-12-02");
        assertThat(api.events()).hasSize(4);
    }

    @Test
    void letsNoUndoMakeTwoOfOneName() {
        api.say("Netflix 499 monthly");
        var cancel = api.say("cancel Netflix");
        api.say("Netflix 499 monthly");

        assertThat(api.undo(cancel.get("id")).status()).isEqualTo(409);

        assertThat(api.list().get(0).get("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void putsNothingBackThatHasNoPlaceAnyMore() {
        var first = api.say("Netflix 499 monthly");
        var second = api.say("Netflix went up to 649");
        api.undo(second.get("id"));
        api.undo(first.get("id"));

        assertThat(restore(second.get("id")).status()).isEqualTo(409);
        assertThat(api.get("/api/captures/" + second.get("id")).get("undone_at")).isNotBlank();
    }

    @Test
    void fillsOnlyTheDraftsThatLackTheAnswer() {
        var asked = api.say("Canva subscription 500 and Grammarly subscription 300");
        assertThat(asked.json().get("events")).hasSize(2);

        var reply = api.answer(asked.get("id"), "{\"billing_cycle\": \"monthly\"}");

        assertThat(reply.json().get("events")).hasSize(2);
        assertThat(api.list().get(1).get("cost").asString()).isEqualTo("300");
        api.undo(asked.get("id"));
        assertThat(api.list()).isEmpty();
    }

    private Api.Answer restore(String id) {
        return api.send(
                "POST", "/api/captures/" + id + "/restore", (byte[]) null, java.util.Map.of());
    }

    @Test
    void replaysTheReplyOfAKeyAndRefusesAnotherBody() {
        var first = api.say("Netflix 499 monthly", "k1");
        var again = api.say("Netflix 499 monthly", "k1");

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(api.events()).hasSize(1);
        assertThat(api.say("Spotify 119 monthly", "k1").status()).isEqualTo(422);
        clock.advance(java.time.Duration.ofHours(25));
        assertThat(api.say("Spotify 119 monthly", "k1").status()).isEqualTo(201);
    }

    @Test
    void oneKeyHundredTimesAtOnceIsOneEvent() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies =
                    threads.invokeAll(
                            IntStream.range(0, 100)
                                    .<Callable<String>>mapToObj(
                                            _ ->
                                                    () ->
                                                            api.say("Netflix 499 monthly", "same")
                                                                    .text())
                                    .toList());

            for (var reply : replies) {
                assertThat(reply.get()).isEqualTo(replies.getFirst().get());
            }
        }
        assertThat(api.events()).hasSize(1);
    }

    @Test
    void showsItsPagesByKeys() {
        for (int i = 0; i < 5; i++) {
            api.say("Service" + (char) ('A' + i) + " 10 monthly");
        }

        var first = api.get("/api/subscriptions?limit=2");
        var second = api.get("/api/subscriptions?limit=2&after=" + first.get("next"));
        var third = api.get("/api/subscriptions?limit=2&after=" + second.get("next"));

        assertThat(first.json().get("items")).hasSize(2);
        assertThat(third.json().get("items")).hasSize(1);
        assertThat(third.json().has("next")).isFalse();
        assertThat(api.get("/api/events?limit=3").get("next"))
                .isEqualTo(api.events().get(2).get("position").asString());
        assertThat(api.get("/api/subscriptions?limit=0").status()).isEqualTo(400);
        assertThat(api.get("/api/subscriptions?limit=201").status()).isEqualTo(400);
        assertThat(api.get("/api/events?limit=x").status()).isEqualTo(400);
    }

    @Test
    void storesNothingWhenItOnlyParses() {
        var outcome =
                api.post(
                        "/api/parse",
                        "{\"text\": \"Netflix 499 monthly\", \"now\":"
                                + " \"2026-01-31T09:00:00+05:30\"}");

        assertThat(outcome.get("status")).isEqualTo("recorded");
        assertThat(outcome.json().has("id")).isFalse();
        assertThat(api.events()).isEmpty();
    }
}
