package dev.sayso.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

import java.util.List;

/** How the page looks: pictures to look at, and what axe and the edges of the window say. */
@House.Open
@EnabledIf("dev.sayso.home.Chromium#isThere")
class LookTests {
    private static final List<String> SAID =
            List.of(
                    "Spotify 119 monthly on the 26th",
                    "iCloud $2.99 every month on the 28th",
                    "Gym 1500 on the 1st of every month",
                    "Le Monde €11.99 monthly",
                    "The Hindu 2388 yearly, renews 5 December",
                    "Amazon Prime 1499 yearly",
                    "Hotstar subscription 299");

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
        "320,  DARK,  small-dark",
        "430,  LIGHT, phone-light",
        "430,  DARK,  phone-dark",
        "1280, LIGHT, desktop",
        "1280, DARK,  desktop-dark"
    })
    void hasNoFlawAndStaysInTheWindow(int width, ColorScheme scheme, String name) {
        page = chromium.page(width, scheme);

        page.navigate(url("/"));
        examine("first-" + name);

        SAID.forEach(api::say);
        page.navigate(url("/"));
        page.locator("#text").fill("Netflix ₹499 monthly");
        page.locator("#text").press("Enter");
        assertThat(page.locator(".row.fresh")).containsText("Netflix");
        examine("home-" + name);

        page.locator(".earlier > summary").click();
        page.getByText("Another day").first().click();
        examine("earlier-" + name);

        page.locator("#text").fill("netflix 499 monthly");
        page.locator("#text").press("Enter");
        assertThat(page.locator(".note.stops")).isVisible();
        examine("there-already-" + name);

        page.navigate(url("/nothing-here"));
        examine("problem-" + name);

        page.navigate(url("/help"));
        examine("help-first-" + name);
        page.getByText("Adding a subscription").click();
        page.getByText("It is not added").click();
        // what happened is known from the last message, so it is not asked
        examine("help-answer-" + name);
        page.getByText("Ask a person").click();
        examine("help-end-" + name);
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
