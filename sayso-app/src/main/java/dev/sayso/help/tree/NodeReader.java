package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads one node. What is missing is told and left empty, so that the other rules still run. */
final class NodeReader {
    private static final Set<String> KINDS = new TreeSet<>(Set.of("ask", "check", "do", "say"));
    private static final Map<String, Set<String>> KEYS =
            Map.of(
                    "ask", Set.of("ask", "options", "known", "key", "without"),
                    "check", Set.of("check", "is", "unknown", "key"),
                    "do",
                            Set.of(
                                    "do",
                                    "confirm",
                                    "success",
                                    "failure",
                                    "timeout",
                                    "declined",
                                    "key",
                                    "without"),
                    "answer", Set.of("say", "end", "if_not", "verified", "without"),
                    "verified answer", Set.of("say", "end", "verified", "without"),
                    "escalation", Set.of("say", "end", "queue", "priority", "without"),
                    "ending",
                            Set.of(
                                    "say",
                                    "end",
                                    "if_not",
                                    "verified",
                                    "queue",
                                    "priority",
                                    "without"));

    private final String file;
    private final Problems problems;
    private final Places places;

    NodeReader(String file, Problems problems, Places places) {
        this.file = file;
        this.problems = problems;
        this.places = places;
    }

    Optional<Node> read(String id, Yaml.Mapping written) {
        var kinds = KINDS.stream().filter(kind -> written.get(kind) != null).toList();
        if (kinds.size() != 1) {
            problems.error("kind", places.of(id), kindProblem(id, kinds));
            return Optional.empty();
        }
        return switch (kinds.getFirst()) {
            case "ask" -> Optional.of(ask(id, form(written, "ask", "a question")));
            case "check" -> Optional.of(check(id, form(written, "check", "a check")));
            case "do" -> Optional.of(act(id, form(written, "do", "an action")));
            default -> say(id, written);
        };
    }

    private static String kindProblem(String id, List<String> kinds) {
        var has =
                switch (kinds.size()) {
                    case 0 -> "has neither ask, check, do nor say. Give it one";
                    case 2 -> "has both %s and %s".formatted(kinds.get(0), kinds.get(1));
                    default -> "has " + String.join(", ", kinds);
                };
        return kinds.isEmpty()
                ? "\"%s\" %s: a node asks, checks, does or ends.".formatted(id, has)
                : "\"%s\" %s. A node asks, checks, does or ends: split it in two."
                        .formatted(id, has);
    }

    private Form form(Yaml.Mapping written, String kind, String noun) {
        return Form.of(file, written, noun, KEYS.getOrDefault(kind, Set.of()), problems);
    }

