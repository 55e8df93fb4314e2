package dev.sayso.capture.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.Api;
import dev.sayso.House;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the page's forms get, without a browser. */
@House.Open
class CapturePagesTests {
    private static final Map<String, String> SCRIPT = Map.of("HX-Request", "true");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    @Autowired House house;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    netflix 499 monthly                   | Netflix at ₹499 a month is in your list.
                    netflix 649 monthly                   | Is ₹649 a month the new price, or a second plan?
                    no, 449                               | Corrected. Netflix is ₹449 every month.
                    cancel Netflix                        | Noted as cancelled. Sayso cannot cancel it at Netflix for you; that is done on their page.
                    cancel Hulu                           | Hulu is not in your list.
                    iCloud $2.99 and Gym 1500, both monthly | iCloud is noted. The next one is about 24 Dec? Gym is noted. The next one is about 24 Dec?
                    Hotstar subscription 299              | How often do you pay ₹299?
                    bought running shoes 2499             | This looks like a single purchase, so it was left out.
                    how much do I spend on streaming?     | You pay ₹499 a month for streaming. In a year that is ₹5,988.
                    why is my billing date wrong?         | A few questions lead to an answer, or to a person. Open help
                    see you at eight                      | Nothing about a subscription was found in this. Try a name, a price and how often.
                    """)
    void saysWhatBecameOfIt(String text, String sentence) {
        say("Netflix ₹499 monthly", "first");

        assertThat(spoken(say(text, "second"))).contains(sentence);
    }

    @Test
    void tellsThePageThatTheListChangedAndGivesItANewKey() {
        var answer = say("Netflix ₹499 monthly", "k1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("HX-Trigger-After-Swap"))
                .hasValue("subscriptions-changed");
        assertThat(answer.text()).doesNotContain("<html").doesNotContain("value=\"k1\"");
    }

    @Test
    void sendsABrowserWithoutScriptToThePage() {
        var answer = post("/captures", Map.of("text", "Netflix ₹499 monthly"), Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/");
        assertThat(api.get("/").text()).contains("Netflix, ₹499 every month.");
    }

    @Test
    void notesADoublePressOnce() {
        say("Netflix ₹499 monthly", "k1");
        say("Netflix ₹499 monthly", "k1");

        assertThat(api.list()).hasSize(1);
        assertThat(api.events()).hasSize(1);
    }

    @Test
    void takesAnotherTextUnderTheKeyOfAnOlderPage() {
        say("Netflix ₹499 monthly", "k1");

        say("Gym 1500 monthly", "k1");

        assertThat(api.list()).hasSize(2);
    }

    @Test
    void takesASecondTapAsTheSameAnswer() {
        say("Hotstar subscription 299", "k1");
        var id = id();
        answer(id, "billing_cycle=monthly");

        answer(id, "billing_cycle=monthly");

        assertThat(api.list()).hasSize(1);
        assertThat(api.list().get(0).get("assumed").toString()).contains("next_renewal_on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    answer          | next_renewal_on=2026-11-01 | This does not answer what was asked
                    answer          | nonsense                   | This does not answer what was asked
                    answer          | next_renewal_on=%zz        | This does not answer what was asked
                    answer          | account_id=x               | This does not answer what was asked
                    next_renewal_on | 2020-01-01                 | That day cannot be set.
                    next_renewal_on | soon                       | That day cannot be set.
                    text            | ''                         | This does not answer what was asked
                    """)
    void changesNothingByAnAnswerThatDoesNotFit(String field, String value, String sentence) {
        say("Netflix ₹499 monthly", "k1");

        for (var how : new Map[] {SCRIPT, Map.of()}) {
            @SuppressWarnings("unchecked")
            var answer = post("/captures/" + id() + "/draft", Map.of(field, value), how);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(spoken(answer)).contains(sentence).contains("Netflix");
        }
        assertThat(api.events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"undo", "draft", "restore"})
    void knowsNoCaptureOfAnother(String verb) {
        var answer = post("/captures/other/" + verb, Map.of("answer", "leave=true"), Map.of());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("There is nothing at this address");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''          | Say a name, a price and how often.
                    '   '       | Say a name, a price and how often.
                    a\u0000b    | There is a character in this that cannot be kept.
                    """)
    void storesNothingThatItCannotTake(String text, String sentence) {
        var answer = say(text, "k1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#problem");
        assertThat(answer.text()).contains(sentence);
        assertThat(api.get("/").text()).contains("class=\"tries\"");
    }

    @Test
    void showsNoSecretAgain() {
        var answer = say("123456 is your OTP. Do not share it with anyone", "k1");

        assertThat(spoken(answer)).contains("This looks like a code or a password");
        assertThat(api.get("/").text()).doesNotContain("123456");
    }

    @Test
    void writesNamesAsText() {
        say("<b>Bold</b> 499 monthly", "k1");

        assertThat(api.get("/").text()).doesNotContain("<b>");
    }

    private Api.Answer say(String text, String key) {
        return post("/captures", Map.of("text", text, "key", key), SCRIPT);
    }

    private void answer(String id, String answer) {
        var status = post("/captures/" + id + "/draft", Map.of("answer", answer), SCRIPT).status();
        assertThat(status).isEqualTo(200);
    }

    private String id() {
        var id = Pattern.compile("/captures/([0-9a-f-]{36})/").matcher(api.get("/").text());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private Api.Answer post(String path, Map<String, String> form, Map<String, String> headers) {
        var body = new StringBuilder();
        form.forEach(
                (name, value) ->
                        body.append(body.isEmpty() ? "" : "&")
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return api.send("POST", path, body.toString(), all);
    }

    /** Its words, as they are read. */
    private static String spoken(Api.Answer answer) {
        return TAG.matcher(answer.text()).replaceAll("").replaceAll("\\s+", " ");
    }
}
