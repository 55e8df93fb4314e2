package dev.sayso.home;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The browser that the machine has. It gathers all that a page complains of: script errors and what
 * the Content-Security-Policy blocked.
 */
final class Chromium implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param more arguments that the browser starts with
     */
    Chromium(String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
        arguments.addAll(List.of(more));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(EXECUTABLE)
                                        .setArgs(arguments));
    }

    /** For {@code @EnabledIf}: where there is none, tests are skipped and not passed. */
    static boolean isThere() {
        return Files.isExecutable(EXECUTABLE);
    }

    /** A page of that width. */
    Page page(int width, ColorScheme scheme) {
        return page(
                new Browser.NewContextOptions()
                        .setViewportSize(width, 844)
                        .setDeviceScaleFactor(width < 960 ? 2 : 1)
                        .setColorScheme(scheme)
                        // what moves cannot be compared, and the wash would fade
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    Page page(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setLocale("en-IN"));
        context.setDefaultTimeout(10_000);
        var page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(complaints::add);
        return page;
    }

    /** What pages complained of since it was last asked. */
    List<String> complaints() {
        var heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }

    /** What axe finds, a line each. */
    static List<String> flaws(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " at " + rule.getNodes().getFirst().getTarget())
                        .toList();
    }

    static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }

    private void hear(ConsoleMessage message) {
        // a reply with a 4xx is logged by the browser itself, and meant
        if (message.type().equals("error")
                && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
        }
    }
}
