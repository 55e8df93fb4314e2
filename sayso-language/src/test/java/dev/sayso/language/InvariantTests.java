package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.event.SubscriptionEvent;
import dev.sayso.language.Outcome.Recorded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What must not change what is understood. */
class InvariantTests {
    private static List<SubscriptionEvent> events(String text, String... known) {
        var outcome = Parser.standard().parse(Given.typed(text, known));
        return outcome instanceof Recorded recorded
                ? recorded.readings().stream().map(Reading::event).toList()
                : List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Netflix 649 monthly",
                "paid 199 for Spotify yesterday",
                "Prime 1499 yearly, renews on 3 April",
                "Audible free trial for 30 days then 199 monthly",
                "cancel Hotstar",
                "Hotstar went up to 1799",
                "gym one thousand five hundred a month",
                "netflix 649 har mahine",
                "Netflix 649 monthly and Spotify 119 monthly"
            })
    void spacesCaseAndTrailingPunctuationChangeNothing(String text) {
        var events = events(text);

        assertThat(events).isNotEmpty();
        assertThat(events("  " + text.replace(" ", "   ") + " ")).isEqualTo(events);
        assertThat(events(text + ".")).isEqualTo(events);
        assertThat(events(text + "!!")).isEqualTo(events);
        assertThat(events(text + "\n")).isEqualTo(events);
        assertThat(events(text.toUpperCase(Locale.ROOT)))
                .usingElementComparator((a, b) -> a.toString().compareToIgnoreCase(b.toString()))
                .isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Netflix 649 monthly",
                "649 monthly Netflix",
                "monthly 649 for Netflix",
                "monthly, Netflix, 649",
                "649 every month for Netflix",
                "Netflix - monthly - 649"
            })
    void theOrderOfThePartsChangesNothing(String text) {
        assertThat(events(text)).isEqualTo(events("Netflix 649 monthly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {", ", " and ", "\n", "; ", ". ", " & ", " plus "})
    void twoSubscriptionsReadAsEachDoesAlone(String between) {
        var first = "Netflix 649 monthly";
        var second = "Prime 1499 yearly";

        var both = events(first + between + second);

        assertThat(both).containsExactly(events(first).getFirst(), events(second).getFirst());
    }

    @Test
    void theSameMessageHasTheSameOutcomeOnEveryThread() throws Exception {
        var message = Given.typed("Netflix 649 monthly and Spotify 119 monthly, renews on the 5th");
        var expected = Parser.standard().parse(message);
        Callable<Outcome> again = () -> Parser.standard().parse(message);

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var outcome : threads.invokeAll(java.util.Collections.nCopies(200, again))) {
                assertThat(outcome.get()).isEqualTo(expected);
            }
        }
    }
}
