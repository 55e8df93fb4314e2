package dev.sayso.home;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, with its script and without. */
class PageTests extends InTheBrowser {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void notesWhatIsTypedAndShowsItsRow(boolean script) {
        visit(script);

        type("Netflix ₹499 monthly");

        assertThat(page.locator(".said .word"))
                .hasText(new String[] {"Netflix", "₹499", "monthly"});
        assertThat(page.locator(".said .gloss"))
                .hasText(new String[] {"name", "price", "how often"});
        assertThat(page.locator(".note .means").first())
                .hasText("Noted. The next one is about 24 Dec?");
        assertThat(row("Netflix").locator(".assumed")).hasText("24 Dec?");
        assertThat(row("Netflix").locator(".cost")).hasText("₹499");
        assertThat(row("Netflix")).hasClass("row fresh");
        assertThat(page.locator(".sum")).hasText("₹499 a month");
        assertThat(box()).hasValue("");
        assertThat(box()).isFocused();

        page.reload();

        assertThat(row("Netflix")).isVisible();
        assertThat(api.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void setsTheDayByATap(boolean script) {
        visit(script);
        type("Netflix ₹499 monthly");

        tap("5th");

        assertThat(page.locator(".note .means")).hasText("Noted. Netflix renews on 5 Dec.");
        assertThat(row("Netflix").locator(".assumed")).hasCount(0);
        assertThat(row("Netflix").locator(".day")).containsText("Sat 5 Dec");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void setsAnotherDay(boolean script) {
        visit(script);
        type("Netflix ₹499 monthly");

        page.getByText("Another day").click();
        page.getByLabel("Day").fill("2027-01-09");
        tap("Set it");

        assertThat(page.locator(".note .means")).hasText("Noted. Netflix renews on 9 Jan 2027.");
        assertThat(row("Netflix").locator(".day")).containsText("9 Jan");
        assertThat(page.locator(".ledger h3")).hasText("2027");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asksHowOftenAndTakesATap(boolean script) {
        visit(script);

        type("Hotstar subscription 299");
        assertThat(page.locator(".asked")).hasText("How often do you pay ₹299?");
        assertThat(page.locator(".row:not(.blank)")).hasCount(0);
        tap("Yearly");

        assertThat(row("Hotstar").locator(".per")).hasText("a year");
        assertThat(page.locator(".sum")).hasText("₹24.92 a month");
    }

    @Test
    void takesTheAnswerInTheBox() {
        visit(true);
        type("Hotstar subscription 299");
        assertThat(box()).hasAttribute("placeholder", "monthly");

        type("monthly");

        assertThat(row("Hotstar").locator(".per")).hasText("a month");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesBackAndPutsBack(boolean script) {
        visit(script);
        type("Netflix ₹499 monthly");

        tap("Undo");
        assertThat(page.locator(".note .means")).hasText("Taken back. Netflix is off your list.");
        assertThat(page.locator(".row:not(.blank)")).hasCount(0);
        tap("Put it back");

        assertThat(row("Netflix")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhatIsThereAlready(boolean script) {
        visit(script);
        type("Netflix ₹499 monthly");

        type("netflix 499 monthly");
        assertThat(page.locator(".note.stops .means").first())
                .hasText("Netflix at ₹499 a month is in your list.");
        assertThat(row("Netflix")).hasClass("row fresh");
        tap("It is a second one");

        assertThat(page.locator(".row .name")).hasText(new String[] {"Netflix", "Netflix 2"});
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsInTheBoxWhatIsTooLong(boolean script) {
        visit(script);
        var text = "Netflix 499 monthly " + "and more ".repeat(300);

        type(text);

        assertThat(page.locator("#problem"))
                .hasText("This is 2,720 characters; up to 2,000 fit. Say one thing at a time.");
        assertThat(box()).hasValue(text);
        assertThat(box()).hasAttribute("aria-invalid", "true");

        type("Netflix 499 monthly");

        assertThat(page.locator("#problem")).isHidden();
        assertThat(row("Netflix")).isVisible();
    }

    @Test
    void fillsTheBoxWithAnExampleAndSendsNothing() {
        visit(true);

        page.getByText("Rent 18,000 every month").click();

        assertThat(box()).hasValue("Rent 18,000 every month");
        assertThat(box()).isFocused();
        assertThat(api.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void notesEachOfItsExamples(int example) {
        visit(false);

        page.locator(".tries a").nth(example).click();
        assertThat(page.locator(".tries")).isVisible();
        box().press("Enter");

        assertThat(page.locator(".note.tick")).isVisible();
        assertThat(api.list().size()).isEqualTo(example == 2 ? 2 : 1);
    }

    @Test
    void comesToTheBoxByItsKey() {
        visit(true);
        type("Netflix ₹499 monthly");
        page.getByText("Undo").focus();

        page.keyboard().press("/");

        assertThat(box()).isFocused();
        assertThat(box()).hasValue("");
    }

    @Test
    void keepsTheTextWhenTheServerDoesNotAnswerAndNotesItOnce() {
        visit(true);
        page.context().setOffline(true);
        type("Netflix ₹499 monthly");
        assertThat(page.locator(".note.fails")).containsText("Your words are still in the box.");
        assertThat(box()).hasValue("Netflix ₹499 monthly");
        assertThat(chromium.complaints()).allMatch(it -> it.startsWith("htmx:"));

        page.context().setOffline(false);
        box().press("Enter");

        assertThat(row("Netflix")).isVisible();
        assertThat(api.list()).hasSize(1);
    }

    @Test
    void tellsAScreenReaderTheSentenceAndKeepsTheOldQuestionBelow() {
        visit(true);
        type("Hotstar subscription 299");

        type("Netflix ₹499 monthly");

        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                .containsText("Netflix, ₹499 every month. Noted. The next one is about 24 Dec?");
        var earlier = page.locator(".earlier");
        assertThat(earlier.locator(".note")).isHidden();
        earlier.getByText("One earlier question is still open").click();
        tap("Monthly");
        assertThat(row("Hotstar")).isVisible();
        assertThat(earlier).hasCount(0);
    }

    @Test
    void showsWhatIsWrittenAsTextOnly() {
        visit(true);

        type("<img src=x onerror=alert(1)> 499 monthly");

        assertThat(page.locator(".said")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("main img")).hasCount(0);
    }

    private void visit(boolean script) {
        page =
                chromium.page(
                        new Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setColorScheme(ColorScheme.LIGHT)
                                .setJavaScriptEnabled(script));
        page.navigate(url("/"));
    }

    private void type(String text) {
        box().fill(text);
        box().press("Enter");
    }

    private void tap(String words) {
        page.getByText(words, new Page.GetByTextOptions().setExact(true)).click();
    }

    private Locator box() {
        return page.locator("#text");
    }

    private Locator row(String name) {
        return page.locator(".row", new Page.LocatorOptions().setHasText(name));
    }
}
