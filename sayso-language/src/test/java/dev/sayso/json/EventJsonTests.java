package dev.sayso.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.EventRetracted;
import dev.sayso.event.EventType;
import dev.sayso.event.Money;
import dev.sayso.event.PaymentRecorded;
import dev.sayso.event.ReminderRemoved;
import dev.sayso.event.ReminderSet;
import dev.sayso.event.Share;
import dev.sayso.event.SubscriptionCancelled;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.event.SubscriptionCycleChanged;
import dev.sayso.event.SubscriptionDetailsSet;
import dev.sayso.event.SubscriptionEvent;
import dev.sayso.event.SubscriptionPaused;
import dev.sayso.event.SubscriptionPriceChanged;
import dev.sayso.event.SubscriptionRenamed;
import dev.sayso.event.SubscriptionRenewalSet;
import dev.sayso.event.SubscriptionResumed;
import dev.sayso.event.SubscriptionTermsSet;
import dev.sayso.event.Tags;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

class EventJsonTests {
    private static final LocalDate DAY = LocalDate.of(2028, 2, 29);

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        new SubscriptionCreated(
                                "日経 “Digital” 📰\u2028",
                                money("4277", "JPY"),
                                BillingCycle.ofMonths(2),
                                DAY,
                                DAY.plusDays(1),
                                DAY.plusDays(2),
                                DAY.plusDays(3)),
                        """
                        {"name":"日経 “Digital” 📰","cost":"4277","currency":"JPY",\
                        "billing_cycle":"P2M","started_on":"2028-02-29",\
                        "next_renewal_on":"2028-03-01","trial_ends_on":"2028-03-02",\
                        "ends_on":"2028-03-03"}\
                        """),
                Arguments.of(
                        new SubscriptionPriceChanged("A \"B\" \\", money("0.000", "KWD"), DAY),
                        """
                        {"name":"A \\"B\\" \\\\","cost":"0","currency":"KWD",\
                        "effective_on":"2028-02-29"}\
                        """),
                Arguments.of(
                        new SubscriptionRenewalSet("Rent", DAY),
                        """
                        {"name":"Rent","next_renewal_on":"2028-02-29"}\
                        """),
                Arguments.of(
                        new SubscriptionCycleChanged(
                                "Jio", BillingCycle.ofDays(84), money("799.10", "INR"), null),
                        """
                        {"name":"Jio","cost":"799.1","currency":"INR","billing_cycle":"P84D"}\
                        """),
                Arguments.of(
                        new SubscriptionCycleChanged("Jio", BillingCycle.YEARLY, null, DAY),
                        """
                        {"name":"Jio","billing_cycle":"yearly","effective_on":"2028-02-29"}\
                        """),
                Arguments.of(
                        new SubscriptionCancelled("Hulu", null),
                        """
                        {"name":"Hulu"}\
                        """),
                Arguments.of(
                        new SubscriptionPaused("Gym", DAY),
                        """
                        {"name":"Gym","resumes_on":"2028-02-29"}\
                        """),
                Arguments.of(
                        new SubscriptionResumed("Gym"),
                        """
                        {"name":"Gym"}\
                        """),
                Arguments.of(
                        new PaymentRecorded("Rent", money("123456789012345", "IDR"), DAY),
                        """
                        {"name":"Rent","cost":"123456789012345","currency":"IDR",\
                        "paid_on":"2028-02-29"}\
                        """),
                Arguments.of(
                        new ReminderSet(0, null),
                        """
                        {"days_before":0}\
                        """),
                Arguments.of(
                        new ReminderSet(7, "Netflix"),
                        """
                        {"name":"Netflix","days_before":7}\
                        """),
                Arguments.of(
                        new ReminderRemoved(7, "Netflix"),
                        """
                        {"name":"Netflix","days_before":7}\
                        """),
                Arguments.of(
                        new EventRetracted("0199-a"),
                        """
                        {"event_id":"0199-a"}\
                        """),
                Arguments.of(
                        new SubscriptionRenamed("Hotstar", "JioHotstar"),
                        """
                        {"name":"Hotstar","new_name":"JioHotstar"}\
                        """),
                Arguments.of(
                        new SubscriptionTermsSet("Gym", null, LocalDate.of(2027, 3, 31)),
                        """
                        {"name":"Gym","ends_on":"2027-03-31"}\
                        """),
                Arguments.of(
                        new SubscriptionDetailsSet(
                                "Netflix",
                                "ask Ben\nfor his part",
                                new Tags(List.of("family", "home")),
                                "HDFC card",
                                Share.parse("1/4")),
                        """
                        {"name":"Netflix","note":"ask Ben\\nfor his part","tags":["family","home"],"payment_method":"HDFC card","my_share":"1/4"}\
                        """),
                Arguments.of(
                        new SubscriptionDetailsSet(
                                "Netflix", null, SubscriptionDetailsSet.NO_TAGS, null, null),
                        """
                        {"name":"Netflix"}\
                        """));
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesThePayloadOfAnEventAndReadsItBack(SubscriptionEvent event, String payload) {
        assertThat(ContractJson.writeEvent(event)).isEqualTo(payload);
        assertThat(ContractJson.readEvent(event.type(), 1, payload)).isEqualTo(event);
    }

    @Test
    void hasAnExampleOfEveryType() {
        var shown = EnumSet.noneOf(EventType.class);
        events().forEach(row -> shown.add(((SubscriptionEvent) row.get()[0]).type()));

        assertThat(shown).containsExactly(EventType.values());
    }

    @Test
    void refusesAPayloadOfANewerShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ContractJson.readEvent(
                                        EventType.SUBSCRIPTION_RESUMED, 2, "{\"name\":\"Gym\"}"))
                .withMessageStartingWith("schema version 2 is not known");
    }

    @Test
    void namesAllThatIsWrongWithAPayloadAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ContractJson.readEvent(
                                        EventType.SUBSCRIPTION_CREATED,
                                        1,
                                        """
                                        {"name": "Netflix", "cost": 499, "currency": "rupees",
                                         "paid_on": "2026-01-01"}\
                                        """))
                .withMessageContainingAll(
                        "cost is the number 499",
                        "currency \"rupees\" is not an ISO 4217 code",
                        "a payload of SUBSCRIPTION_CREATED has no field \"paid_on\"");
    }

    @Test
    void refusesAPayloadThatLacksWhatItsTypeNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ContractJson.readEvent(
                                        EventType.SUBSCRIPTION_CREATED, 1, "{\"cost\":\"4\"}"))
                .withMessage(
                        "name is missing; billing_cycle is missing; currency is missing beside"
                                + " cost");
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
