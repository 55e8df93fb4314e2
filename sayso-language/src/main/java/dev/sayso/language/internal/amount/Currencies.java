package dev.sayso.language.internal.amount;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.Map;
import java.util.Set;

/** What a currency's sign means to a person, and in which currencies prices have no cents. */
public final class Currencies {
    private record Shared(Set<String> by, String otherwise) {}

    private static final Map<String, Shared> SHARED =
            Map.of(
                    "DOLLAR",
                    new Shared(
                            Set.of(
                                    "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP",
                                    "COP", "TWD", "JMD", "TTD", "BBD", "BSD", "BZD", "FJD", "GYD",
                                    "LRD", "NAD", "SRD", "UYU", "XCD", "BND", "BMD", "KYD", "DOP"),
                            "USD"),
                    "RUPEE",
                    new Shared(Set.of("INR", "PKR", "LKR", "NPR", "MUR", "SCR"), "INR"),
                    "KRONE",
                    new Shared(Set.of("SEK", "NOK", "DKK", "ISK"), "SEK"),
                    "YEN",
                    new Shared(Set.of("JPY", "CNY"), "JPY"),
                    "POUND",
                    new Shared(Set.of("GBP", "GIP", "FKP", "SHP", "GGP", "JEP", "IMP"), "GBP"));

    /** Prices are whole there, and rarely under a hundred: "four ninety nine" is 499. */
    private static final Set<String> WHOLE =
            Set.of(
                    "INR", "PKR", "LKR", "NPR", "BDT", "JPY", "KRW", "HUF", "CLP", "COP", "ARS",
                    "RUB", "PHP", "THB", "NGN", "KES", "ISK", "TWD", "CZK", "MUR", "IDR", "VND",
                    "SEK", "NOK", "DKK", "UAH", "HKD", "MXN", "ZAR", "EGP", "RSD", "TRY");

    private Currencies() {}

    /** The currency that is meant, or null where the sign is the person's own, whatever it is. */
    public static @Nullable Currency of(String sign, Currency own) {
        if (sign.equals("OWN")) {
            return null;
        }
        var shared = SHARED.get(sign);
        if (shared == null) {
            return Currency.getInstance(sign);
        }
        return shared.by.contains(own.getCurrencyCode())
                ? own
                : Currency.getInstance(shared.otherwise);
    }

    static boolean isWhole(Currency currency) {
        return WHOLE.contains(currency.getCurrencyCode());
    }

    /** Which of two readings of a number the currency makes likely. */
    public static boolean prefersWhole(Currency currency) {
        return isWhole(currency);
    }
}
