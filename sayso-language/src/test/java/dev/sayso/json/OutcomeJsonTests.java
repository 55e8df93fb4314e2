package dev.sayso.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.EventType;
import dev.sayso.event.Field;
import dev.sayso.event.Money;
import dev.sayso.event.SubscriptionCreated;
import dev.sayso.language.Draft;
import dev.sayso.language.HelpTopic;
import dev.sayso.language.Origin;
import dev.sayso.language.Outcome;
import dev.sayso.language.Question;
import dev.sayso.language.Reading;
import dev.sayso.language.Reason;
import dev.sayso.language.Turn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class OutcomeJsonTests {
    private static final Currency INR = Currency.getInstance("INR");
    private static final Reading NETFLIX =
            new Reading(
                    new SubscriptionCreated(
                            "Netflix",
                            new Money(new BigDecimal("499.50"), INR),
                            BillingCycle.MONTHLY,
                            null,
                            LocalDate.of(2026, 12, 24),
                            null,
                            null),
                    Map.of(
                            Field.NAME, new Origin.Said(0, 7),
                            Field.COST, new Origin.Said(8, 14),
                            Field.CURRENCY, new Origin.Implied("default_currency")),
                    true);
    private static final Draft GYM =
            new Draft(
                    EventType.SUBSCRIPTION_CREATED,
                    Map.of(Field.NAME, "Gym", Field.BILLING_CYCLE, BillingCycle.ofDays(28)),
                    Map.of(Field.NAME, new Origin.Said(3, 6)),
                    false);
    private static final Draft OPEN =
            new Draft(null, Map.of(Field.NAME, "Hulu", Field.COST, new BigDecimal("9")), Map.of());

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(
                        new Outcome.Recorded(List.of(NETFLIX), List.of(), Turn.NEW),
                        """
                        {"status":"recorded","events":[{"type":"SUBSCRIPTION_CREATED",\
                        "name":"Netflix","cost":"499.5","currency":"INR",\
                        "billing_cycle":"monthly","next_renewal_on":"2026-12-24",\
                        "origins":{"name":{"start":0,"end":7},"cost":{"start":8,"end":14},\
                        "currency":{"rule":"default_currency"}},"sure":true}]}\
                        """),
                Arguments.of(
                        new Outcome.Recorded(
                                List.of(new Reading(NETFLIX.event(), NETFLIX.origins(), false, 2)),
                                List.of(GYM),
                                Turn.CORRECTS),
                        """
                        {"status":"recorded","events":[{"type":"SUBSCRIPTION_CREATED",\
                        "name":"Netflix","cost":"499.5","currency":"INR",\
                        "billing_cycle":"monthly","next_renewal_on":"2026-12-24",\
                        "origins":{"name":{"start":0,"end":7},"cost":{"start":8,"end":14},\
                        "currency":{"rule":"default_currency"}},"sure":false,"replaces":2}],\
                        "drafts":[{"type":"SUBSCRIPTION_CREATED","name":"Gym",\
                        "billing_cycle":"P28D","origins":{"name":{"start":3,"end":6}},\
                        "sure":false}],"corrects":true}\
                        """),
                Arguments.of(
                        new Outcome.NeedsInput(List.of(GYM), Turn.ANSWERS),
                        """
                        {"status":"needs_input","events":[{"type":"SUBSCRIPTION_CREATED",\
                        "name":"Gym","billing_cycle":"P28D",\
                        "origins":{"name":{"start":3,"end":6}},"sure":false}],\
                        "missing":["cost"],"answers":true}\
                        """),
                Arguments.of(
                        new Outcome.NeedsInput(List.of(GYM, OPEN), Turn.NEW),
                        """
                        {"status":"needs_input","events":[{"type":"SUBSCRIPTION_CREATED",\
                        "name":"Gym","billing_cycle":"P28D",\
                        "origins":{"name":{"start":3,"end":6}},"sure":false},\
                        {"name":"Hulu","cost":"9","origins":{},"sure":true}],\
                        "missing":["type","cost"]}\
                        """),
                Arguments.of(
                        new Outcome.Query(new Question(Question.Measure.TOTAL)),
                        """
                        {"status":"query","events":[],"query":{"measure":"total"}}\
                        """),
                Arguments.of(
                        new Outcome.Query(
                                new Question(
                                        Question.Measure.NEXT_RENEWAL,
                                        List.of("Netflix"),
                                        List.of("streaming"),
                                        LocalDate.of(2026, 11, 1),
                                        LocalDate.of(2026, 11, 30),
                                        Question.Order.DATE,
                                        3)),
                        """
                        {"status":"query","events":[],"query":{"measure":"next_renewal",\
                        "names":["Netflix"],"categories":["streaming"],"from":"2026-11-01",\
                        "to":"2026-11-30","order":"date","limit":3}}\
                        """),
                Arguments.of(
                        new Outcome.Help(HelpTopic.WRONG_BILLING_DATE),
                        """
                        {"status":"help","events":[],"topic":"wrong_billing_date"}\
                        """),
                Arguments.of(new Outcome.Help(null), "{\"status\":\"help\",\"events\":[]}"),
                Arguments.of(
                        new Outcome.Ignored(Reason.ONE_OFF, List.of(OPEN)),
                        """
                        {"status":"ignored","events":[],"drafts":[{"name":"Hulu","cost":"9",\
                        "origins":{},"sure":true}],"reason":"one_off"}\
                        """));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void writesAnOutcomeInTheOrderOfTheContract(Outcome outcome, String json) {
        assertThat(ContractJson.write(outcome)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void readsBackWhatItWrote(Outcome outcome, String json) {
        assertThat(ContractJson.readOutcome(json)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void carriesEveryReason(Reason reason) {
        var ignored = new Outcome.Ignored(reason, List.of());

        assertThat(ContractJson.readOutcome(ContractJson.write(ignored))).isEqualTo(ignored);
    }

    @ParameterizedTest
    @EnumSource(HelpTopic.class)
    void carriesEveryTopic(HelpTopic topic) {
        var help = new Outcome.Help(topic);

        assertThat(ContractJson.readOutcome(ContractJson.write(help))).isEqualTo(help);
    }

    @Test
    void readsTheShortFormOfLabelledData() {
        var read =
                ContractJson.readOutcome(
                        """
                        {"status": "recorded", "events": [{"type": "SUBSCRIPTION_CREATED",
                         "name": "Zee5", "cost": "899", "billing_cycle": "yearly",
                         "ends_on": null}]}\
                        """,
                        INR);

        var event =
                new SubscriptionCreated(
                        "Zee5",
                        new Money(new BigDecimal("899"), INR),
                        BillingCycle.YEARLY,
                        null,
                        null,
                        null,
                        null);
        var origins = Map.<Field, Origin>of(Field.CURRENCY, new Origin.Implied("default_currency"));
        assertThat(read)
                .isEqualTo(
                        new Outcome.Recorded(
                                List.of(new Reading(event, origins, true)), List.of(), Turn.NEW));
    }

    @Test
    void leavesTheCurrencyThatIsThere() {
        var read =
                ContractJson.readOutcome(
                        """
                        {"status": "needs_input", "missing": ["billing_cycle"], "events": [
                         {"type": "SUBSCRIPTION_CREATED", "cost": "9", "currency": "USD"}]}\
                        """,
                        INR);

        assertThat(((Outcome.NeedsInput) read).drafts().getFirst().values())
                .containsEntry(Field.CURRENCY, Currency.getInstance("USD"));
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void keepsADraftWithItsOrigins(Draft draft) {
        assertThat(ContractJson.readDraft(ContractJson.writeDraft(draft))).isEqualTo(draft);
    }

    static Stream<Draft> drafts() {
        return Stream.of(GYM, OPEN, Draft.of(NETFLIX), new Draft(null, Map.of(), Map.of()));
    }

    @Test
    void writesIntoAnOpenObjectSoThatMoreCanStandBesideIt() {
        var text = new StringWriter();
        try (var to =
                JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartArray();
            to.writeStartObject();
            to.writeStringProperty("id", "c1");
            ContractJson.writeMembers(to, new Outcome.Help(null));
            to.writeEndObject();
            to.writeStartObject();
            to.writeStringProperty("id", "e1");
            ContractJson.writeFields(to, NETFLIX.event());
            to.writeEndObject();
            to.writeStartObject();
            ContractJson.writeMembers(to, OPEN);
            to.writeEndObject();
            to.writeStartObject();
            ContractJson.writeMembers(to, new Reading(NETFLIX.event(), Map.of(), false));
            to.writeEndObject();
            ContractJson.write(to, new Outcome.Help(null));
            to.writeEndArray();
        }

        var fields =
                """
                "name":"Netflix","cost":"499.5","currency":"INR","billing_cycle":"monthly",\
                "next_renewal_on":"2026-12-24\"\
                """;
        assertThat(text)
                .hasToString(
                        "[{\"id\":\"c1\",\"status\":\"help\",\"events\":[]},{\"id\":\"e1\","
                                + fields
                                + "},{\"name\":\"Hulu\",\"cost\":\"9\",\"origins\":{},\"sure\":true},"
                                + "{\"type\":\"SUBSCRIPTION_CREATED\","
                                + fields
                                + ",\"origins\":{},\"sure\":false},{\"status\":\"help\",\"events\":[]}]");
    }
}
