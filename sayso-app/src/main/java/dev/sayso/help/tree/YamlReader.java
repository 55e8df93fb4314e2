package dev.sayso.help.tree;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a file's values from the parser's events. Nothing is composed or constructed, so no alias
 * can grow, no tag can name a class, and every value keeps its line.
 */
final class YamlReader {
    static final int MOST_BYTES = 768 * 1024;
    static final int DEEPEST = 20;

    private static final Pattern NEXT_KEY = Pattern.compile(",\\s*[\\w.-]+:\\s|[}\\]]");
    private static final Pattern PAIR =
            Pattern.compile("([\\w.-]+):\\s+([^\"'\\[{&*!|>][^,}\\]]*)");

    private final Source source;
    private final Problems problems;
    private final Iterator<Event> events;
    private int depth;

    private YamlReader(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        events =
                new org.yaml.snakeyaml.Yaml(options)
                        .parse(new StringReader(source.text()))
                        .iterator();
    }

    /** The file's one value, or empty with the reason among the problems. */
    static Optional<Yaml.Mapping> mapping(Source source, Problems problems) {
        return read(source, problems)
                .flatMap(
                        value -> {
                            if (value instanceof Yaml.Mapping mapping) {
                                return Optional.of(mapping);
                            }
                            problems.error(
                                    "yaml",
                                    new Place(source.name(), value.line()),
                                    "Line %d: the file must be a list of keys with values, such as tree: or nodes:."
                                            .formatted(value.line()));
                            return Optional.empty();
                        });
    }

    static Optional<Yaml> read(Source source, Problems problems) {
        var bytes = source.bytes();
        if (bytes > MOST_BYTES) {
            problems.error("too-large", new Place(source.name(), 1), tooLarge(source, bytes));
            return Optional.empty();
        }
        try {
            return new YamlReader(source, problems).document();
        } catch (TooDeep deep) {
            return Optional.empty();
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            problems.error(
                    "yaml",
                    new Place(source.name(), mark == null ? 1 : mark.getLine() + 1),
                    needsQuotes(source, mark == null ? 0 : mark.getLine()));
            return Optional.empty();
        } catch (YAMLException broken) {
            problems.error(
                    "yaml",
                    new Place(source.name(), 1),
                    "%s cannot be read: it holds a character that no text file has. Save it as UTF-8."
                            .formatted(source.name()));
            return Optional.empty();
        }
    }

    private static String tooLarge(Source source, long bytes) {
        return "%s is %.1f MB; %s".formatted(source.name(), bytes / 1024.0 / 1024.0, LIMIT);
    }

    static final String LIMIT =
            "a tree may have 768 KB and 12,000 nodes. Move whole branches to help/branches/*.yaml.";

    private Optional<Yaml> document() {
        Optional<Yaml> first = Optional.empty();
        while (events.hasNext()) {
            var event = events.next();
            if (!(event instanceof NodeEvent)) {
                continue;
            }
            if (first.isPresent()) {
                problems.error(
                        "yaml",
                        at(event),
                        "Line %d starts a second document. A file holds one: remove the ---."
                                .formatted(line(event)));
                return first;
            }
            first = Optional.of(value(event));
        }
        if (first.isEmpty()) {
            problems.error(
                    "yaml",
                    new Place(source.name(), 1),
                    source.name() + " is empty. Write tree:, entries: and nodes:.");
        }
        return first;
    }

