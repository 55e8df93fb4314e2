package dev.sayso.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sayso.event.BillingCycle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Currency;
import java.util.List;
import java.util.Map;

class CatalogueTests {
    private static final Catalogue BUILT_IN = Catalogue.builtIn();

    @Test
    void knowsFiveHundredServicesBesideTheThingsOfEveryday() {
        assertThat(BUILT_IN.services().stream().filter(service -> !service.thing()).count())
                .isGreaterThanOrEqualTo(500);
        assertThat(BUILT_IN.services().stream().filter(Service::thing).count())
                .isGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void hasServicesInEveryCategory(Category category) {
        assertThat(BUILT_IN.services()).anyMatch(service -> service.category() == category);
    }

    @ParameterizedTest
    @CsvSource({
        "Netflix, Netflix",
        "NETFLIX, Netflix",
        "nflx, Netflix",
        "net flix, Netflix",
        "disney plus, Disney+",
        "Disney+, Disney+",
        "disneyplus, Disney+",
        "drop box, Dropbox",
        "office 365, Microsoft 365",
        "NYT, New York Times",
        "the new york times, New York Times",
        "hindu, The Hindu",
        "L'Equipe, L'Équipe",
        "cult fit, Cult.fit",
        "cultfit, Cult.fit",
        "PG&E, PG&E",
        "pg and e, PG&E",
        "prime, Amazon Prime",
        "yt premium, YouTube Premium",
        "नेटफ्लिक्स, Netflix",
        "ｎｅｔｆｌｉｘ, Netflix",
        "Gym membership, Gym",
        "किराया, किराया",
        "Which?, Which?"
    })
    void findsAServiceByNameOrAliasHoweverItIsWritten(String written, String name) {
        assertThat(BUILT_IN.find(written)).map(Service::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Netfl", "my own milkman Raju", "हिन्द", "🙂", "+"})
    void findsNothingWhereNothingIs(String written) {
        assertThat(BUILT_IN.find(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NETFLIX.COM, Netflix",
        "NETFLIX.COM 866-579-7172 CA, Netflix",
        "SPOTIFY INDIA, Spotify",
        "SPOTIFY P2C4F81A, Spotify",
        "SPOTIFY AB, Spotify",
        "GOOGLE *YouTubePremium, YouTube Premium",
        "GOOGLE *YouTube TV g.co/helppay, YouTube TV",
        "AMZN Prime, Amazon Prime",
        "AMZN Mktp US*2K4, Amazon",
        "AMAZON PRIME, Amazon Prime",
        "OPENAI *CHATGPT SUBSCR, ChatGPT",
        "CULTFIT HEALTHCARE, Cult.fit",
        "SKY DIGITAL, Sky",
        "DU TELECOM, du",
        "STAN ENTERTAINMENT, Stan",
        "APPLE.COM/BILL 866-712-7753, Apple",
        "MEDIBANK PRIVATE, Medibank",
        "ORANGE, Orange",
        "giffgaff, giffgaff",
        "UBER *ONE, Uber One",
        "UBER *TRIP HELP.UBER.COM, Uber"
    })
    void findsTheServiceBehindALineOfAStatement(String merchant, String name) {
        assertThat(BUILT_IN.findOnStatement(merchant)).map(Service::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SKYLINE CAFE",
                "RINGWOOD BAKERY",
                "MAXIMA",
                "RAJU MILK",
                "UBERTO",
                "VINTED"
            })
    void doesNotTakeTheBeginningOfAWordForAService(String merchant) {
        assertThat(BUILT_IN.findOnStatement(merchant)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORANGE COUNTY DINER", "RING MY BELL CAFE", "THREE KINGS PUB"})
    void doesNotTakeAnEverydayWordWithMoreBehindItForAService(String merchant) {
        assertThat(BUILT_IN.findOnStatement(merchant)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Netflix, true",
        "Spotify, true",
        "Hulu, true",
        "The Hindu, true",
        "Audible, true",
        "ESPN+, true",
        "LinkedIn Premium, true",
        "Amazon Prime, true",
        "Readly, true",
        "Amazon, false",
        "Apple, false",
        "Uber, false",
        "Swiggy, false",
        "Zomato, false",
        "Ola, false",
        "Costco, false",
        "Steam, false",
        "Google Play, false",
        "Gym, false"
    })
    void knowsWhatIsBoughtOnlyBySubscription(String name, boolean only) {
        assertThat(BUILT_IN.find(name).orElseThrow().onlyBySubscription()).isEqualTo(only);
    }

    @ParameterizedTest
    @CsvSource({"max, true", "Three, true", "monthly, true", "netflix, false", "hai, true"})
    void knowsEverydayWords(String word, boolean common) {
        assertThat(BUILT_IN.isCommonWord(word)).isEqualTo(common);
    }

    @Test
    void takesAServiceFromAFileAlone() {
        var catalogue =
                Catalogue.of(
                        Map.of(
                                "news.txt",
                                """
                                # what our town reads
                                Kleinstadt Bote | aliases: KB, der Bote | currency: EUR \
                                | cycle: quarterly | only by subscription \
                                | spoken: kline stat boat | statement: KLEINSTADT VERLAG
                                """,
                                "things.txt",
                                "Firewood | category: home\n"));

        assertThat(catalogue.services())
                .containsExactlyInAnyOrder(
                        new Service(
                                "Kleinstadt Bote",
                                List.of("KB", "der Bote"),
                                Category.NEWS,
                                Currency.getInstance("EUR"),
                                BillingCycle.QUARTERLY,
                                true,
                                false,
                                List.of("kline stat boat"),
                                List.of("KLEINSTADT VERLAG")),
                        new Service(
                                "Firewood",
                                List.of(),
                                Category.HOME,
                                null,
                                null,
                                false,
                                true,
                                List.of(),
                                List.of()));
        assertThat(catalogue.find("DER BOTE")).isPresent();
        assertThat(catalogue.find("Netflix")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    ' | aliases: a'                     > streaming.txt:2: the name is empty
                    'A | aliases:'                      > streaming.txt:2: aliases: says nothing
                    'A | aliases: b,,c'                 > "b,,c" has an empty entry; take a comma
                    'A | alias: b'                      > "alias: b" is not known; give "only by
                    'A | '                              > "" is not known
                    'A | only by subscription: yes'     > is not known; give
                    'A | aliases: b | aliases: c'       > aliases stands twice
                    'A | currency: Rs'                  > currency "Rs" is not an ISO 4217 code
                    'A | cycle: often'                  > billing_cycle "often" is not known
                    'A | category: news'                > category does not belong here
                    'A | aliases: first'                > "first" is First's already (streaming.txt:1)
                    'first | currency: INR'             > the name "first" is First's already
                    'A | statement: BANK LINE'          > "BANK LINE" is First's already
                    'A | spoken: fur st'                > "fur st" is First's already
                    """)
    void refusesALineThatIsWrongAndSaysWhereAndWhatToDo(String line, String problem) {
        var first = "First | spoken: fur st | statement: Bank Line\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.of(Map.of("streaming.txt", first + line)))
                .withMessageContaining("streaming.txt:2: ")
                .withMessageContaining(problem);
    }

    @Test
    void readsAFileAsAnyEditorLeavesIt() {
        var catalogue =
                Catalogue.of(Map.of("news.txt", "\uFEFFA\r\n\r\n  B |\tcycle: weekly \r\n"));

        assertThat(catalogue.services()).extracting(Service::name).containsExactly("A", "B");
        assertThat(catalogue.find("b").orElseThrow().cycle()).isEqualTo(BillingCycle.WEEKLY);
    }

    @Test
    void namesEveryMistakeOfAFileAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Catalogue.of(
                                        Map.of("news.txt", "A | x\n# fine\n\nB | cycle: often\n")))
                .withMessageContaining("news.txt:1: ")
                .withMessageContaining("news.txt:4: ");
    }

    @Test
    void refusesAFileThatIsNoCategorys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.of(Map.of("stuff.txt", "A\n")))
                .withMessageContaining("stuff.txt is no category's file; name it after one of");
    }

    @ParameterizedTest
    @CsvSource({
        "Firewood, category: is missing; give one of streaming",
        "Firewood | category: wood, category: wood is not known; give one of"
    })
    void wantsTheCategoryOfEachThing(String line, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.of(Map.of("things.txt", line)))
                .withMessageContaining("things.txt:1: " + problem);
    }
}
