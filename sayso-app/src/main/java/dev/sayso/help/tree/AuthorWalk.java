package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An author's test: with these facts, results and answers a person ends there.
 *
 * @param asked the questions that are asked, in order; null when it is not said
 */
record AuthorWalk(
        String name,
        Place at,
        @Nullable String screen,
        @Nullable String topic,
        Map<String, String> facts,
        Map<String, String> actions,
        List<String> answers,
        @Nullable List<String> asked,
        End.Status status,
        String node,
        @Nullable String reason) {
    private static final Set<String> KEYS =
            Set.of("walk", "from", "facts", "actions", "answers", "asked", "ends");

    static List<AuthorWalk> read(Source source, Problems problems) {
        var walks = new ArrayList<AuthorWalk>();
        YamlReader.read(source, problems)
                .ifPresent(
                        value -> {
                            if (value instanceof Yaml.Items items) {
                                items.items().forEach(item -> read(source, item, walks, problems));
                            } else {
                                problems.error(
                                        "yaml",
                                        new Place(source.name(), value.line()),
                                        "Line %d: %s must be a list, each line - {walk: …, answers: […], ends: {…}}."
                                                .formatted(value.line(), source.name()));
                            }
                        });
        return walks;
    }

    private static void read(Source source, Yaml item, List<AuthorWalk> walks, Problems problems) {
        var place = new Place(source.name(), item.line());
        if (!(item instanceof Yaml.Mapping written)) {
            problems.error(
                    "yaml",
                    place,
                    "Line %d: a walk must be {walk: …, answers: […], ends: {…}}."
                            .formatted(item.line()));
            return;
        }
        var form = Form.of(source.name(), written, "a walk", KEYS, problems);
        var name = form.text("walk", "line " + item.line());
        var from = inner(source, form, "from", "from", Set.of("screen", "topic"), problems);
        var ends =
                inner(
                        source,
                        form,
                        "ends",
                        "ends",
                        Set.of("resolved", "escalated", "reason"),
                        problems);
        var resolved = ends == null ? "" : ends.id("resolved");
        var escalated = ends == null ? "" : ends.id("escalated");
        if (resolved.isEmpty() == escalated.isEmpty()) {
            problems.error(
                    "walk",
                    place,
                    "walk \"%s\" does not say how it ends. Write ends: {resolved: node} or ends: {escalated: node, reason: …}."
                            .formatted(Words.quoted(name)));
            return;
        }
        walks.add(
                new AuthorWalk(
                        name,
                        place,
                        from == null ? null : from.text("screen"),
                        from == null ? null : from.text("topic"),
                        form.ids("facts"),
                        form.ids("actions"),
                        form.answers("answers"),
                        form.has("asked") ? form.idList("asked") : null,
                        resolved.isEmpty() ? End.Status.ESCALATED : End.Status.RESOLVED,
                        resolved.isEmpty() ? escalated : resolved,
                        ends == null ? null : ends.text("reason")));
    }

    private static @Nullable Form inner(
            Source source,
            Form form,
            String key,
            String noun,
            Set<String> keys,
            Problems problems) {
        var written = form.mapping(key);
        return written == null ? null : Form.of(source.name(), written, noun, keys, problems);
    }
}
