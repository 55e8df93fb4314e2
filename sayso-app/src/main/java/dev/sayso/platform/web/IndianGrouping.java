package dev.sayso.platform.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Groups of two above the thousand, as in 1,23,456: the JDK knows one size of group only. */
final class IndianGrouping {
    private static final Set<String> REGIONS = Set.of("IN", "BD", "NP");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,3}(?:,\\d{3})+");
    private static final Pattern PLACE = Pattern.compile("(?<=\\d)(?=(?:\\d{2})+$)");

    private IndianGrouping() {}

    static String of(Locale locale, String number) {
        if (!REGIONS.contains(locale.getCountry())) {
            return number;
        }
        return WHOLE.matcher(number)
                .replaceAll(
                        whole -> {
                            var digits = whole.group().replace(",", "");
                            int last = digits.length() - 3;
                            return PLACE.matcher(digits.substring(0, last)).replaceAll(",")
                                    + ","
                                    + digits.substring(last);
                        });
    }
}
