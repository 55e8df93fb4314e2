package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.help.Action;
import dev.sayso.help.Fact;
import dev.sayso.help.ShippedHelp;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Guided help through the front door. */
@House.Open
class HelpTests {
    @Autowired House house;
    @Autowired MutableClock clock;
    @Autowired List<Fact> facts;
    @Autowired List<Action> actions;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @Test
    void walksFromTheFirstQuestionToASolutionThatWasConfirmed() {
        var first = start("{}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.get("kind")).isEqualTo("question");
        assertThat(first.get("text")).isEqualTo("What do you need help with?");
        assertThat(first.get("exit.label")).isEqualTo("Ask a person");
        assertThat(first.get("progress.asked")).isEqualTo("0");
        assertThat(first.get("can_back")).isEqualTo("false");

        var second = answer(first, "add");
        var third = say(second, "Monthly or yearly");
        var solution = answer(third, "yearly");

        assertThat(solution.get("kind")).isEqualTo("answer");
        assertThat(solution.get("asks")).isEqualTo("Did this solve it?");
        var end = post(solution, "solved", Map.of("step", step(solution), "solved", true));
        assertThat(end.get("kind")).isEqualTo("end");
        assertThat(end.get("status")).isEqualTo("resolved");
        assertThat(end.get("reason")).isEqualTo("confirmed");
        assertThat(end.get("trail.2.option")).isEqualTo("yearly");
        assertThat(api.get(path(end)).json()).isEqualTo(end.json());
    }

    @Test
    void beginsAtTheScreenOrTopicAndNotesOneItDoesNotKnow() {
        assertThat(start("{\"entry\": {\"topic\": \"voice\"}}").get("node"))
                .isEqualTo("voice.what");
        assertThat(start("{\"entry\": {\"screen\": \"payments\"}}").get("node"))
                .isEqualTo("start.pay");
        var unknown = start("{\"entry\": {\"screen\": \"moon\"}}");
        assertThat(unknown.get("node")).isEqualTo("start");
        assertThat(unknown.get("note")).contains("not known");
    }

    @Test
    void speaksThePersonsLanguage() {
        var view = start("{\"locale\": \"hi-IN\"}");

        assertThat(view.get("text")).isEqualTo("आपको किसमें मदद चाहिए?");
        assertThat(view.get("lang")).isEqualTo("hi-IN");
        assertThat(say(view, "भुगतान या नवीनीकरण में").get("node")).isEqualTo("start.pay");
    }

    @Test
    void skipsWhatTheSystemKnowsAndAsksItWhenContested() {
        api.say("Netflix 499");

        var view = start("{\"entry\": {\"topic\": \"cannot_add\"}}");
        assertThat(view.get("node")).isEqualTo("cycle.how");
        assertThat(view.get("skipped.0.node")).isEqualTo("add.what");
        assertThat(view.get("skipped.0.source")).isEqualTo("last_capture");

        var asked = post(view, "contest", Map.of("node", "add.what"));
        assertThat(asked.get("node")).isEqualTo("add.what");
        assertThat(asked.get("skipped")).isEqualTo("[]");
    }

    @Test
    void takesTheLastMessageBackOnceItWasConfirmed() {
        api.say("Netflix 499 monthly");
        var confirm = answer(start("{\"entry\": {\"topic\": \"misunderstood\"}}"), "all");
        assertThat(confirm.get("kind")).isEqualTo("confirm");
        assertThat(confirm.get("text")).isEqualTo("Take back the last one, Netflix 499 monthly?");
        assertThat(api.list()).hasSize(1);

        var end = answer(confirm, "yes");

        assertThat(end.get("reason")).isEqualTo("verified");
        assertThat(api.list()).isEmpty();
    }

    @Test
    void handsOverToAPersonWithTheWholeStory() {
        var view = answer(start("{}"), "pay");

        var end = post(view, "escalate", Map.of("step", step(view), "note", "my card is new"));

        assertThat(end.status()).isEqualTo(202);
        assertThat(end.get("reason")).isEqualTo("user_exit");
        var ticket = api.get("/api/help/tickets/" + end.get("ticket"));
        assertThat(ticket.get("state")).isEqualTo("open");
        assertThat(ticket.get("lines.0.text")).isEqualTo("my card is new");
        assertThat(ticket.get("transcript.1.shown")).isEqualTo("What do you need help with?");
        assertThat(ticket.get("transcript.2.what.option")).isEqualTo("pay");

        var path = "/api/help/tickets/" + end.get("ticket");
        assertThat(api.post(path + "/reply", "{\"text\": \"Try again.\"}").get("state"))
                .isEqualTo("taken");
        assertThat(api.post(path + "/reply", "{\"text\": \"Me too.\"}").status()).isEqualTo(409);
        assertThat(api.post(path + "/close", "{\"cause\": \"card\"}").get("state"))
                .isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"step\":1,\"node\":\"start\",\"option\":\"nothing\"}', unknown_answer",
        "'{\"step\":1,\"node\":\"start\",\"text\":\"the weather\"}', unknown_answer",
    })
    void escalatesAnUnknownAnswer(String body, String reason) {
        var end = api.post(path(start("{}")) + "/answers", body);

        assertThat(end.status()).isEqualTo(200);
        assertThat(end.get("status")).isEqualTo("escalated");
        assertThat(end.get("reason")).isEqualTo(reason);
        assertThat(end.get("ticket")).isNotNull();
    }

