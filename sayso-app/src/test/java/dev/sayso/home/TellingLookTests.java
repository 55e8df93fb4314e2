package dev.sayso.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.sayso.Api;
import dev.sayso.House;
import dev.sayso.account.Accounts;
import dev.sayso.notification.Kind;
import dev.sayso.notification.Notice;
import dev.sayso.notification.Notifications;
import dev.sayso.platform.sql.Writer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

/** How the inbox and the page of channels look. */
@House.Open
@EnabledIf("dev.sayso.home.Chromium#isThere")
class TellingLookTests {
    private static Chromium chromium;

    @Autowired House house;
    @Autowired Notifications notifications;
    @Autowired Accounts accounts;
    @Autowired Writer writer;
    private Page page;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({
        "320,  LIGHT, small-light",
        "430,  LIGHT, phone-light",
        "430,  DARK,  phone-dark",
        "1280, LIGHT, desktop"
    })
    void hasNoFlawAndStaysInTheWindow(int width, ColorScheme scheme, String name) {
        var api = house.afresh();
        page = chromium.page(width, scheme);
        page.navigate(url("/inbox"));
        examine("inbox-empty-" + name);

        tell(
                "renewal:1",
                Kind.RENEWAL,
                "Netflix renews on 26 Nov for ₹499.",
                "Every month, since January.");
        tell(
                "price_rise:1",
                Kind.PRICE_RISE,
                "Spotify costs ₹139 from 26 Dec; now it is ₹119.",
                "");
        api.send(
                "PUT",
                "/api/inbox/" + api.get("/api/inbox").get("items.0.id") + "/read",
                "",
                Map.of());
        page.navigate(url("/inbox"));
        examine("inbox-" + name);

        api.post(
                "/api/channels",
                Api.json(
                        Map.of(
                                "kind",
                                "ntfy",
                                "url",
                                "https://ntfy.example.org",
                                "topic",
                                "sayso-k3v9-winter")));
        api.post(
                "/api/channels",
                Api.json(
                        Map.of(
                                "kind",
                                "webhook",
                                "url",
                                "https://hooks.example.org/sayso/of/asha")));
        page.navigate(url("/settings/channels"));
        page.getByText("What comes, and when").first().click();
        examine("channels-" + name);
    }

    private void tell(String key, Kind kind, String title, String body) {
        writer.write(
                db ->
                        notifications.enqueue(
                                db,
                                new Notice(
                                        accounts.local().id(),
                                        key,
                                        kind,
                                        null,
                                        title,
                                        body,
                                        Map.of(),
                                        List.of())));
    }

    private void examine(String name) {
        assertThat(chromium.complaints()).as(name).isEmpty();
        Chromium.picture(page, name);
        assertThat(Chromium.flaws(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " does not scroll sideways")
                .isEqualTo(true);
        page.reload();
        chromium.complaints();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + house.port() + path;
    }
}
