package dev.sayso.help.tree;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules about what the service has to offer: facts, actions, screens and topics. */
final class ServiceRules {
    private final Tree tree;
    private final Set<String> declared;
    private final Places places;
    private final Vocabulary vocabulary;
    private final Problems problems;

    ServiceRules(TreeReader.Read read, Vocabulary vocabulary, Problems problems) {
        tree = read.tree();
        declared = read.declared();
        places = read.places();
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    void check() {
        entries();
        tree.facts().forEach(this::declaration);
        for (var node : tree.nodes().values()) {
            switch (node) {
                case Node.Ask ask -> {
                    if (ask.known() != null) {
                        known(ask, ask.known());
                    }
                }
                case Node.Check check -> check(check);
                case Node.Do act -> action(act);
                case Node.Solution _, Node.Person _ -> {}
            }
        }
    }

    private void entries() {
        var entries = tree.entries();
        if (entries.start().isEmpty()) {
            problems.error(
                    "entry",
                    places.of("entries:"),
                    "entries.default is missing: it says where one begins who came from nowhere.");
        } else {
            target("default", entries.start());
        }
        entries("screen", "screens", entries.screens(), vocabulary.screens());
        entries("topic", "topics", entries.topics(), vocabulary.topics());
    }

    private void entries(
            String noun, String group, Map<String, String> entries, Set<String> known) {
        entries.forEach(
                (name, to) -> {
                    target(group + "." + name, to);
                    if (!known.contains(name)) {
                        problems.error(
                                "entry",
                                places.of("entries:", group + "." + name),
                                "entries.%s.%s: the app has no %s \"%s\".%s"
                                        .formatted(
                                                group,
                                                name,
                                                noun,
                                                name,
                                                Words.didYouMean(name, known)));
                    }
                });
        for (var name : known) {
            // a tree that names none of a kind is not opened from there, such as a host's own
            if (!entries.isEmpty() && !entries.containsKey(name)) {
                problems.warn(
                        "entry",
                        places.of("entries:"),
                        "%s \"%s\" has no entry; it starts at \"%s\"."
                                .formatted(
                                        noun.equals("screen") ? "Screen" : "Topic",
                                        name,
                                        tree.entries().start()));
            }
        }
    }

    private void target(String entry, String to) {
        if (!declared.contains(to)) {
            problems.error(
                    "dangling",
                    places.of("entries:", entry),
                    "entries.%s goes to \"%s\", which does not exist.%s"
                            .formatted(entry, to, Words.didYouMean(to, declared)));
        }
    }

    private void declaration(String fact, Collection<String> values) {
        var place = places.of("facts:", fact);
        var known = vocabulary.facts().get(fact);
        if (known == null) {
            problems.error(
                    "fact",
                    place,
                    "facts declares \"%s\", which the service does not know. Known: %s%s"
                            .formatted(fact, known(), Words.didYouMean(fact, facts())));
            return;
        }
        if (new HashSet<>(values).size() < values.size()) {
            problems.error(
                    "fact", place, "facts declares a value of \"%s\" twice.".formatted(fact));
        }
        for (var value : values) {
            if (!known.isEmpty() && !known.contains(value)) {
                problems.error(
                        "fact",
                        place,
                        "facts gives \"%s\" the value \"%s\", which it never has.%s"
                                .formatted(fact, value, Words.didYouMean(value, known)));
            }
        }
    }

    private void known(Node.Ask ask, Node.Known known) {
        var place = places.of(ask.id(), "known");
        if (known.fact().isEmpty() || !isDeclared(ask.id(), place, known.fact())) {
            return;
        }
        var options = ask.options().stream().map(Node.Option::id).toList();
        var values = tree.facts().getOrDefault(known.fact(), List.of());
        known.is()
                .forEach(
                        (value, option) -> {
                            value(ask.id(), place, known.fact(), value, values);
                            if (!options.contains(option)) {
                                problems.error(
                                        "dangling",
                                        place,
                                        "\"%s\", known, names the option \"%s\", which does not exist.%s"
                                                .formatted(
                                                        ask.id(),
                                                        option,
                                                        Words.didYouMean(option, options)));
                            }
                        });
    }

    private void check(Node.Check check) {
        var place = places.of(check.id());
        if (check.unknown().isEmpty()) {
            problems.error("fact", place, "\"%s\": unknown: is missing.".formatted(check.id()));
        }
        if (!isDeclared(check.id(), place, check.fact())) {
            return;
        }
        var values = tree.facts().getOrDefault(check.fact(), List.of());
        for (var value : values) {
            if (!check.is().containsKey(value)) {
                problems.error(
                        "fact",
                        place,
                        "\"%s\": is has no line for \"%s\".".formatted(check.id(), value));
            }
        }
        for (var value : check.is().keySet()) {
            value(check.id(), places.of(check.id(), value), check.fact(), value, values);
        }
    }

    private boolean isDeclared(String node, Place place, String fact) {
        if (tree.facts().containsKey(fact)) {
            return true;
        }
        problems.error(
                "fact",
                place,
                "\"%s\" checks \"%s\", which is not declared or the service does not know. Known: %s%s"
                        .formatted(
                                node,
                                fact,
                                known(),
                                Words.didYouMean(
                                        fact,
                                        tree.facts().isEmpty() ? facts() : tree.facts().keySet())));
        return false;
    }

    private void value(
            String node, Place place, String fact, String value, Collection<String> values) {
        if (!values.contains(value)) {
            problems.error(
                    "fact",
                    place,
                    "\"%s\" has a line for \"%s\", which is no value of \"%s\".%s"
                            .formatted(node, value, fact, Words.didYouMean(value, values)));
        }
    }

    private void action(Node.Do act) {
        if (act.action().isEmpty()) {
            problems.error(
                    "action",
                    places.of(act.id()),
                    "\"%s\": do names no action.".formatted(act.id()));
            return;
        }
        var risky = vocabulary.actions().get(act.action());
        if (risky == null) {
            problems.error(
                    "action",
                    places.of(act.id()),
                    "\"%s\": no action named \"%s\" is registered.%s"
                            .formatted(
                                    act.id(),
                                    act.action(),
                                    Words.didYouMean(act.action(), vocabulary.actions().keySet())));
        } else if (risky && act.confirm() == null) {
            problems.error(
                    "risky",
                    places.of(act.id()),
                    "\"%s\" spends money or changes data: add confirm:.".formatted(act.action()));
        }
    }

    private String known() {
        return Words.listed(tree.facts().isEmpty() ? facts() : Words.sorted(tree.facts().keySet()))
                + ".";
    }

    private Collection<String> facts() {
        return vocabulary.facts().keySet();
    }
}
