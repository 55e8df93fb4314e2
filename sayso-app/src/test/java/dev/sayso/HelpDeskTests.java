package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** People who ask people: a person, and agents who answer, each by pages of plain forms. */
@House.Open
class HelpDeskTests {
    @Autowired House house;
    @Autowired FrontDesk desk;
    @Autowired MutableClock clock;
    private Api api;
    private Map<String, String> asha;
    private Map<String, String> meera;
    private Map<String, String> ravi;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        asha = as("asha", false);
        meera = as("meera", true);
        ravi = as("ravi", true);
    }

    @Test
    void bringsTheAgentsAnswerToThePersonsPage() {
        var page = ask();
        form(asha, page + "/ticket", "text=My+card+is+new.");
        var number = number(page);

        var inbox = get(meera, "/help/tickets").text();
        assertThat(inbox).contains("Number " + number, "support", "Asked for a person");
        var ticket = get(meera, "/help/tickets/" + number).text();
        assertThat(ticket)
                .contains("Nobody has it yet.", "My card is new.", "What do you need help with?")
                .contains("Chose pay at start");
        form(meera, "/help/tickets/" + number + "/take", "revision=1");
        form(meera, "/help/tickets/" + number + "/note", "revision=2&text=Looks+like+a+mandate.");
        form(meera, "/help/tickets/" + number + "/reply", "revision=3&text=Try+it+again+now.");

        var answered = get(asha, page).text();
        assertThat(answered)
                .contains("There is an answer.", "meera", "Try it again now.", "My card is new.")
                .doesNotContain("Looks like a mandate.");
        assertThat(get(asha, "/help").text()).contains("There is an answer.", page);
        assertThat(get(asha, "/api/inbox").text())
                .contains("Somebody answered what you asked", "Try it again now.");
        form(asha, page + "/ticket", "text=It+works.");
        form(meera, "/help/tickets/" + number + "/close", "revision=4&cause=explained");
        assertThat(get(asha, page).text()).contains("It works.", "It is closed.");
        assertThat(get(meera, "/help/tickets?state=closed").text()).contains("Number " + number);
    }

    @Test
    void tellsTheSecondOfTwoAgentsAndKeepsWhatTheyWrote() {
        var page = ask();
        var number = number(page);
        form(meera, "/help/tickets/" + number + "/reply", "revision=1&text=From+Meera.");

        var second = form(ravi, "/help/tickets/" + number + "/reply", "revision=1&text=From+Ravi.");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text())
                .contains("Somebody else was first", "From Meera.", ">From Ravi.</textarea>");
        assertThat(get(asha, page).text()).contains("From Meera.").doesNotContain("From Ravi.");
        form(ravi, "/help/tickets/" + number + "/reply", "revision=2&text=From+Ravi.");
        assertThat(get(asha, page).text()).contains("From Meera.", "From Ravi.");
    }

    @Test
    void letsOneOfManyWhoTakeItAtOnceHaveIt() throws Exception {
        var number = number(ask());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var done =
                    threads.invokeAll(
                            List.<Callable<Integer>>of(
                                    () -> take(meera, number).status(),
                                    () -> take(ravi, number).status()));
            assertThat(List.of(done.get(0).get(), done.get(1).get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
        assertThat(take(meera, number).status()).isEqualTo(409);
    }

    private Api.Answer take(Map<String, String> who, String number) {
        return api.send("POST", "/api/help/tickets/" + number + "/take", "{}", who);
    }

    @Test
    void showsATicketToNobodyElse() {
        var page = ask();
        var number = number(page);
        var ben = as("ben", false);

        assertThat(get(ben, page).text()).doesNotContain("Number " + number);
        assertThat(get(ben, "/help").text()).doesNotContain("Number " + number);
        assertThat(form(ben, page + "/ticket", "text=Mine").status()).isEqualTo(303);
        assertThat(get(asha, page).text()).doesNotContain("Mine");
        assertThat(get(asha, "/help/tickets/" + number).status()).isEqualTo(403);
        assertThat(get(asha, "/api/help/tickets/" + number).status()).isEqualTo(403);
        assertThat(
                        get(ben, "/api" + page.replace("/help/", "/help/sessions/") + "/ticket")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void saysHowLongOthersWaited() {
        var first = number(ask());
        clock.advance(Duration.ofHours(2));
        form(meera, "/help/tickets/" + first + "/reply", "revision=1&text=Hello.");

        assertThat(get(asha, ask()).text()).contains("Others waited about 2 hours");
    }

    @Test
    void asksHowWellItHelpedOnce() {
        var page = ask();
        assertThat(get(asha, page).text()).contains("How well did this help?");

        form(asha, page + "/feedback", "rating=4");
        form(asha, page + "/feedback", "rating=1");

        assertThat(get(asha, page).text())
                .contains("Thank you. That is noted.")
                .doesNotContain("How well did this help?");
        assertThat(get(asha, "/api" + page.replace("/help/", "/help/sessions/")).get("rating"))
                .isEqualTo("4");
    }

    @Test
    void givesWhoIsAloneAReportWithoutTheirWords() {
        api = house.afresh();
        api.say("Chaupal 499 monthly");
        var view = api.post("/api/help/sessions", "{\"entry\": {\"topic\": \"misunderstood\"}}");
        var page = "/help/" + view.get("session");
        api.send("POST", page + "/answers", "step=1&node=wrong.what&option=all", FORM);
        api.send("POST", page + "/answers", "step=2&node=wrong.undo&text=chaupal+again", FORM);

        var end = api.get(page).text();

        assertThat(end)
                .contains("Nobody but you looks after this Sayso.", "<textarea id=\"report\"");
        var report = api.get("/api/help/sessions/" + view.get("session") + "/report").text();
        assertThat(report)
                .contains("What was read wrong? [wrong.what]", "All of it, take it back [all]")
                .contains("escalated, unknown_answer")
                .doesNotContainIgnoringCase("chaupal")
                .doesNotContain("499");
    }

    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded");

    /** A person asks a person; the path of the page. */
    private String ask() {
        var begun = form(asha, "/help", "node=start&option=pay");
        var page = begun.headers().firstValue("Location").orElseThrow();
        form(asha, page + "/escalate", "step=2");
        return page;
    }

    private String number(String page) {
        return api.send(
                        "GET",
                        "/api" + page.replace("/help/", "/help/sessions/"),
                        (String) null,
                        asha)
                .get("ticket");
    }

    private Api.Answer get(Map<String, String> who, String path) {
        return api.send("GET", path, (String) null, who);
    }

    private Api.Answer form(Map<String, String> who, String path, String fields) {
        var headers = new java.util.HashMap<>(who);
        headers.putAll(FORM);
        return api.send("POST", path, fields, headers);
    }

    private Map<String, String> as(String name, boolean operator) {
        return Map.of(
                "Authorization", "Bearer " + desk.token(desk.add(name, operator), null).reveal());
    }
}
