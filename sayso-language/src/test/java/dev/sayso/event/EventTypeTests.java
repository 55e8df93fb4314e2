package dev.sayso.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

class EventTypeTests {
    private static final Map<Field, String> EXAMPLES =
            Map.ofEntries(
                    Map.entry(Field.NAME, "Netflix"),
                    Map.entry(Field.COST, "499"),
                    Map.entry(Field.CURRENCY, "INR"),
                    Map.entry(Field.BILLING_CYCLE, "monthly"),
                    Map.entry(Field.STARTED_ON, "2026-11-24"),
                    Map.entry(Field.NEXT_RENEWAL_ON, "2026-12-24"),
                    Map.entry(Field.TRIAL_ENDS_ON, "2026-12-01"),
                    Map.entry(Field.ENDS_ON, "2027-11-24"),
                    Map.entry(Field.EFFECTIVE_ON, "2026-11-30"),
                    Map.entry(Field.RESUMES_ON, "2027-03-01"),
                    Map.entry(Field.PAID_ON, "2026-11-23"),
                    Map.entry(Field.DAYS_BEFORE, "2"),
                    Map.entry(Field.EVENT_ID, "e1"),
                    Map.entry(Field.NEW_NAME, "Netflix Premium"),
                    Map.entry(Field.NOTE, "shared with Asha"),
                    Map.entry(Field.TAGS, "family"),
                    Map.entry(Field.PAYMENT_METHOD, "HDFC card"),
                    Map.entry(Field.MY_SHARE, "1/2"));

    @ParameterizedTest
    @EnumSource(EventType.class)
    void buildsAnEventThatHoldsAllItsFieldsAndNoOthers(EventType type) {
        var values = new EnumMap<Field, Object>(Field.class);
        EXAMPLES.forEach(
                (field, example) -> {
                    if (type.allows(field)) {
                        values.put(field, field.parse(example));
                    }
                });

        var event = type.build(values);

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.fields()).isEqualTo(values);
        assertThat(type.build(event.fields())).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void refusesToBuildWithoutWhatItRequires(EventType type) {
        assertThat(type.missing(Map.of())).containsExactlyInAnyOrderElementsOf(type.required());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.build(Map.of()))
                .withMessageContaining(type.required().getFirst().wire() + " is missing");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                EventType.PAYMENT_RECORDED.build(
                                        Map.of(Field.COST, BigDecimal.TEN, Field.DAYS_BEFORE, 2)))
                .withMessage(
                        "name is missing; days_before does not belong to PAYMENT_RECORDED;"
                                + " currency is missing beside cost");
    }

    @ParameterizedTest
    @CsvSource({
        "cost, '1,499', is not a number; write it like 499 or 14.99",
        "cost, -5, is negative",
        "currency, rupees, is not an ISO 4217 code such as INR",
        "started_on, 24/12/2026, is not a day; write it like 2026-12-24",
        "started_on, 2026-02-30, is not a day",
        "started_on, -0001-01-01, is not a day",
        "paid_on, +12026-01-01, is not a day",
        "days_before, 400, is out of range; give 0 to 366",
        "days_before, two, is not a number",
        "name, ' ', is empty"
    })
    void saysWhatIsWrongWithAValue(String field, String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.ofWire(field).parse(text))
                .withMessageStartingWith(field)
                .withMessageContaining(why);
    }

    @Test
    void readsAValueOfEachFieldsType() {
        EXAMPLES.forEach(
                (field, example) -> {
                    var value = field.parse(example);

                    assertThat(value).isInstanceOf(field.valueType());
                    assertThat(field.format(value)).isEqualTo(example);
                });
    }

    @Test
    void refusesASubscriptionThatEndsBeforeItStarts() {
        var values = new EnumMap<Field, Object>(Field.class);
        values.put(Field.NAME, "Gym");
        values.put(Field.COST, BigDecimal.ONE);
        values.put(Field.CURRENCY, Currency.getInstance("INR"));
        values.put(Field.BILLING_CYCLE, BillingCycle.MONTHLY);
        values.put(Field.STARTED_ON, Field.STARTED_ON.parse("2026-11-24"));
        values.put(Field.ENDS_ON, Field.ENDS_ON.parse("2026-11-23"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventType.SUBSCRIPTION_CREATED.build(values))
                .withMessage("ends_on 2026-11-23 is before started_on 2026-11-24");
    }
}