    private Yaml value(Event event) {
        refuseCleverness(event);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> items(start);
            case MappingStartEvent start -> entries(start);
            default -> new Yaml.Scalar("", true, true, line(event)); // an alias, reported
        };
    }

    private Yaml.Scalar scalar(ScalarEvent event) {
        return new Yaml.Scalar(
                event.getValue(),
                event.isPlain(),
                event.isPlain() && event.getValue().isEmpty(),
                line(event));
    }

    private Yaml.Items items(SequenceStartEvent start) {
        deeper(start);
        var items = new ArrayList<Yaml>();
        for (var event = events.next();
                !(event instanceof SequenceEndEvent);
                event = events.next()) {
            items.add(value(event));
        }
        depth--;
        return new Yaml.Items(List.copyOf(items), line(start));
    }

    private Yaml.Mapping entries(MappingStartEvent start) {
        deeper(start);
        var entries = new ArrayList<Yaml.Entry>();
        var lines = new HashMap<String, Integer>();
        for (var event = events.next();
                !(event instanceof MappingEndEvent);
                event = events.next()) {
            var key = value(event);
            var value = value(events.next());
            if (!(key instanceof Yaml.Scalar name)) {
                problems.error(
                        "yaml",
                        at(event),
                        "Line %d: a key must be a single word.".formatted(line(event)));
                continue;
            }
            var earlier = lines.putIfAbsent(name.text(), name.line());
            if (earlier != null) {
                problems.error(
                        "duplicate-id",
                        at(event),
                        duplicate(name.text(), "line " + earlier, "line " + name.line()));
                continue;
            }
            entries.add(new Yaml.Entry(name, value));
        }
        depth--;
        var flow = start.isFlow();
        if (flow) {
            entries.stream()
                    .filter(entry -> entry.value() instanceof Yaml.Scalar s && s.absent())
                    .filter(entry -> entry.key().text().contains(" "))
                    .findFirst()
                    .ifPresent(
                            entry ->
                                    problems.error(
                                            "yaml",
                                            new Place(source.name(), entry.key().line()),
                                            needsQuotes(source, entry.key().line() - 1)));
        }
        return new Yaml.Mapping(List.copyOf(entries), flow, line(start));
    }

    static String duplicate(String id, String first, String second) {
        return "\"%s\" stands on %s and again on %s. One would silently replace the other: rename one."
                .formatted(Words.quoted(id), first, second);
    }

    private void deeper(CollectionStartEvent start) {
        if (++depth > DEEPEST) {
            problems.error(
                    "nested",
                    at(start),
                    "Line %d opens a 21st level of brackets; no tree needs more than 20."
                            .formatted(line(start)));
            throw new TooDeep();
        }
    }

    private void refuseCleverness(Event event) {
        switch (event) {
            case AliasEvent alias -> refuse("alias", event, "the alias *" + alias.getAnchor());
            case ScalarEvent scalar -> {
                anchor(scalar);
                if (scalar.getTag() != null && !scalar.getImplicit().canOmitTagInPlainScalar()) {
                    refuse("tag", event, "the tag " + shorten(scalar.getTag()));
                }
                if (scalar.isPlain() && scalar.getValue().equals("<<")) {
                    refuse("alias", event, "the merge key <<");
                }
            }
            case CollectionStartEvent start -> {
                anchor(start);
                if (start.getTag() != null) {
                    refuse("tag", event, "the tag " + shorten(start.getTag()));
                }
            }
            default -> {}
        }
    }

    private void anchor(NodeEvent event) {
        if (event.getAnchor() != null) {
            refuse("alias", event, "the anchor &" + event.getAnchor());
        }
    }

    private static String shorten(String tag) {
        return Words.quoted(
                tag.startsWith("tag:yaml.org,2002:")
                        ? "!!" + tag.substring("tag:yaml.org,2002:".length())
                        : tag);
    }

    private void refuse(String rule, Event event, String what) {
        problems.error(
                rule,
                at(event),
                "Line %d uses %s. Anchors, aliases, merge keys and !!tags are not read here: write it out, or point to the node with to:."
                        .formatted(line(event), what));
    }

    /** Shows the line's own text in quotes where it can be told which one needs them. */
    private static String needsQuotes(Source source, int index) {
        var example = "label: \"Monthly or yearly?\"";
        var written = source.text().lines().skip(index).findFirst().orElse("");
        var pairs = PAIR.matcher(Words.cut(written, 2_000));
        while (pairs.find()) {
            var text = pairs.group(2).strip();
            var next = written.substring(pairs.end());
            var end = NEXT_KEY.matcher(next);
            var untilKey = end.find() ? next.substring(0, end.start()) : next;
            if (text.matches(".*[:?#{}].*") || untilKey.startsWith(",")) {
                example =
                        "%s: \"%s\""
                                .formatted(
                                        pairs.group(1),
                                        Words.quoted(text + untilKey.stripTrailing()));
                break;
            }
        }
        return "Line %d: a text with , : ? # or {} needs quotes: %s.".formatted(index + 1, example);
    }

    private Place at(Event event) {
        return new Place(source.name(), line(event));
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    /** Leaves the file at once: what stands below so many levels is not read. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooDeep() {
            super("deeper than " + DEEPEST + " levels", null, false, false);
        }
    }
}
