package dev.sayso.help.tree;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the service that will run a tree knows, and a tree may use.
 *
 * @param facts the values of each; an empty list is a fact of free text, fit for a placeholder only
 * @param actions by name whether it spends money or changes data, and so needs a confirmation
 * @param placeholders names that a session's context can fill
 */
public record Vocabulary(
        Map<String, List<String>> facts,
        Map<String, Boolean> actions,
        Set<String> screens,
        Set<String> topics,
        Set<String> placeholders) {
    public Vocabulary {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        actions = Collections.unmodifiableMap(new TreeMap<>(actions));
        screens = Collections.unmodifiableSet(new TreeSet<>(screens));
        topics = Collections.unmodifiableSet(new TreeSet<>(topics));
        placeholders = Collections.unmodifiableSet(placeholders);
    }

    /** These words and a host's own; its actions count as risky, for nobody here knows them. */
    public Vocabulary and(Map<String, List<String>> hostFacts, List<String> hostActions) {
        var allFacts = new TreeMap<>(facts);
        allFacts.putAll(hostFacts);
        var allActions = new TreeMap<>(actions);
        hostActions.forEach(action -> allActions.put(action, true));
        return new Vocabulary(allFacts, allActions, screens, topics, placeholders);
    }

    /** These words and those of the host that a tree's files describe. */
    Vocabulary and(Source host, Problems problems) {
        var written = YamlReader.mapping(host, problems);
        if (written.isEmpty()) {
            return this;
        }
        var form =
                Form.of(host.name(), written.get(), "a host", Set.of("facts", "actions"), problems);
        return and(form.idLists("facts"), form.idList("actions"));
    }
}
