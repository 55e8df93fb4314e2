package dev.sayso.help.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules about what a person reads: plain, short, and every placeholder known. */
final class TextRules {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!?][^<>]{0,80}>?");
    // characters that nobody sees and that can turn the direction of what stands around them
    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");
    private static final int MOST_WORDS = 20;
    private static final int LONGEST_LABEL = 40;

    private final Tree tree;
    private final Places places;
    private final Set<String> placeholders = new LinkedHashSet<>();
    private final Problems problems;

    TextRules(TreeReader.Read read, Vocabulary vocabulary, Problems problems) {
        tree = read.tree();
        places = read.places();
        this.problems = problems;
        placeholders.addAll(vocabulary.placeholders());
        placeholders.addAll(vocabulary.facts().keySet());
        placeholders.addAll(tree.facts().keySet());
    }

    void check() {
        for (var node : tree.nodes().values()) {
            switch (node) {
                case Node.Ask ask -> {
                    text(ask.id(), "ask", ask.text());
                    var words = Words.count(ask.text().text());
                    if (words > MOST_WORDS) {
                        problems.warn(
                                "long",
                                places.of(ask.id(), "ask"),
                                "\"%s\": the question has %d words; people read 20. A label may have 40 characters."
                                        .formatted(ask.id(), words));
                    }
                    ask.options().forEach(option -> option(ask, option));
                }
                case Node.Do act -> {
                    if (act.confirm() != null) {
                        text(act.id(), "confirm", act.confirm());
                    }
                }
                case Node.Solution solution -> text(solution.id(), "say", solution.text());
                case Node.Person person -> text(person.id(), "say", person.text());
                case Node.Check _ -> {}
            }
        }
        tree.translations()
                .forEach(
                        (locale, texts) ->
                                texts.forEach(
                                        (key, text) -> {
                                            var place = places.of("texts:" + locale, key);
                                            placeholders(
                                                    place, locale + ": " + named(key), texts(text));
                                        }));
    }

    private static List<String> texts(Tree.Translation translation) {
        var texts = new ArrayList<String>();
        texts.add(translation.text());
        if (translation.without() != null) {
            texts.add(translation.without());
        }
        return texts;
    }

    private void option(Node.Ask ask, Node.Option option) {
        var place = places.of(ask.id(), option.id());
        var name = named(ask.id() + "/" + option.id());
        check(problems, place, name, option.label());
        placeholders(place, name, List.of(option.label()));
        var characters = option.label().codePointCount(0, option.label().length());
        if (characters > LONGEST_LABEL) {
            problems.warn(
                    "long",
                    place,
                    "%s: the label has %d characters. A label may have 40 characters."
                            .formatted(name, characters));
        }
    }

    private void text(String node, String part, Text text) {
        var place = places.of(node, part);
        check(problems, place, named(node), text.text());
        placeholders(place, named(node), List.of(text.text()));
        if (text.without() != null) {
            check(problems, place, named(node), text.without());
            if (PLACEHOLDER.matcher(text.without()).find()) {
                problems.error(
                        "placeholder",
                        place,
                        "\"%s\": without: is what stands when a placeholder has no value, so it can have none itself."
                                .formatted(node));
            }
        }
    }

    private void placeholders(Place place, String name, List<String> texts) {
        for (var text : texts) {
            PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .filter(used -> !placeholders.contains(used))
                    .forEach(
                            used ->
                                    problems.error(
                                            "placeholder",
                                            place,
                                            "%s uses {%s}; known here: %s. A placeholder without a value makes the node's text without: add one."
                                                    .formatted(
                                                            name,
                                                            Words.quoted(used),
                                                            Words.listed(placeholders))));
        }
    }

    static void check(Problems problems, Place place, String name, String text) {
        var tag = TAG.matcher(text);
        if (tag.find()) {
            problems.error(
                    "markup",
                    place,
                    "%s: texts are plain; %s would be shown letter by letter. Remove it."
                            .formatted(name, Words.quoted(tag.group())));
        }
        var hidden = HIDDEN.matcher(text);
        if (hidden.find()) {
            problems.error(
                    "markup",
                    place,
                    "%s: texts are plain; the hidden character U+%04X would confuse who reads. Remove it."
                            .formatted(name, (int) hidden.group().charAt(0)));
        }
    }

    /** {@code "q", option "a"} for the key {@code q/a}. */
    static String named(String key) {
        var parts = key.split("/", 2);
        return parts.length == 1
                ? "\"%s\"".formatted(parts[0])
                : "\"%s\", option \"%s\"".formatted(parts[0], parts[1]);
    }
}
