package dev.sayso.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.Currency;

class MoneyTests {
    private static final Currency INR = Currency.getInstance("INR");

    @ParameterizedTest
    @CsvSource({
        "499, 499",
        "499.00, 499",
        "14.99, 14.99",
        "14.90, 14.9",
        "0, 0",
        "0.00, 0",
        "1E+3, 1000",
        "120000, 120000",
        "0.005, 0.005",
        "999999999999999, 999999999999999"
    })
    void writesAnAmountWithoutEmptyFractionOrExponent(BigDecimal amount, String cost) {
        var money = new Money(amount, INR);

        assertThat(money.cost()).isEqualTo(cost);
        assertThat(money).isEqualTo(new Money(new BigDecimal(cost), INR));
        assertThat(money).hasSameHashCodeAs(new Money(new BigDecimal(cost), INR));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, is negative",
        "-0.01, is negative",
        "1234567890123456, more than 15 digits",
        "1E+999999999, more than 15 digits",
        "1E-999999999, more than 15 digits"
    })
    void refusesWhatIsNoPrice(BigDecimal amount, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(amount, INR))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"INR, 2", "JPY, 0", "KWD, 3", "XXX, 0"})
    void knowsHowManyDigitsACurrencyHas(String currency, int digits) {
        assertThat(Money.fractionDigits(Currency.getInstance(currency))).isEqualTo(digits);
    }
}
