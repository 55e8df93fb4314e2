package dev.sayso.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class BillingCycleTests {
    @ParameterizedTest
    @CsvSource({
        "daily, daily",
        "weekly, weekly",
        "fortnightly, fortnightly",
        "monthly, monthly",
        "quarterly, quarterly",
        "half_yearly, half_yearly",
        "yearly, yearly",
        "P1D, daily",
        "P7D, weekly",
        "P1W, weekly",
        "P14D, fortnightly",
        "P2W, fortnightly",
        "P1M, monthly",
        "P3M, quarterly",
        "P6M, half_yearly",
        "P12M, yearly",
        "P1Y, yearly",
        "P28D, P28D",
        "P4W, P28D",
        "P84D, P84D",
        "P30D, P30D",
        "P10D, P10D",
        "P2M, P2M",
        "P24M, P2Y",
        "P2Y, P2Y",
        "P1Y6M, P18M",
        "P50Y, P50Y"
    })
    void readsACycleAndWritesItInTheOneWay(String given, String wire) {
        assertThat(BillingCycle.parse(given).wire()).isEqualTo(wire);
        assertThat(BillingCycle.parse(wire)).isEqualTo(BillingCycle.parse(given));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    P0D    | is not a whole number of days or of months; give for example P28D
                    P0M    | is not a whole number
                    P1M1D  | is not a whole number
                    P-1M   | is not a whole number
                    P-28D  | is not a whole number
                    P51Y   | is longer than 50 years
                    P99999D | is longer than 50 years
                    P99999999999Y | is not known
                    PT24H  | is not known
                    Monthly | is not known; give daily, weekly, fortnightly, monthly
                    ''     | is not known
                    28     | is not known
                    """)
    void refusesWhatIsNoCycle(String given, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingCycle.parse(given))
                .withMessageStartingWith("billing_cycle \"")
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "monthly, 1", "yearly, 0.083333333333", "quarterly, 0.333333333333", "P2M, 0.5",
        "daily, 30.436875", "weekly, 4.348125", "P28D, 1.087031250000", "P84D, 0.362343750000"
    })
    void saysHowManyPaymentsAnAverageMonthHolds(String cycle, BigDecimal payments) {
        assertThat(BillingCycle.parse(cycle).perMonth()).isEqualByComparingTo(payments);
    }
}
