package dev.sayso.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.sayso.House;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.file.Path;

/** Speaking in the page, into a microphone that plays a file again and again. */
@House.Open
@EnabledIf("isThere")
class SpeakingTests {
    @Autowired House house;
    private Chromium chromium;

    static boolean isThere() {
        return Chromium.isThere() && House.hears();
    }

    @BeforeEach
    void afresh() {
        house.afresh();
        chromium =
                new Chromium(
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-audio-capture="
                                + Path.of("src/test/resources/voice/cancel.wav").toAbsolutePath()
                                + "%noloop");
    }

    @AfterEach
    void close() {
        assertThat(chromium.complaints()).isEmpty();
        chromium.close();
    }

    @Test
    void takesWhatIsSpokenAndShowsWhatWasHeard() {
        house.api().say("Spotify 119 monthly");
        var page = open();

        page.locator("#speak").click();
        assertThat(page.locator("#speak")).hasAttribute("aria-pressed", "true");
        page.waitForTimeout(2_500);
        page.locator("#speak").click();

        assertThat(page.locator(".note .said").first()).containsText("cancel");
        assertThat(page.locator("#speak")).hasAttribute("aria-pressed", "false");
    }

    /** Without the script there is the form, which takes a recording made elsewhere. */
    @Test
    void takesARecordingWithoutScript() {
        var page =
                chromium.page(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setJavaScriptEnabled(false));
        page.navigate("http://127.0.0.1:" + house.port() + "/");

        page.locator("#recording summary").click();
        page.locator("#recording input[type=file]")
                .setInputFiles(Path.of("src/test/resources/voice/spotify.ogg"));
        page.locator("#recording .chip").click();

        assertThat(page.locator(".note .said").first()).containsText("one nineteen");
        assertThat(house.api().list().size()).isEqualTo(1);
    }

    private Page open() {
        var page = chromium.page(390, ColorScheme.LIGHT);
        page.navigate("http://127.0.0.1:" + house.port() + "/");
        assertThat(page.locator("#speak")).isVisible();
        assertThat(page.locator("#recording")).isHidden();
        return page;
    }
}
