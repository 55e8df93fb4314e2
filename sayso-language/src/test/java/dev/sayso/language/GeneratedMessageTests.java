package dev.sayso.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.catalogue.Catalogue;
import dev.sayso.catalogue.Service;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.language.Outcome.Recorded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Messages made of parts whose meaning is known: every order of them says the same. */
class GeneratedMessageTests {
    private static final List<String> AMOUNTS =
            List.of("649", "₹1,499", "Rs 99.50", "$12.99", "£7", "€ 4,99", "1200 rupees", "AED 35");
    private static final List<String> CYCLES =
            List.of("monthly", "every month", "yearly", "annually", "per week", "every 84 days");
    private static final List<String> NAMES =
            List.of("Raju milk", "Violin lessons", "Kathak class", "Zzyzx Radio", "Priya tiffin");

    /** Names that are another word, too: nothing is guessed. */
    private static final Set<String> OTHER_WORDS = Set.of("Free", "NPR", "Suno", "Three", "Uber");

    /** A subscription of three parts. */
    private record Parts(String name, String amount, String cycle) {
        static Parts any(Random random) {
            return new Parts(
                    NAMES.get(random.nextInt(NAMES.size())),
                    AMOUNTS.get(random.nextInt(AMOUNTS.size())),
                    CYCLES.get(random.nextInt(CYCLES.size())));
        }

        String inOrder() {
            return name + " " + amount + " " + cycle;
        }
    }

    private static List<SubscriptionEvent> events(String text) {
        return Parser.standard().parse(Given.typed(text)) instanceof Recorded recorded
                ? recorded.readings().stream().map(Reading::event).toList()
                : List.of();
    }

    @Test
    void everyServiceIsReadByItsNamesAndWhatIsHeardOfThem() {
        var others = new TreeMap<String, Object>();
        for (var service : Catalogue.builtIn().services()) {
            var names = new ArrayList<String>();
            names.add(service.name());
            // of what is no company's, a person's own words stay: "Yoga class", not "Yoga"
            names.addAll(service.thing() ? List.of() : service.aliases());
            names.addAll(service.spoken());
            for (var name : names) {
                var outcome = Parser.standard().parse(Given.typed(name + " 649 monthly"));
                if (!isFor(service, outcome, SubscriptionCreated.class)
                        && !OTHER_WORDS.contains(name)) {
                    others.put(name, outcome);
                }
            }
        }

        assertThat(others).isEmpty();
    }

    @Test
    void everyServiceIsReadByHowItStandsInABanksMessage() {
        var others = new TreeMap<String, Object>();
        for (var service : Catalogue.builtIn().services()) {
            for (var descriptor : service.descriptors()) {
                var text = "Rs 649 debited from A/c XX12 on 11-03-26 towards " + descriptor;
                var outcome = Parser.standard().parse(Given.from(Source.SMS, text));
                if (!isFor(service, outcome, PaymentRecorded.class)) {
                    others.put(descriptor, outcome);
                }
            }
        }

        assertThat(others).isEmpty();
    }

    private static boolean isFor(
            Service service, Outcome outcome, Class<? extends SubscriptionEvent> type) {
        return outcome instanceof Recorded recorded
                && recorded.readings().size() == 1
                && type.isInstance(recorded.readings().getFirst().event())
                && service.name().equalsIgnoreCase(recorded.readings().getFirst().event().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2$s %3$s %1$s",
                "%2$s %3$s for %1$s",
                "%3$s, %1$s, %2$s",
                "%1$s: %3$s, %2$s",
                "%1$s - %2$s - %3$s",
                "%1$s (%2$s, %3$s)",
                "I pay %2$s %3$s for %1$s",
                "please add %1$s at %2$s %3$s"
            })
    void theOrderOfThePartsChangesNothing(String frame) {
        var random = new Random(20261124);
        for (int i = 0; i < 120; i++) {
            var parts = Parts.any(random);
            var text = frame.formatted(parts.name(), parts.amount(), parts.cycle());

            assertThat(events(text)).as(text).isEqualTo(events(parts.inOrder())).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {", ", " and ", "\n", "; ", ". ", " & ", " plus ", ", and "})
    void twoSubscriptionsReadAsEachDoesAlone(String between) {
        var random = new Random(7);
        for (int i = 0; i < 120; i++) {
            var first = Parts.any(random);
            var second = Parts.any(random);
            if (first.name().equals(second.name())) {
                continue;
            }
            var text = first.inOrder() + between + second.inOrder();

            assertThat(events(text))
                    .as(text)
                    .containsExactly(
                            events(first.inOrder()).getFirst(),
                            events(second.inOrder()).getFirst());
        }
    }
}