    @Test
    void givesTheSameActItsReplyAgainAndRefusesAnotherAtThatStep() {
        var first = start("{}");
        var second = answer(first, "add");

        var again = answer(first, "add");
        var other = answer(first, "pay");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(second.text());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.get("error")).isEqualTo("stale");
        assertThat(other.get("view.node")).isEqualTo("start.add");
    }

    @Test
    void takesOneOfManyActsAtOnce() throws Exception {
        var first = start("{}");
        var options = List.of("add", "pay", "alert", "list", "words", "data");
        try (var threads = Executors.newFixedThreadPool(options.size())) {
            var answers =
                    threads.invokeAll(
                            options.stream()
                                    .<Callable<Api.Answer>>map(o -> () -> answer(first, o))
                                    .toList());
            var statuses = new ArrayList<Integer>();
            for (var done : answers) {
                statuses.add(done.get().status());
            }
            assertThat(statuses).containsOnlyOnce(200);
            assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
        }
        assertThat(api.get(path(first)).get("step")).isEqualTo("2");
    }

    @Test
    void beginsOneSessionForOneKey() {
        var key = Map.of("Idempotency-Key", "help-" + System.nanoTime());

        var one = api.send("POST", "/api/help/sessions", "{}", key);
        var two = api.send("POST", "/api/help/sessions", "{}", key);

        assertThat(two.get("session")).isEqualTo(one.get("session"));
        assertThat(two.status()).isEqualTo(201);
    }

    @Test
    void goesBackAndBeginsAgain() {
        var second = answer(start("{}"), "add");

        var back = post(second, "back", Map.of());
        assertThat(back.get("node")).isEqualTo("start");
        assertThat(back.get("trail")).isEqualTo("[]");
        assertThat(post(back, "back", Map.of()).get("can_back")).isEqualTo("false");

        var again = post(answer(back, "pay"), "restart", Map.of());
        assertThat(again.get("node")).isEqualTo("start");
    }

    @Test
    void endsASessionThatWasLeftForADay() {
        var view = start("{}");
        clock.advance(Duration.ofHours(23));
        assertThat(api.get(path(view)).status()).isEqualTo(200);

        clock.advance(Duration.ofHours(2));

        assertThat(api.get(path(view)).status()).isEqualTo(410);
        assertThat(answer(view, "add").get("error")).isEqualTo("expired");
        assertThat(answer(view, "add").get("start")).isEqualTo("/api/help/sessions");
    }

    @Test
    void refusesEveryActAfterTheEnd() {
        var view = start("{}");
        post(view, "escalate", Map.of());

        var late = post(view, "restart", Map.of());

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.get("error")).isEqualTo("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "answers, '{\"step\":1,\"node\":\"start\"}'",
        "answers, '{\"node\":\"start\",\"option\":\"add\"}'",
        "answers, '[]'",
        "answers, '{\"step\":\"1\",\"node\":\"start\",\"option\":\"add\"}'",
        "solved, '{\"step\":1,\"solved\":true}'",
        "contest, '{\"node\":\"start\"}'",
        "feedback, '{\"rating\":9}'",
    })
    void saysWhatWasWrongAndChangesNothing(String route, String body) {
        var view = start("{}");

        var refused = api.post(path(view) + "/" + route, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.get("error")).isEqualTo("bad_request");
        assertThat(refused.get("message")).isNotBlank();
        assertThat(api.get(path(view)).get("step")).isEqualTo("1");
    }

    @Test
    void hidesSessionsThatAreNotThePersons() {
        assertThat(api.get("/api/help/sessions/" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(api.get("/api/help/tickets/999999").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"issue_type\":\"payment\",\"payment_problem\":\"failed\",\"retry_success\":false}',"
                + " escalated, action_failed",
        "'{\"issue_type\":\"payment\",\"payment_problem\":\"failed\",\"retry_success\":true}',"
                + " resolved, verified",
        "'{\"issue_type\":\"subscription\",\"subscription_problem\":\"manage\",\"manage_issue\":\"edit\"}',"
            + " resolved, answered",
        "'{\"anything\":\"else\"}', escalated, unknown_answer",
    })
    void evaluatesAWholeContextAtOnce(String context, String outcome, String reason) {
        var result = api.post("/api/help/evaluate", "{\"context\": " + context + "}");

        assertThat(result.get("outcome")).isEqualTo(outcome);
        assertThat(result.get("reason")).isEqualTo(reason);
    }

    @Test
    void countsWhatHappenedInItsFigures() {
        var before = api.get("/api/help/analytics/funnel").json().at("/counts");
        var view = start("{\"entry\": {\"topic\": \"cycle_confusion\"}}");
        post(answer(view, "monthly"), "solved", Map.of("step", 2, "solved", true));
        start("{\"preview\": true}");
        post(start("{}"), "escalate", Map.of());

        var after = api.get("/api/help/analytics/funnel").json().at("/counts");

        assertThat(grown(before, after, "started")).isEqualTo(2);
        assertThat(grown(before, after, "confirmed")).isEqualTo(1);
        assertThat(grown(before, after, "escalated")).isEqualTo(1);
    }

    @Test
    void knowsWhatWasSaidBeforeTheComplaint() {
        api.say("Netflix 499");
        assertThat(api.say("why can't i add my subscription").get("status")).isEqualTo("help");

        var view = start("{\"entry\": {\"topic\": \"cannot_add\"}}");

        assertThat(view.get("skipped.0.option")).isEqualTo("cycle");
    }

    @Test
    void setsADayThatWasGuessed() {
        api.say("Netflix 499 monthly");
        var id = api.list().get(0).get("id").asString();
        var view =
                start(
                        "{\"entry\": {\"screen\": \"subscription_detail\"}, \"context\":"
                                + " {\"subscription_id\": \""
                                + id
                                + "\"}}");

        var confirm = answer(answer(view, "next"), "d5");
        assertThat(confirm.get("text")).isEqualTo("Set that day for Netflix?");
        var end = answer(confirm, "yes");

        assertThat(end.get("reason")).isEqualTo("verified");
        assertThat(api.list().get(0).get("next_renewal_on").asString()).isEqualTo("2026-12-05");
        assertThat(api.list().get(0).get("assumed")).isEmpty();
    }

    @Test
    void exportsItsEventsWithoutWhatWasSaid() {
        api.say("Chaupal 499 monthly");
        answer(start("{\"entry\": {\"topic\": \"misunderstood\"}}"), "all");

        var lines = api.get("/api/help/analytics/events").text().lines().toList();

        assertThat(lines.getFirst()).contains("\"type\":\"started\"", "\"entry\":\"wrong.what\"");
        assertThat(lines.getLast()).contains("\"type\":\"shown\"", "\"node\":\"wrong.undo\"");
        assertThat(String.join("", lines)).doesNotContain("Chaupal");
    }

    @Test
    void offersWhatTheShippedTreesMayUse() {
        var vocabulary = ShippedHelp.vocabulary();
        var offered = new HashSet<String>();
        for (var fact : facts) {
            if (!fact.values().isEmpty()) {
                offered.add(fact.name());
                assertThat(vocabulary.facts().get(fact.name())).isEqualTo(fact.values());
            }
        }
        assertThat(offered).isEqualTo(vocabulary.facts().keySet());
        assertThat(actions)
                .allSatisfy(
                        action ->
                                assertThat(vocabulary.actions())
                                        .containsEntry(action.name(), action.isRisky()))
                .hasSameSizeAs(vocabulary.actions().keySet());
    }

    private static int grown(JsonNode before, JsonNode after, String count) {
        return after.get(count).asInt() - before.get(count).asInt();
    }

    private Api.Answer start(String body) {
        return api.post("/api/help/sessions", body);
    }

    private Api.Answer answer(Api.Answer view, String option) {
        return post(
                view,
                "answers",
                Map.of("step", step(view), "node", view.get("node"), "option", option));
    }

    private Api.Answer say(Api.Answer view, String text) {
        return post(
                view,
                "answers",
                Map.of("step", step(view), "node", view.get("node"), "text", text));
    }

    private Api.Answer post(Api.Answer view, String route, Map<String, ?> body) {
        return api.post(path(view) + "/" + route, Api.json(body));
    }

    private static int step(Api.Answer view) {
        return Integer.parseInt(view.get("step"));
    }

    private static String path(Api.Answer view) {
        return "/api/help/sessions/" + view.get("session");
    }
}
