package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files of a tree into one {@link Tree}, as far as they can be read. */
final class TreeReader {
    static final int MOST_NODES = 12_000;

    private static final Set<String> KEYS =
            Set.of("tree", "format", "locale", "contact", "entries", "facts", "nodes");

    private final TreeFiles files;
    private final Problems problems;
    private final Places places;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> facts = new LinkedHashMap<>();
    private final Set<String> declared = new LinkedHashSet<>();

    private TreeReader(TreeFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
        this.places = new Places(files.main().name());
    }

    /**
     * @param declared all ids that are written, those of nodes that could not be read included
     */
    record Read(Tree tree, Places places, Set<String> declared) {}

    /** Null when the main file cannot be read at all; the problems say why. */
    static @Nullable Read read(TreeFiles files, Problems problems) {
        return new TreeReader(files, problems).read();
    }

    private @Nullable Read read() {
        var written = YamlReader.mapping(files.main(), problems).orElse(null);
        if (written == null) {
            return null;
        }
        var file = files.main().name();
        var form = Form.of(file, written, "a tree", KEYS, problems);
        required(form);
        read(file, form);
        for (var branch : files.branches()) {
            YamlReader.mapping(branch, problems)
                    .ifPresent(
                            more ->
                                    read(
                                            branch.name(),
                                            Form.of(
                                                    branch.name(),
                                                    more,
                                                    "a branch file",
                                                    Set.of("facts", "nodes"),
                                                    problems)));
        }
        places.put("contact:", form.at("contact"));
        var base =
                new Tree(
                        form.text("tree", ""),
                        form.text("locale", "en"),
                        form.has("contact") ? form.id("contact") : "",
                        entries(file, form),
                        facts,
                        nodes,
                        Map.of());
        return new Read(
                new Translations(base, declared, places, problems).read(files.texts()),
                places,
                declared);
    }

    private void required(Form form) {
        for (var key : List.of("tree", "format", "locale", "entries", "nodes")) {
            if (!form.has(key)) {
                problems.error(
                        "yaml",
                        new Place(files.main().name(), 1),
                        "%s has no %s:. A tree needs tree, format, locale, contact, entries and nodes."
                                .formatted(files.main().name(), key));
            }
        }
        var format = form.text("format", "1");
        if (!format.equals("1")) {
            problems.error(
                    "yaml",
                    form.at("format"),
                    "format: %s is not known here; this version reads format: 1."
                            .formatted(Words.quoted(format)));
        }
    }

    private void read(String file, Form form) {
        form.idLists("facts")
                .forEach(
                        (name, values) -> {
                            facts.put(name, values);
                            places.put("facts:", name, form.at("facts", name));
                        });
        var nodes = form.mapping("nodes");
        if (nodes != null) {
            readNodes(file, form, nodes);
        }
    }

    private void readNodes(String file, Form form, Yaml.Mapping written) {
        if (written.entries().size() > MOST_NODES) {
            problems.error(
                    "too-large",
                    form.at("nodes"),
                    "%s has %,d nodes; %s"
                            .formatted(file, written.entries().size(), YamlReader.LIMIT));
            return;
        }
        var reader = new NodeReader(file, problems, places);
        for (var entry : written.entries()) {
            var id = form.id(entry.key());
            var place = new Place(file, entry.key().line());
            if (!declared.add(id)) {
                var first = places.of(id);
                problems.error(
                        "duplicate-id",
                        place,
                        YamlReader.duplicate(
                                id,
                                "line %d of %s".formatted(first.line(), first.file()),
                                "line %d of %s".formatted(place.line(), file)));
                continue;
            }
            places.put(id, place);
            if (entry.value() instanceof Yaml.Mapping node) {
                reader.read(id, node).ifPresent(read -> nodes.put(id, read));
            } else {
                problems.error(
                        "kind",
                        place,
                        "\"%s\" is empty: a node asks, checks, does or ends.".formatted(id));
            }
        }
    }

    private Tree.Entries entries(String file, Form form) {
        var written = form.mapping("entries");
        if (written == null) {
            return new Tree.Entries("", Map.of(), Map.of());
        }
        var entries =
                Form.of(file, written, "entries", Set.of("default", "screens", "topics"), problems);
        places.put("entries:", form.at("entries"));
        places.put("entries:", "default", entries.at("default"));
        var screens = entries.ids("screens");
        var topics = entries.ids("topics");
        for (var screen : screens.keySet()) {
            places.put("entries:", "screens." + screen, entries.at("screens", screen));
        }
        for (var topic : topics.keySet()) {
            places.put("entries:", "topics." + topic, entries.at("topics", topic));
        }
        return new Tree.Entries(
                entries.has("default") ? entries.id("default") : "", screens, topics);
    }
}
