package dev.sayso.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** How the page looks: pictures to look at, and what axe and the edges of the window say. */
class LookTests extends InTheBrowser {
    private static final Page.GetByTextOptions EXACT = new Page.GetByTextOptions().setExact(true);
    private static final List<String> SAID =
            List.of(
                    "Spotify 119 monthly on the 26th",
                    "iCloud $2.99 every month on the 28th",
                    "Gym 1500 on the 1st of every month",
                    "Le Monde €11.99 monthly",
                    "The Hindu 2388 yearly, renews 5 December",
                    "Amazon Prime 1499 yearly",
                    "Hotstar subscription 299");

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

        page.navigate(url("/"));
        page.locator("#text").fill("show me everything that renews this week");
        page.locator("#text").press("Enter");
        assertThat(page.locator(".note.tells")).isVisible();
        examine("answer-" + name);

        api.say("pause Spotify until 1 March");
        api.say("Spotify goes up to 139 from 26 January");
        page.navigate(url("/"));
        page.locator(".row .name a").getByText("Spotify").click();
        assertThat(page.locator("h1")).hasText("Spotify");
        examine("subscription-" + name);
        page.getByText("Change", EXACT).click();
        page.getByText("Trial, end, notes").click();
        examine("edit-" + name);

        api.say("paid 119 for Spotify yesterday");
        page.navigate(url("/payments"));
        examine("payments-" + name);
        page.navigate(url("/settings"));
        examine("settings-" + name);

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
}
