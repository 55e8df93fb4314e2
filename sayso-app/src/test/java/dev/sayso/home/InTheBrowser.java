package dev.sayso.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import dev.sayso.Api;
import dev.sayso.House;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

/** A house and a browser; what a test of pages is given, and what no page may complain of. */
@House.Open
@EnabledIf("dev.sayso.home.Chromium#isThere")
abstract class InTheBrowser {
    static Chromium chromium;

    @Autowired House house;
    Api api;
    Page page;

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
    void complainsOfNothing() {
        page.context().close();
        assertThat(chromium.complaints()).isEmpty();
    }

    final String url(String path) {
        return "http://127.0.0.1:" + house.port() + path;
    }

    /** Takes its picture, and holds it to axe, the policy and the edges of the window. */
    final void examine(String name) {
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
}
