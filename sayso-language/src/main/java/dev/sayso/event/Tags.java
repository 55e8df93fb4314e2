package dev.sayso.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Words of one's own by which subscriptions are found again: at most ten, each once. */
public record Tags(List<String> words) {
    public static final int MOST = 10;

    private static final int LONGEST = 30;

    public Tags {
        var once = new LinkedHashMap<String, String>();
        for (var word : words) {
            var tag = Names.checked("a tag", word, LONGEST, false);
            if (tag.isEmpty() || tag.indexOf(',') >= 0) {
                throw new IllegalArgumentException(
                        "a tag is empty or holds a comma; give words such as family");
            }
            once.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
        }
        if (once.size() > MOST) {
            throw new IllegalArgumentException(
                    "tags are " + once.size() + "; give at most " + MOST);
        }
        words = List.copyOf(once.values());
    }

    /** Of words with commas between. */
    public static Tags parse(String text) {
        return new Tags(
                List.of(text.split(",")).stream()
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** The words with commas between. */
    @Override
    public String toString() {
        return String.join(", ", words);
    }
}
