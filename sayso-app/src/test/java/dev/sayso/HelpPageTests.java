package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;
import dev.sayso.platform.sql.Writer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The pages of guided help, by plain forms. */
@House.Open
class HelpPageTests {
    @Autowired House house;
    @Autowired FrontDesk desk;
    @Autowired Writer writer;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @Test
    void leadsByPlainFormsFromAScreenToATicket() {
        var first = api.get("/help?screen=payments");
        assertThat(first.text())
                .contains("What is it about?", "name=\"screen\" value=\"payments\"")
                .contains("I look for my payments");

        var begun = form("/help", "screen=payments&topic=&node=start.pay&option=where");
        assertThat(begun.status()).isEqualTo(303);
        var page = begun.headers().firstValue("Location").orElseThrow();
        var second = api.get(page);
        assertThat(second.text())
                .contains("Which payment are you looking for?", "Question 2 of at most 2")
                .contains("Ask a person", "Start again", "I look for my payments");

        form(page + "/answers", "step=2&node=paid.which&option=refund");
        assertThat(form(page + "/answers", "step=2&node=paid.which&option=bank").status())
                .isEqualTo(303);
        assertThat(api.get(page).text()).contains("Money that comes back", "Did this solve it?");

        form(page + "/answers", "step=3&node=paid.refund&option=no");
        assertThat(api.get(page).text())
                .contains(
                        "A person will look at this payment with you.", "Nobody has answered yet.");
        assertThat(api.get("/help/" + "0".repeat(32)).text()).contains("You can start again here.");
    }

    @Test
    void takesTypedAnswersOnThePageAndAPersonFromTheFirst() {
        var begun = form("/help", "screen=payments&node=start.pay&text=i+look+for+my+payments.");
        var page = begun.headers().firstValue("Location").orElseThrow();
        assertThat(api.get(page).text()).contains("Which payment are you looking for?");

        form(page + "/answers", "step=2&node=paid.which&text=Refund");
        assertThat(api.get(page).text()).contains("Money that comes back");

        var person = form("/help", "screen=&person=yes").headers().firstValue("Location");
        assertThat(api.get(person.orElseThrow()).text()).contains("A person will answer you.");
    }

    @Test
    void beginsOneSessionWhereAFormIsSentTwiceAndAnotherForAnotherAnswer() {
        var one = form("/help", "key=k1&node=start&option=add").headers().firstValue("Location");
        var two = form("/help", "key=k1&node=start&option=add").headers().firstValue("Location");
        var other = form("/help", "key=k1&node=start&option=pay").headers().firstValue("Location");

        assertThat(two).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
        assertThat(api.get(other.orElseThrow()).text()).contains("A payment or a renewal");
    }

    @ParameterizedTest
    @CsvSource({
        "my netflix renewal date is wrong, wrong_billing_date, Which day is wrong?",
        "payment failed for netflix after renewal, payment_failed, What happened with the payment?",
    })
    void opensAtTheBranchOfAComplaint(String said, String topic, String question) {
        var reply = api.say(said);
        assertThat(reply.get("status")).isEqualTo("help");
        assertThat(reply.get("topic")).isEqualTo(topic);

        var home = api.get("/").text();

        assertThat(home).contains("href=\"/help?topic=" + topic + "\"");
        assertThat(api.get("/help?topic=" + topic).text()).contains(question);
        var view = api.post("/api/help/sessions", "{\"entry\": {\"topic\": \"" + topic + "\"}}");
        assertThat(view.get("text")).isEqualTo(question);
    }

    @Test
    void leadsEachScreenToItsBranch() {
        assertThat(api.get("/").text()).contains("href=\"/help?screen=add_subscription\"");
        assertThat(api.get("/devices").text()).contains("href=\"/help?screen=settings\"");
        assertThat(api.get("/inbox").text()).contains("href=\"/help?screen=notifications\"");
    }

    @Test
    void speaksHindiOnItsPages() throws Exception {
        var account = desk.find("local").orElseThrow();
        writer.write(
                db ->
                        db.sql("UPDATE accounts SET locale = 'hi-IN' WHERE id = :id")
                                .param("id", account.id().value())
                                .update());
        try {
            var token = Map.of("Authorization", "Bearer " + desk.token(account, null).reveal());
            var page = api.send("GET", "/help", (String) null, token).text();

            assertThat(page)
                    .contains(
                            "आपको किसमें मदद चाहिए?",
                            "किसी व्यक्ति से पूछें",
                            "या अपने शब्दों में लिखें")
                    .contains("<main id=\"main\" lang=\"hi\"");
        } finally {
            writer.write(
                    db ->
                            db.sql("UPDATE accounts SET locale = 'en-IN' WHERE id = :id")
                                    .param("id", account.id().value())
                                    .update());
        }
    }

    @Test
    void hasEverySentenceOfItsPagesInHindi() {
        var english = ResourceBundle.getBundle("messages", Locale.ROOT);
        var hindi = ResourceBundle.getBundle("messages", Locale.forLanguageTag("hi-IN"));
        for (var key : Collections.list(english.getKeys())) {
            if (key.matches("(help|tickets?|trees)\\..*")) {
                assertThat(((PropertyResourceBundle) hindi).handleGetObject(key))
                        .as(key)
                        .isNotNull();
            }
        }
    }

    private Api.Answer form(String path, String fields) {
        return api.send(
                "POST", path, fields, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }
}
