package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A decision tree as its files say it. One that came from {@link Linter} without an error holds
 * what the walk needs: every target exists, nothing goes round in a circle, the contact is a {@link
 * Node.Person}.
 *
 * @param facts the declared values of each fact; any other value counts as unknown
 * @param translations by locale, then by {@code node} or {@code node/option}
 */
public record Tree(
        String name,
        String locale,
        String contact,
        Entries entries,
        Map<String, List<String>> facts,
        Map<String, Node> nodes,
        Map<String, Map<String, Translation>> translations) {
    public Tree {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
    }

    /** Where one begins: by the topic of a message, the screen one is on, or the default. */
    public record Entries(String start, Map<String, String> screens, Map<String, String> topics) {
        public Entries {
            screens = Collections.unmodifiableMap(new LinkedHashMap<>(screens));
            topics = Collections.unmodifiableMap(new LinkedHashMap<>(topics));
        }

        /** The first node for a topic or a screen; one that is not known begins at the default. */
        public String of(@Nullable String screen, @Nullable String topic) {
            var byTopic = topic == null ? null : topics.get(topic);
            if (byTopic != null) {
                return byTopic;
            }
            return screen == null ? start : screens.getOrDefault(screen, start);
        }
    }

    /**
     * @param of the base text it was made from, by which a changed base is noticed
     */
    public record Translation(
            @Nullable String of, String text, @Nullable String without, List<String> also) {
        public Translation {
            also = List.copyOf(also);
        }
    }

    /**
     * @throws IllegalArgumentException when the tree has no such node
     */
    public Node node(String id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException(
                    "tree \"%s\" has no node \"%s\"; it may come from another version"
                            .formatted(name, id));
        }
        return node;
    }
}
