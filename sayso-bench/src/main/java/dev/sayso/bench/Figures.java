package dev.sayso.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a benchmark found, as the one JSON object on the last line. */
final class Figures {
    private final Map<String, String> byName = new LinkedHashMap<>();

    Figures with(String name, long figure) {
        byName.put(name, Long.toString(figure));
        return this;
    }

    Figures with(String name, double figure) {
        byName.put(name, String.format(Locale.ROOT, "%.2f", figure));
        return this;
    }

    String json() {
        return byName.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\": " + figure.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
