package dev.sayso.capture.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The sentences that a recogniser is told to expect, made of what people say, their own names, the
 * popular services, and prices of their currency. It learns from them which word follows which, so
 * a sentence that is not among them is heard, too.
 */
final class Phrases {
    /** As many as it takes: with 12,000 it hears no better and starts later. */
    private static final int SENTENCES = 4_000;

    private static final int[] LARGE = {
        49, 59, 60, 79, 99, 100, 119, 120, 129, 139, 149, 150, 159, 169, 179, 189, 199, 200, 219,
        239, 249, 250, 269, 279, 289, 299, 300, 329, 349, 350, 379, 389, 399, 400, 429, 449, 450,
        479, 499, 500, 549, 550, 589, 599, 600, 649, 650, 699, 700, 719, 749, 750, 799, 800, 849,
        899, 900, 949, 999, 1000, 1099, 1149, 1199, 1200, 1249, 1299, 1349, 1399, 1449, 1499, 1500,
        1599, 1699, 1799, 1800, 1899, 1999, 2000, 2199, 2499, 2500, 2999, 3000, 3499, 3500, 3999,
        4000, 4500, 4999, 5000, 6000, 7500, 8000, 9999, 10000, 12000, 15000, 18000, 20000, 25000,
        30000, 40000, 50000
    };
    private static final int[] WHOLE = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 25, 28, 30,
        35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 90, 99, 100, 110, 119, 120, 139, 150, 180, 199, 200,
        250, 300, 400, 500, 600, 800, 1000, 1200, 1500, 2000
    };

    private record Template(String text, int weight) {}

    private final SpokenNames names;
    private final List<Template> templates = new ArrayList<>();
    private final Map<String, List<String>> words = new HashMap<>();
    private final List<String> popular;

    Phrases(SpokenNames names) {
        this.names = names;
        this.popular = popular();
        for (var line : lines("sentences.txt")) {
            int bar = line.indexOf('|');
            templates.add(
                    bar < 0
                            ? new Template(line, 1)
                            : new Template(
                                    line.substring(bar + 1),
                                    Integer.parseInt(line.substring(0, bar))));
        }
        for (var line : lines("words.txt")) {
            int colon = line.indexOf(':');
            words.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split("\\|")));
        }
    }

    private static List<String> lines(String file) {
        try (var in = Phrases.class.getResourceAsStream("/voice/" + file)) {
            return new String(
                            Objects.requireNonNull(in, file + " is not in the program")
                                    .readAllBytes(),
                            StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from the program", e);
        }
    }

    /** The names that people say most. */
    static List<String> popular() {
        return lines("popular.txt");
    }

    /** Sentences for a person who has these subscriptions; the same for the same. */
    List<String> of(List<String> own, Currency currency) {
        return new Drawing(own, currency).sentences();
    }

    /** One list as it is drawn. */
    private final class Drawing {
        private final RandomGenerator random = new Random(7);
        private final List<List<String>> mine = new ArrayList<>();
        private final List<List<String>> known = new ArrayList<>();
        private final List<String> prices;

        Drawing(List<String> own, Currency currency) {
            own.stream().limit(100).map(names::ways).forEach(mine::add);
            popular.stream().map(names::ways).forEach(known::add);
            prices = prices(currency);
        }

        List<String> sentences() {
            var sentences = new LinkedHashSet<String>();
            sentences.add("[unk]");
            // each name and each price at least once, so that none of their words is unknown
            for (var ways : mine) {
                ways.forEach(way -> sentences.add(fill("{name} {price} {every}", way)));
            }
            for (var ways : known) {
                ways.forEach(way -> sentences.add(fill("{name} {price} {every}", way)));
            }
            for (var price : prices) {
                sentences.add(fill("{name} {price} {every}", name()).replaceFirst("^$", price));
                sentences.add(price);
            }
            int weights = templates.stream().mapToInt(Template::weight).sum();
            for (var template : templates) {
                int share = Math.max(3, SENTENCES * template.weight / weights);
                for (int i = 0; i < share; i++) {
                    sentences.add(fill(template.text, name()));
                }
            }
            return List.copyOf(sentences);
        }

        private String fill(String template, String name) {
            var text = new StringBuilder();
            for (var word : template.split(" ")) {
                if (!text.isEmpty()) {
                    text.append(' ');
                }
                text.append(
                        switch (word) {
                            case "{name}" -> name;
                            case "{other}" -> name();
                            case "{price}" -> any(prices);
                            default ->
                                    word.startsWith("{")
                                            ? any(listed(word.substring(1, word.length() - 1)))
                                            : word;
                        });
            }
            return text.toString();
        }

        private String name() {
            var from = !mine.isEmpty() && random.nextInt(3) > 0 ? mine : known;
            // who stands earlier in the list is said more often
            int n = from.size();
            int at =
                    from == known
                            ? Math.min(random.nextInt(n), random.nextInt(n))
                            : random.nextInt(n);
            return any(from.get(at));
        }

        private String any(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    private List<String> listed(String list) {
        return Objects.requireNonNull(words.get(list), "words.txt lacks " + list);
    }

    private List<String> prices(Currency currency) {
        var unit = words.get(currency.getCurrencyCode());
        var prices = new ArrayList<String>();
        if (currency.getCurrencyCode().equals("INR") || unit == null) {
            for (int price : LARGE) {
                add(prices, SpokenNumbers.ways(price), unit);
            }
        } else {
            for (int price : WHOLE) {
                add(prices, SpokenNumbers.ways(price), unit);
                if (price < 60) {
                    var whole = SpokenNumbers.ways(price).getFirst();
                    prices.add(whole + " ninety nine");
                    prices.add(whole + (price % 2 == 0 ? " forty nine" : " fifty"));
                }
            }
        }
        return prices;
    }

    private static void add(
            List<String> prices,
            List<String> ways,
            @org.jspecify.annotations.Nullable List<String> unit) {
        prices.addAll(ways);
        if (unit != null) {
            prices.add(ways.getFirst() + " " + unit.getFirst());
        }
    }
}
