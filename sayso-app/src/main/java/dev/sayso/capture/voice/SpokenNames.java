package dev.sayso.capture.voice;

import dev.sayso.catalogue.Catalogue;
import dev.sayso.catalogue.Service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names as they are heard. A recogniser has only the words of its model: where a name is none of
 * them, the catalogue says which of them sound like it ("net flicks"), and what was heard is turned
 * back into the name.
 */
final class SpokenNames {
    private final Catalogue catalogue;
    private final Map<String, String> written = new HashMap<>();
    private final int longest;

    SpokenNames(Catalogue catalogue) {
        this.catalogue = catalogue;
        int most = 1;
        for (var service : catalogue.services()) {
            for (var spoken : service.spoken()) {
                written.putIfAbsent(spoken, service.name());
                most = Math.max(most, spoken.split(" ").length);
            }
        }
        this.longest = most;
    }

    /** How the name is said, in words; the ways in which it may be. */
    List<String> ways(String name) {
        var ways = new ArrayList<String>();
        catalogue.find(name).map(Service::spoken).ifPresent(ways::addAll);
        var plain =
                name.toLowerCase(Locale.ROOT)
                        .replace("+", " plus ")
                        .replace("&", " and ")
                        .replaceAll("[^\\p{L}\\p{N}']+", " ")
                        .strip();
        if (!plain.isEmpty() && !ways.contains(plain)) {
            ways.add(plain);
        }
        return ways;
    }

    /** What was heard, with the names as one writes them. */
    String written(String heard) {
        var words = heard.strip().split("\\s+");
        var text = new StringBuilder(heard.length());
        for (int i = 0; i < words.length; ) {
            int taken = 1;
            var word = words[i];
            for (int n = Math.min(longest, words.length - i); n > 0; n--) {
                var name = written.get(String.join(" ", List.of(words).subList(i, i + n)));
                if (name != null) {
                    word = name;
                    taken = n;
                    break;
                }
            }
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(word);
            i += taken;
        }
        return text.toString();
    }
}
