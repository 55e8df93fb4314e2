package dev.sayso.subscription.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Money;
import dev.sayso.ledger.SubscriptionId;
import dev.sayso.platform.web.Phrase;
import dev.sayso.platform.web.Words;
import dev.sayso.subscription.Subscription;
import dev.sayso.subscription.web.ListView.Group;
import dev.sayso.subscription.web.ListView.Row;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;

class ListingTests {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Currency INR = Currency.getInstance("INR");

    @Test
    void groupsByThisWeekThenByMonthThenByYear() {
        var view =
                list(
                        given("Prime").every(BillingCycle.YEARLY).from("2027-03-08"),
                        given("Gym").from("2026-12-01"),
                        given("iCloud").from("2026-11-28"),
                        given("Hindu").from("2026-11-24"),
                        given("Rent").from("2026-11-30"));

        assertThat(view.groups().stream().map(Group::heading))
                .containsExactly("This week", "December", "2027");
        assertThat(rows(view).stream().map(row -> row.name() + " " + row.lead() + " " + row.day()))
                .containsExactly(
                        "Hindu today 24 Nov",
                        "iCloud Sat 28 Nov",
                        "Rent Mon 30 Nov",
                        "Gym Tue 1 Dec",
                        "Prime Mon 8 Mar");
    }

    @Test
    void addsUpMonthsOneSumACurrencyWithThePersonsOwnFirst() {
        var view =
                list(
                        given("iCloud").cost("2.99", "USD"),
                        given("Rent").cost("90000", "JPY"),
                        given("Netflix").cost("499", "INR"),
                        given("Prime").cost("1499", "INR").every(BillingCycle.YEARLY),
                        given("Recharge").cost("299", "INR").every(BillingCycle.ofDays(28)));

        assertThat(view.sum().text()).isEqualTo("₹948.94 a month");
        assertThat(view.also().stream().map(Phrase::text))
                .containsExactly("and JP¥90,000", "and $2.99");
    }

    @Test
    void countsNeitherWhatIsFreeNorPausedNorOver() {
        var view =
                list(
                        given("Trial").trialUntil("2026-12-02"),
                        given("Paused").pausedUntil("2027-03-01"),
                        given("Gone").cancelledOn("2026-11-20"),
                        given("Ended").endsOn("2026-11-01"));

        assertThat(view.sum().text()).isEqualTo("₹0 a month");
    }

    @Test
    void saysTheOneThingThatIsNotAsUsual() {
        var view =
                list(
                        given("Trial").from("2026-12-02").trialUntil("2026-12-02"),
                        given("Paused").pausedUntil("2027-03-01"),
                        given("Runs on").cancelledOn("2026-12-10"),
                        given("Gone").cancelledOn("2026-11-20"),
                        given("Ended").endsOn("2026-11-01"),
                        given("Ends").endsOn("2027-01-31"),
                        given("Dearer").later("139", "2026-12-26"));

        assertThat(rows(view).stream().map(row -> row.name() + ": " + row.remark()))
                .containsExactlyInAnyOrder(
                        "Trial: free until then",
                        "Paused: paused until 1 Mar 2027",
                        "Runs on: you cancelled it, runs until then",
                        "Gone: you cancelled it",
                        "Ended: ended",
                        "Ends: ends on 31 Jan 2027",
                        "Dearer: from 26 Dec ₹139");
        assertThat(view.groups().getLast().heading()).isEqualTo("No longer paid");
    }

    @Test
    void marksADayThatNobodyNamed() {
        var row = rows(list(given("Netflix").from("2026-12-24").assumed())).getFirst();

        assertThat(row.lead() + " " + row.day()).isEqualTo("about 24 Dec?");
        assertThat(row.assumed()).isTrue();
    }

    @Test
    void marksTheRowsThatWereJustSpokenOf() {
        var fresh = given("Netflix");

        var view = list(Set.of("id-Netflix"), fresh, given("Gym"));

        assertThat(rows(view).stream().filter(Row::fresh).map(Row::name))
                .containsExactly("Netflix");
    }

    @Test
    void beginsWithNothing() {
        var view = list();

        assertThat(view.sum().text()).isEqualTo("₹0 a month, so far");
        assertThat(view.groups()).isEmpty();
    }

    private static ListView list(Given... subscriptions) {
        return list(Set.of(), subscriptions);
    }

    private static ListView list(Set<String> fresh, Given... subscriptions) {
        var words = new Words(Locale.forLanguageTag("en-IN"), TODAY);
        return new Listing(words, INR, fresh)
                .of(List.of(subscriptions).stream().map(Given::subscription).toList());
    }

    private static List<Row> rows(ListView view) {
        return view.groups().stream().flatMap(group -> group.rows().stream()).toList();
    }

    private static Given given(String name) {
        return new Given(name);
    }

    private static final class Given {
        private final String name;
        private Money cost = new Money(new BigDecimal("100"), INR);
        private BillingCycle cycle = BillingCycle.MONTHLY;
        private LocalDate from = LocalDate.parse("2026-12-05");
        private boolean assumed;
        private LocalDate trialEndsOn;
        private LocalDate endsOn;
        private LocalDate resumesOn;
        private LocalDate cancelledOn;
        private Subscription.Later later;

        Given(String name) {
            this.name = name;
        }

        Given cost(String amount, String currency) {
            cost = new Money(new BigDecimal(amount), Currency.getInstance(currency));
            return this;
        }

        Given every(BillingCycle cycle) {
            this.cycle = cycle;
            return this;
        }

        Given from(String day) {
            from = LocalDate.parse(day);
            return this;
        }

        Given assumed() {
            assumed = true;
            return this;
        }

        Given trialUntil(String day) {
            trialEndsOn = LocalDate.parse(day);
            return this;
        }

        Given endsOn(String day) {
            endsOn = LocalDate.parse(day);
            return this;
        }

        Given pausedUntil(String day) {
            resumesOn = LocalDate.parse(day);
            return this;
        }

        Given cancelledOn(String day) {
            cancelledOn = LocalDate.parse(day);
            return this;
        }

        Given later(String amount, String day) {
            later =
                    new Subscription.Later(
                            new Money(new BigDecimal(amount), INR), LocalDate.parse(day));
            return this;
        }

        Subscription subscription() {
            return new Subscription(
                    new SubscriptionId("id-" + name),
                    name,
                    cost,
                    later,
                    cycle,
                    from,
                    from,
                    assumed,
                    null,
                    trialEndsOn,
                    endsOn,
                    resumesOn != null,
                    resumesOn,
                    cancelledOn,
                    1);
        }
    }
}
