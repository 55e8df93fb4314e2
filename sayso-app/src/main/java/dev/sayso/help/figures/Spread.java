package dev.sayso.help.figures;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The middle and the slow end of something measured, each a value that occurred (nearest rank). */
public record Spread<T>(int count, T median, T ninetieth) {
    /** Empty where nothing was measured. */
    public static <T extends Comparable<? super T>> Optional<Spread<T>> of(Collection<T> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var sorted = values.stream().sorted().toList();
        return Optional.of(new Spread<>(sorted.size(), ranked(sorted, 50), ranked(sorted, 90)));
    }

    private static <T> T ranked(List<T> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
