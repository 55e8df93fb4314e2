package dev.sayso.capture.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people say the number of a price in English. */
final class SpokenNumbers {
    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private SpokenNumbers() {}

    /** The ways to say a whole number below a million; the usual one first. */
    static List<String> ways(int number) {
        var ways = new ArrayList<String>();
        int hundreds = number / 100;
        int rest = number % 100;
        if (number < 100) {
            ways.add(below100(number));
        } else if (number < 1_000) {
            ways.add(
                    rest == 0
                            ? SMALL[hundreds] + " hundred"
                            : rest < 10
                                    ? SMALL[hundreds] + " hundred and " + SMALL[rest]
                                    : SMALL[hundreds] + " " + below100(rest));
            if (rest >= 10) {
                ways.add(SMALL[hundreds] + " hundred and " + below100(rest));
                ways.add(SMALL[hundreds] + " hundred " + below100(rest));
            }
        } else if (number < 10_000 && number % 1_000 != 0) {
            ways.add(
                    below100(hundreds)
                            + (rest == 0
                                    ? " hundred"
                                    : rest < 10 ? " oh " + SMALL[rest] : " " + below100(rest)));
            ways.add(
                    SMALL[number / 1_000]
                            + " thousand "
                            + (number % 1_000 < 100
                                    ? "and " + below100(number % 1_000)
                                    : ways(number % 1_000).getLast()));
        } else {
            int thousands = number / 1_000;
            int below = number % 1_000;
            ways.add(
                    (thousands < 100 ? below100(thousands) : ways(thousands).getFirst())
                            + " thousand"
                            + (below == 0 ? "" : " " + ways(below).getLast()));
        }
        return ways;
    }

    /** The words that numbers are made of. */
    static Set<String> words() {
        return Stream.of(
                        Stream.of(SMALL),
                        Stream.of(TENS).filter(word -> !word.isEmpty()),
                        Stream.of("hundred", "thousand", "lakh"))
                .flatMap(words -> words)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String below100(int number) {
        return number < 20
                ? SMALL[number]
                : TENS[number / 10] + (number % 10 == 0 ? "" : " " + SMALL[number % 10]);
    }
}
