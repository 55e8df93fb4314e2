package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the files of other languages and tells what is missing, stale or left over in them. */
final class Translations {
    private static final Set<String> KEYS = Set.of("of", "text", "without", "also");

    private final Tree base;
    private final Set<String> declared;
    private final Places places;
    private final Problems problems;

    Translations(Tree base, Set<String> declared, Places places, Problems problems) {
        this.base = base;
        this.declared = declared;
        this.places = places;
        this.problems = problems;
    }

    Tree read(Map<String, Source> files) {
        var texts = texts(base);
        var all = new LinkedHashMap<String, Map<String, Tree.Translation>>();
        files.forEach(
                (locale, source) ->
                        YamlReader.mapping(source, problems)
                                .ifPresent(
                                        written ->
                                                all.put(
                                                        locale,
                                                        read(locale, source, written, texts))));
        return new Tree(
                base.name(),
                base.locale(),
                base.contact(),
                base.entries(),
                base.facts(),
                base.nodes(),
                all);
    }

    private Map<String, Tree.Translation> read(
            String locale, Source source, Yaml.Mapping written, Map<String, Text> texts) {
        var read = new LinkedHashMap<String, Tree.Translation>();
        for (var entry : written.entries()) {
            var key = entry.key().text();
            var place = new Place(source.name(), entry.key().line());
            var translation = translation(source, key, place, entry.value());
            if (translation == null) {
                continue;
            }
            var text = texts.get(key);
            if (text == null) {
                if (!declared.contains(key.split("/", 2)[0]) || key.contains("/")) {
                    problems.warn(
                            "translation",
                            place,
                            "%s: the tree has no text \"%s\".%s"
                                    .formatted(
                                            locale,
                                            Words.quoted(key),
                                            Words.didYouMean(key, texts.keySet())));
                }
                continue;
            }
            stale(locale, key, place, translation, text);
            TextRules.check(problems, place, TextRules.named(key), translation.text());
            if (translation.without() != null) {
                TextRules.check(problems, place, TextRules.named(key), translation.without());
            }
            places.put("texts:" + locale, key, place);
            read.put(key, translation);
        }
        for (var key : texts.keySet()) {
            if (!read.containsKey(key)) {
                problems.warn(
                        "translation",
                        new Place(source.name(), 1),
                        "%s: \"%s\" is missing".formatted(locale, key));
            }
        }
        return read;
    }

    private Tree.@Nullable Translation translation(
            Source source, String key, Place place, Yaml value) {
        if (!(value instanceof Yaml.Mapping written)) {
            problems.error(
                    "yaml",
                    place,
                    "Line %d: the translation of \"%s\" must be {of: \"the base text\", text: \"…\"}."
                            .formatted(place.line(), Words.quoted(key)));
            return null;
        }
        var form = Form.of(source.name(), written, "a translation", KEYS, problems);
        var text = form.text("text");
        if (text == null || text.isEmpty()) {
            problems.error(
                    "yaml",
                    place,
                    "Line %d: \"%s\" has no text:.".formatted(place.line(), Words.quoted(key)));
            return null;
        }
        return new Tree.Translation(
                form.text("of"), text, form.text("without"), form.texts("also"));
    }

    private void stale(
            String locale, String key, Place place, Tree.Translation translation, Text text) {
        if (translation.of() == null) {
            problems.warn(
                    "translation",
                    place,
                    "%s: \"%s\" does not say of: which base text it was translated from"
                            .formatted(locale, key));
        } else if (!translation.of().equals(text.text())) {
            problems.warn(
                    "translation",
                    place,
                    "%s: \"%s\" was translated from an older text: \"%s\""
                            .formatted(locale, key, Words.quoted(translation.of())));
        }
        if (text.without() != null && translation.without() == null) {
            problems.warn(
                    "translation",
                    place,
                    "%s: \"%s\" has no without:, which the base has".formatted(locale, key));
        }
    }

    /** Every text of the tree by the key that translations use. */
    static Map<String, Text> texts(Tree tree) {
        var texts = new LinkedHashMap<String, Text>();
        for (var node : tree.nodes().values()) {
            switch (node) {
                case Node.Ask ask -> {
                    texts.put(ask.id(), ask.text());
                    for (var option : ask.options()) {
                        texts.put(ask.id() + "/" + option.id(), new Text(option.label(), null));
                    }
                }
                case Node.Do act -> {
                    if (act.confirm() != null) {
                        texts.put(act.id(), act.confirm());
                    }
                }
                case Node.Solution solution -> texts.put(solution.id(), solution.text());
                case Node.Person person -> texts.put(person.id(), person.text());
                case Node.Check _ -> {}
            }
        }
        return texts;
    }
}
