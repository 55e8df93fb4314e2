package dev.sayso.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;

import dev.sayso.House;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URI;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** The page on which one tries the API. */
@House.Open
class TryPageTests {
    @Autowired private House house;

    @Test
    void hasAPolicyOfItsOwnAndNoOtherPageHas() {
        var api = house.afresh();

        assertThat(api.get("/try").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("style-src 'self' 'unsafe-inline'", "script-src 'self';")
                .contains("default-src 'none'", "connect-src 'self'");
        assertThat(api.get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("unsafe");
    }

    @Test
    void hasAllThatItNeedsFromHere() {
        var api = house.afresh();
        var named =
                Pattern.compile("(?:href|src)=\"([^\"]+)\"")
                        .matcher(api.get("/try").text())
                        .results()
                        .map(it -> it.group(1))
                        .toList();

        assertThat(named).hasSize(5).allMatch(it -> it.startsWith("/"));
        for (var path : named) {
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        }
        // of the library two files, and none of its own pages
        var folder = named.getFirst().substring(0, named.getFirst().lastIndexOf('/') + 1);
        assertThat(api.get(folder + "index.html").status()).isEqualTo(404);
    }

    @Test
    void describesHowATokenIsSent() {
        var document = house.afresh().get("/v3/api-docs").json();

        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0").has("token")).isTrue();
    }

    @Test
    @EnabledIf("dev.sayso.home.Chromium#isThere")
    void sendsACaptureInABrowserAndAsksNoOtherHost() {
        var api = house.afresh();
        var hosts = new ArrayList<String>();
        try (var chromium = new Chromium()) {
            var page = chromium.page(1000, ColorScheme.LIGHT);
            page.onRequest(
                    request ->
                            hosts.add(
                                    URI.create(request.url()).getScheme()
                                            + " "
                                            + URI.create(request.url()).getHost()));
            page.navigate("http://127.0.0.1:" + house.port() + "/try");
            var take =
                    page.locator(".opblock-post")
                            .filter(
                                    new com.microsoft.playwright.Locator.FilterOptions()
                                            .setHas(page.locator("[data-path='/api/captures']")));
            take.locator(".opblock-summary").click();
            take.getByText("Try it out").click();
            take.locator("textarea").fill("{\"text\": \"Netflix 499 monthly\"}");
            take.getByText("Execute").click();

            assertThat(take.locator(".live-responses-table tbody .response-col_status"))
                    .containsText("201");
            Chromium.picture(page, "try");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(api.list()).hasSize(1);
        assertThat(hosts)
                .isNotEmpty()
                .allMatch(it -> it.equals("http 127.0.0.1") || it.startsWith("data "));
    }
}
