package dev.sayso.catalogue;

import dev.sayso.event.BillingCycle;
import dev.sayso.event.Field;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text form of the catalogue: one service a line, its name first, then what is known of it,
 * each after a bar: {@code Hulu | currency: USD | cycle: monthly | only by subscription}. The
 * file's name is the category's; in {@code things.txt} each line says its own.
 */
final class CatalogueFile {
    private static final String THINGS = "things.txt";
    private static final String ONLY_BY_SUBSCRIPTION = "only by subscription";
    private static final List<String> KEYS =
            List.of("aliases", "category", "currency", "cycle", "spoken", "statement");

    /** A service with the place where it was read. */
    record Entry(Service service, String file, int line) {
        String place() {
            return file + ":" + line;
        }
    }

    /** Entries in their order, and by the keys of their names and aliases, and descriptors. */
    record Contents(
            List<Entry> entries,
            Map<String, Entry> byName,
            Map<String, Entry> byDescriptor,
            List<String> problems) {}

    private final String file;
    private final List<Entry> entries;
    private final List<String> problems;

    private CatalogueFile(String file, List<Entry> entries, List<String> problems) {
        this.file = file;
        this.entries = entries;
        this.problems = problems;
    }

    /** The text of each file that comes with the library. */
    static Map<String, String> builtIn() {
        var files = new LinkedHashMap<String, String>();
        for (var category : Category.values()) {
            var file = fileOf(category);
            files.put(file, resource(file));
        }
        files.put(THINGS, resource(THINGS));
        return files;
    }

    private static String fileOf(Category category) {
        return category.wire().concat(".txt");
    }

    static String resource(String file) {
        try (var in = CatalogueFile.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file + " is not in the library").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read from the library", e);
        }
    }

    static Contents readAll(Map<String, String> files) {
        var entries = new ArrayList<Entry>();
        var problems = new ArrayList<String>();
        for (var file : files.entrySet()) {
            new CatalogueFile(file.getKey(), entries, problems).read(file.getValue());
        }
        var byName = new HashMap<String, Entry>(8 * entries.size());
        var byDescriptor = new HashMap<String, Entry>(4 * entries.size());
        var bySound = new HashMap<String, Entry>();
        for (var entry : entries) {
            var service = entry.service();
            claim("name", List.of(service.name()), entry, byName, problems);
            claim("alias", service.aliases(), entry, byName, problems);
            claim("spoken form", service.spoken(), entry, bySound, problems);
            claim("statement", service.descriptors(), entry, byDescriptor, problems);
        }
        return new Contents(List.copyOf(entries), byName, byDescriptor, List.copyOf(problems));
    }

    private void read(String text) {
        var category = category();
        if (category == null && !file.equals(THINGS)) {
            problems.add(
                    file
                            + " is no category's file; name it after one of "
                            + Stream.of(Category.values())
                                    .map(c -> c.wire() + ".txt")
                                    .collect(Collectors.joining(", "))
                            + " or "
                            + THINGS);
            return;
        }
        int number = 0;
        // some editors put a byte order mark first
        for (var line : split(text.replace("\uFEFF", ""), '\n')) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    entries.add(new Entry(service(line, category), file, number));
                } catch (IllegalArgumentException e) {
                    problems.add(file + ":" + number + ": " + e.getMessage());
                }
            }
        }
    }

    private @Nullable Category category() {
        for (var category : Category.values()) {
            if (file.equals(fileOf(category))) {
                return category;
            }
        }
        return null;
    }

    private static Service service(String line, @Nullable Category ofFile) {
        var parts = split(line, '|');
        var name = parts.getFirst();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the name is empty; begin the line with it");
        }
        var values = new HashMap<String, String>();
        for (var part : parts.subList(1, parts.size())) {
            if (values.putIfAbsent(keyOf(part), valueOf(part)) != null) {
                throw new IllegalArgumentException(
                        keyOf(part) + " stands twice; put all in one, with commas");
            }
        }
        return new Service(
                name,
                list(values.get("aliases")),
                categoryOf(values.get("category"), ofFile),
                currency(values.get("currency")),
                cycle(values.get("cycle")),
                values.containsKey(ONLY_BY_SUBSCRIPTION),
                ofFile == null,
                list(values.get("spoken")),
                list(values.get("statement")));
    }

    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end).strip());
            start = end + 1;
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private static String keyOf(String part) {
        int colon = part.indexOf(':');
        var key = (colon < 0 ? part : part.substring(0, colon)).strip();
        if (colon < 0 ? key.equals(ONLY_BY_SUBSCRIPTION) : KEYS.contains(key)) {
            return key;
        }
        throw new IllegalArgumentException(
                "\""
                        + part
                        + "\" is not known; give \""
                        + ONLY_BY_SUBSCRIPTION
                        + "\" or one of "
                        + KEYS.stream().map(k -> k + ":").collect(Collectors.joining(" ")));
    }

    private static String valueOf(String part) {
        int colon = part.indexOf(':');
        if (colon < 0) {
            return "";
        }
        var value = part.substring(colon + 1).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    part + " says nothing; give a value or take it out of the line");
        }
        return value;
    }

    private static List<String> list(@Nullable String value) {
        if (value == null) {
            return List.of();
        }
        var items = split(value, ',');
        if (items.contains("")) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" has an empty entry; take a comma away");
        }
        return items;
    }

    private static Category categoryOf(@Nullable String value, @Nullable Category ofFile) {
        if (ofFile != null) {
            if (value != null) {
                throw new IllegalArgumentException(
                        "category does not belong here: it is the file's; take it out or move the"
                                + " line");
            }
            return ofFile;
        }
        for (var category : Category.values()) {
            if (category.wire().equals(value)) {
                return category;
            }
        }
        throw new IllegalArgumentException(
                (value == null ? "category: is missing" : "category: " + value + " is not known")
                        + "; give one of "
                        + Stream.of(Category.values())
                                .map(Category::wire)
                                .collect(Collectors.joining(", ")));
    }

    private static @Nullable Currency currency(@Nullable String value) {
        return value == null ? null : (Currency) Field.CURRENCY.parse(value);
    }

    private static @Nullable BillingCycle cycle(@Nullable String value) {
        return value == null ? null : BillingCycle.parse(value);
    }

    private static void claim(
            String what,
            List<String> texts,
            Entry entry,
            Map<String, Entry> taken,
            List<String> problems) {
        for (var text : texts) {
            var other = taken.putIfAbsent(Catalogue.key(text), entry);
            if (other != null && other != entry) {
                problems.add(
                        entry.place()
                                + ": the "
                                + what
                                + " \""
                                + text
                                + "\" is "
                                + other.service().name()
                                + "'s already ("
                                + other.place()
                                + "); leave it to one of them");
            }
        }
    }
}