    private Node.Ask ask(String id, Form form) {
        var options = new ArrayList<Node.Option>();
        var ids = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var item : form.items("options")) {
            if (!(item instanceof Yaml.Mapping written)) {
                problems.error(
                        "yaml",
                        new Place(file, item.line()),
                        "Line %d: an option of \"%s\" must be {id: …, label: …, to: …}."
                                .formatted(item.line(), id));
                continue;
            }
            var option = option(id, written, options.size() + 1);
            if (!option.id().isEmpty() && !ids.add(option.id())) {
                optionProblem(
                        id, written, "has the option id \"%s\" twice.".formatted(option.id()));
                continue;
            }
            if (!option.label().isEmpty() && !labels.add(Words.normal(option.label()))) {
                optionProblem(id, written, "has two options that read the same.");
            }
            options.add(option);
        }
        if (options.size() < 2 || options.size() > 6) {
            problems.error(
                    "options",
                    form.at("options"),
                    "\"%s\" has %d option%s (2 to 6 are possible)."
                            .formatted(id, options.size(), options.size() == 1 ? "" : "s"));
        }
        return new Node.Ask(
                id, text(id, form, "ask"), options, known(id, form), form.text("key", id));
    }

    private void optionProblem(String id, Yaml.Mapping option, String what) {
        problems.error("options", new Place(file, option.line()), "\"%s\" %s".formatted(id, what));
    }

    private Node.Option option(String node, Yaml.Mapping written, int number) {
        var form =
                Form.of(file, written, "an option", Set.of("id", "label", "to", "also"), problems);
        var id = form.id("id");
        places.put(node, id, new Place(file, written.line()));
        for (var key : List.of("id", "label", "to")) {
            if (!form.has(key)) {
                optionProblem(
                        node,
                        written,
                        "has no %s on option %d. An option needs id, label and to."
                                .formatted(key, number));
            }
        }
        return new Node.Option(id, form.text("label", ""), form.id("to"), form.texts("also"));
    }

    private Node.@Nullable Known known(String node, Form form) {
        var written = form.mapping("known");
        if (written == null) {
            return null;
        }
        var known = Form.of(file, written, "known", Set.of("fact", "is"), problems);
        places.put(node, "known", form.at("known"));
        var fact = known.id("fact");
        if (fact.isEmpty()) {
            problems.error(
                    "fact",
                    form.at("known"),
                    "\"%s\": known names no fact. Write known: {fact: …, is: {value: option}}."
                            .formatted(node));
        }
        return new Node.Known(fact, known.ids("is"));
    }

    private Node.Check check(String id, Form form) {
        var is = form.ids("is");
        is.keySet().forEach(value -> places.put(id, value, form.at("is", value)));
        places.put(id, "unknown", form.at("unknown"));
        return new Node.Check(id, form.id("check"), is, form.id("unknown"), form.text("key", id));
    }

    private Node.Do act(String id, Form form) {
        var confirmed = form.has("confirm");
        for (var outcome : List.of("success", "failure", "timeout")) {
            places.put(id, outcome, form.at(outcome));
            if (!form.has(outcome)) {
                problems.error(
                        "action",
                        places.of(id),
                        "\"%s\" does not say where %s goes. success, failure and timeout are all needed."
                                .formatted(id, outcome));
            }
        }
        places.put(id, "declined", form.at("declined"));
        if (confirmed != form.has("declined")) {
            problems.error(
                    "action",
                    places.of(id),
                    confirmed
                            ? "\"%s\" does not say where declined goes. With confirm: it is needed."
                                    .formatted(id)
                            : "\"%s\" says where declined goes, but asks nobody: add confirm: or remove declined:."
                                    .formatted(id));
        }
        return new Node.Do(
                id,
                form.id("do"),
                confirmed ? text(id, form, "confirm") : null,
                form.id("success"),
                form.id("failure"),
                form.id("timeout"),
                confirmed && form.has("declined") ? form.id("declined") : null,
                form.text("key", id));
    }

    private Optional<Node> say(String id, Yaml.Mapping written) {
        var end = written.get("end") instanceof Yaml.Scalar scalar ? scalar.text() : "";
        var verified =
                written.get("verified") instanceof Yaml.Scalar scalar
                        && scalar.text().equals("true");
        return switch (end) {
            case "resolved" -> {
                var form =
                        verified
                                ? form(written, "verified answer", "a verified answer")
                                : form(written, "answer", "an answer");
                form.flag("verified");
                places.put(id, "if_not", form.at("if_not"));
                yield Optional.of(
                        new Node.Solution(
                                id,
                                text(id, form, "say"),
                                verified,
                                form.has("if_not") ? form.id("if_not") : null));
            }
            case "escalate" -> {
                var form = form(written, "escalation", "an escalation");
                var priority = form.text("priority", "normal");
                if (Stream.of("normal", "high").noneMatch(priority::equals)) {
                    problems.error(
                            "unknown-key",
                            form.at("priority"),
                            "\"%s\": the priority \"%s\" is not known. It is normal or high."
                                    .formatted(id, Words.quoted(priority)));
                }
                yield Optional.of(
                        new Node.Person(
                                id,
                                text(id, form, "say"),
                                form.text("queue"),
                                priority.equals("high")));
            }
            default -> {
                form(written, "ending", "an ending");
                problems.error(
                        "no-outcome",
                        places.of(id),
                        "\"%s\" ends without an outcome. Add end: resolved or end: escalate."
                                .formatted(id));
                yield Optional.empty();
            }
        };
    }

    private Text text(String id, Form form, String key) {
        places.put(id, key, form.at(key));
        var text = form.text(key, "");
        if (text.isEmpty()) {
            problems.error("yaml", form.at(key), "\"%s\": %s has no text.".formatted(id, key));
        }
        return new Text(text, form.text("without"));
    }
}
