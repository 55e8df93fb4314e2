package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mapping read as one kind of thing: keys that are not its own, and wrong shapes, are told. */
final class Form {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9_]*(\\.[0-9]*)?");

    private final String file;
    private final Yaml.Mapping mapping;
    private final String noun;
    private final Problems problems;

    private Form(String file, Yaml.Mapping mapping, String noun, Problems problems) {
        this.file = file;
        this.mapping = mapping;
        this.noun = noun;
        this.problems = problems;
    }

    /**
     * @param noun with its article, as in "an option"
     */
    static Form of(
            String file, Yaml.Mapping mapping, String noun, Set<String> keys, Problems problems) {
        for (var entry : mapping.entries()) {
            var key = entry.key().text();
            if (!keys.contains(key)) {
                problems.error(
                        "unknown-key",
                        new Place(file, entry.key().line()),
                        "Line %d: \"%s\" is not a key of %s.%s"
                                .formatted(
                                        entry.key().line(),
                                        Words.quoted(key),
                                        noun,
                                        Words.didYouMean(key, keys)));
            }
        }
        return new Form(file, mapping, noun, problems);
    }

    boolean has(String key) {
        return mapping.get(key) != null;
    }

    Place at(String key) {
        for (var entry : mapping.entries()) {
            if (entry.key().text().equals(key)) {
                return new Place(file, entry.key().line());
            }
        }
        return new Place(file, mapping.line());
    }

    @Nullable String text(String key) {
        var value = mapping.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Yaml.Scalar scalar && !scalar.absent()) {
            return scalar.text().strip();
        }
        shape(value.line(), key, "a text");
        return null;
    }

    String text(String key, String otherwise) {
        var text = text(key);
        return text == null ? otherwise : text;
    }

    /**
     * A reference to a node, an option, a fact: what YAML would turn into something else is told.
     */
    String id(String key) {
        var value = mapping.get(key);
        if (value instanceof Yaml.Scalar scalar && !scalar.absent()) {
            return id(scalar);
        }
        if (value != null) {
            shape(value.line(), key, "one name");
        }
        return "";
    }

    /** Empty where the value is absent or no truth. */
    @Nullable Boolean flag(String key) {
        var text = text(key);
        if (text == null) {
            return null;
        }
        if (!text.equals("true") && !text.equals("false")) {
            shape(at(key).line(), key, "true or false");
            return null;
        }
        return text.equals("true");
    }

    /** Ids by ids, as in {@code is: {paid: pay.found}}. */
    Map<String, String> ids(String key) {
        var ids = new LinkedHashMap<String, String>();
        var value = mapping.get(key);
        if (value instanceof Yaml.Mapping pairs) {
            for (var entry : pairs.entries()) {
                if (entry.value() instanceof Yaml.Scalar to && !to.absent()) {
                    ids.put(id(entry.key()), id(to));
                } else {
                    shape(entry.key().line(), entry.key().text(), "one name");
                }
            }
        } else if (value != null) {
            shape(value.line(), key, "a list of names with names, such as {paid: pay.found}");
        }
        return ids;
    }

    /** The line of one pair of {@link #ids}. */
    Place at(String key, String inner) {
        if (mapping.get(key) instanceof Yaml.Mapping pairs) {
            for (var entry : pairs.entries()) {
                if (entry.key().text().equals(inner)) {
                    return new Place(file, entry.key().line());
                }
            }
        }
        return at(key);
    }

    /** One or several texts: {@code also: word} and {@code also: [word, words]}. */
    List<String> texts(String key) {
        return scalars(key).stream().map(scalar -> scalar.text().strip()).toList();
    }

    List<String> idList(String key) {
        return scalars(key).stream().map(this::id).toList();
    }

    /** Names with lists of names, as in {@code facts: {last_payment: [paid, failed]}}. */
    Map<String, List<String>> idLists(String key) {
        var lists = new LinkedHashMap<String, List<String>>();
        var written = mapping(key);
        if (written != null) {
            var names = written.entries().stream().map(entry -> entry.key().text());
            var inner = of(file, written, key, names.collect(Collectors.toSet()), problems);
            for (var entry : written.entries()) {
                lists.put(id(entry.key()), inner.idList(entry.key().text()));
            }
        }
        return lists;
    }

    /** Texts of which some may be ids: a plain no is told, for it would be false. */
    List<String> answers(String key) {
        return scalars(key).stream()
                .map(
                        scalar ->
                                scalar.plain() && misread(scalar.text()) != null
                                        ? id(scalar)
                                        : scalar.text().strip())
                .toList();
    }

    List<Yaml> items(String key) {
        var value = mapping.get(key);
        if (value instanceof Yaml.Items items) {
            return items.items();
        }
        if (value != null) {
            shape(value.line(), key, "a list, each line beginning with -");
        }
        return List.of();
    }

    Yaml.@Nullable Mapping mapping(String key) {
        var value = mapping.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Yaml.Mapping inner) {
            return inner;
        }
        shape(value.line(), key, "a list of keys with values");
        return null;
    }

    String id(Yaml.Scalar scalar) {
        var text = scalar.text().strip();
        var place = new Place(file, scalar.line());
        if (scalar.plain()) {
            var read = misread(text);
            if (read != null) {
                problems.error(
                        "boolean-id",
                        place,
                        "Line %d: the id %s is read as %s by YAML. Write \"%s\" with quotes."
                                .formatted(scalar.line(), text, read, text));
            }
        }
        if (!ID.matcher(text).matches()) {
            problems.error(
                    "id",
                    place,
                    "Line %d: the id \"%s\" may have letters, digits, dots, - and _, at most 64 in all."
                            .formatted(scalar.line(), Words.quoted(text)));
        }
        return text;
    }

    private static @Nullable String misread(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "true" -> "true";
            case "no", "off", "false" -> "false";
            case "null", "~" -> "nothing";
            default -> NUMBER.matcher(text).matches() ? "a number" : null;
        };
    }

    private List<Yaml.Scalar> scalars(String key) {
        var found = new ArrayList<Yaml.Scalar>();
        switch (mapping.get(key)) {
            case null -> {}
            case Yaml.Scalar scalar when !scalar.absent() -> found.add(scalar);
            case Yaml.Items items -> {
                for (var item : items.items()) {
                    if (item instanceof Yaml.Scalar scalar && !scalar.absent()) {
                        found.add(scalar);
                    } else {
                        shape(item.line(), key, "a list of words");
                    }
                }
            }
            case Yaml other -> shape(other.line(), key, "a list of words");
        }
        return found;
    }

    private void shape(int line, String key, String expected) {
        problems.error(
                "yaml",
                new Place(file, line),
                "Line %d: \"%s\" of %s must be %s."
                        .formatted(line, Words.quoted(key), noun, expected));
    }
}
