package dev.sayso.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.sayso.Api;
import dev.sayso.House;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How the pages of help look, and that the way to a person is in view on each. */
@House.Open
@EnabledIf("dev.sayso.home.Chromium#isThere")
class HelpLookTests {
    private static Chromium chromium;

    @Autowired House house;
    private Api api;
    private Page page;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "320,  LIGHT, small-light",
        "430,  DARK,  phone-dark",
        "430,  LIGHT, phone-light",
        "1280, LIGHT, desktop",
        "1280, DARK,  desktop-dark"
    })
    void hasNoFlawAndStaysInTheWindow(int width, ColorScheme scheme, String name) {
        page = chromium.page(width, scheme);
        api.say("Netflix 499");

        page.navigate(url("/help"));
        seesAWayToAPerson("first");
        examine("help-1-first-" + name);

        page.navigate(url("/help?topic=misunderstood"));
        page.getByText("All of it, take it back").click();
        seesAWayToAPerson("confirm");
        examine("help-2-confirm-" + name);
        page.locator("button[value=no]").click();
        seesAWayToAPerson("answer");
        examine("help-3-answer-" + name);
        page.locator("button[value=yes]").click();
        examine("help-4-solved-" + name);

        page.navigate(url("/help"));
        page.getByText("A payment or a renewal").click();
        seesAWayToAPerson("question");
        examine("help-5-question-" + name);
        page.locator(".exit button").click();
        page.locator("#more").fill("My card is new since Monday.");
        page.locator(".talk button").click();
        examine("help-6-person-" + name);
        var own = page.url();

        page.navigate(url("/help/tickets"));
        examine("help-7-inbox-" + name);
        page.locator(".told a").first().click();
        examine("help-8-ticket-" + name);
        page.locator("#reply").fill("Open the page of your bank, and allow the mandate again.");
        page.locator("form[action$=reply] button").click();
        examine("help-8b-answered-" + name);

        page.navigate(own);
        examine("help-9-reply-" + name);

        page.navigate(url("/help/trees"));
        examine("help-10-trees-" + name);
    }

    private void seesAWayToAPerson(String where) {
        assertThat(
                        page.evaluate(
                                """
                                () => {
                                  const box = document.querySelector('.exit button').getBoundingClientRect();
                                  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                                  return box.height >= 44 && at !== null && at.closest('.exit') !== null;
                                }
                                """))
                .as(
                        "the way to a person is in view, big enough, and nothing lies over it: "
                                + where)
                .isEqualTo(true);
    }

    private void examine(String name) {
        assertThat(chromium.complaints()).as(name).isEmpty();
        Chromium.picture(page, name);
        assertThat(Chromium.flaws(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " does not scroll sideways")
                .isEqualTo(true);
        // axe and the camera leave styles of their own, which the policy blocks
        page.reload();
        chromium.complaints();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + house.port() + path;
    }
}
