package dev.sayso.platform.web;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the JSON object of a request strictly: fields that nobody asked for, wrong types and values
 * out of range are gathered and reported together by {@link #done}.
 */
public final class JsonBody {
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(32)
                                                    .maxNumberLength(40)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final ObjectNode body;
    private final Set<String> asked = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    private JsonBody(ObjectNode body) {
        this.body = body;
    }

    /**
     * Reads UTF-8.
     *
     * @throws BadRequest when it is no JSON object
     */
    public static JsonBody read(byte[] bytes) {
        try {
            var node = MAPPER.readTree(Utf8.decode(bytes));
            if (node instanceof ObjectNode object) {
                return new JsonBody(object);
            }
            throw new BadRequest(
                    "the body is "
                            + kind(node)
                            + "; a JSON object was expected, such as {\"text\": \"Netflix 499"
                            + " monthly\"}");
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new BadRequest(
                    "the body is no well-formed JSON"
                            + (where == null || where.getLineNr() < 1
                                    ? ""
                                    : " (line "
                                            + where.getLineNr()
                                            + ", column "
                                            + where.getColumnNr()
                                            + ")")
                            + "; a JSON object was expected, such as {\"text\": \"Netflix 499"
                            + " monthly\"}, each key once");
        }
    }

    /** A string, or null where it is absent or of another type. */
    public @Nullable String text(String field) {
        asked.add(field);
        var value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            problems.add(field + " is " + kind(value) + "; a string was expected");
            return null;
        }
        return value.asString();
    }

    /** A string that must be there. */
    public String required(String field) {
        int before = problems.size();
        var value = text(field);
        if (value == null) {
            if (problems.size() == before) {
                problems.add(field + " is missing");
            }
            return "";
        }
        return value;
    }

    /** A list of strings; empty where it is absent. */
    public List<String> texts(String field) {
        asked.add(field);
        var value = body.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
            problems.add(
                    field
                            + " is "
                            + (value.isArray() ? "an array of other things" : kind(value))
                            + "; an array of strings was expected");
            return List.of();
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }

    public @Nullable Boolean truth(String field) {
        asked.add(field);
        var value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            problems.add(field + " is " + kind(value) + "; true or false was expected");
            return null;
        }
        return value.asBoolean();
    }

    public @Nullable Integer whole(String field) {
        asked.add(field);
        var value = body.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isInt()) {
            problems.add(field + " is " + kind(value) + "; a whole number was expected");
            return null;
        }
        return value.asInt();
    }

    /** An array of whole numbers, or null where it is absent or something else. */
    public @Nullable List<Integer> wholes(String field) {
        return list(field, "whole numbers", JsonNode::isInt, JsonNode::asInt);
    }

    /** As {@link #texts}, but null where it is absent or something else. */
    public @Nullable List<String> textsOrNull(String field) {
        return list(field, "strings", JsonNode::isString, JsonNode::asString);
    }

    private <T> @Nullable List<T> list(
            String field, String what, Predicate<JsonNode> fits, Function<JsonNode, T> value) {
        asked.add(field);
        var array = body.get(field);
        if (array == null || array.isNull()) {
            return null;
        }
        var values = new ArrayList<T>();
        boolean fitting = array.isArray();
        if (fitting) {
            for (var it : array) {
                fitting &= fits.test(it);
                if (fits.test(it)) {
                    values.add(value.apply(it));
                }
            }
        }
        if (!fitting) {
            problems.add(
                    field
                            + " is "
                            + (array.isArray() ? "an array of something else" : kind(array))
                            + "; an array of "
                            + what
                            + " was expected");
            return null;
        }
        return values;
    }

    /** An object inside, to be read and {@link #done} by itself; empty where it is absent. */
    public JsonBody object(String field) {
        asked.add(field);
        var value = body.get(field);
        if (value instanceof ObjectNode object) {
            return new JsonBody(object);
        }
        if (value != null && !value.isNull()) {
            problems.add(field + " is " + kind(value) + "; an object was expected");
        }
        return new JsonBody(MAPPER.createObjectNode());
    }

    /** An object of any keys whose values are texts, numbers or truths, each as text. */
    public Map<String, String> scalars(String field) {
        asked.add(field);
        var values = new LinkedHashMap<String, String>();
        var value = body.get(field);
        if (value instanceof ObjectNode object) {
            for (var entry : object.properties()) {
                if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                    values.put(entry.getKey(), entry.getValue().asString());
                } else if (!entry.getValue().isNull()) {
                    problems.add(
                            field
                                    + "."
                                    + shortened(entry.getKey())
                                    + " is "
                                    + kind(entry.getValue())
                                    + "; a string, a number or true or false was expected");
                }
            }
        } else if (value != null && !value.isNull()) {
            problems.add(field + " is " + kind(value) + "; an object was expected");
        }
        return values;
    }

    /**
     * The value turned into something, or null where it is absent; what the turning refuses is one
     * of the problems.
     */
    public <T> @Nullable T as(String field, Function<String, T> turned) {
        var value = text(field);
        return value == null ? null : tried(() -> turned.apply(value));
    }

    /** What is made of it, or null where that is refused, which is one of the problems. */
    public <T> @Nullable T tried(java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /**
     * All was read that may be there.
     *
     * @throws BadRequest with every problem, when there is any
     */
    public void done() {
        var unknown = new TreeSet<String>();
        body.propertyNames().stream()
                .filter(name -> !asked.contains(name))
                .map(JsonBody::shortened)
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            problems.addFirst(
                    "unknown field"
                            + (unknown.size() == 1 ? " " : "s ")
                            + String.join(", ", unknown)
                            + "; known are "
                            + String.join(", ", new TreeSet<>(asked)));
        }
        if (!problems.isEmpty()) {
            throw new BadRequest(String.join("; ", problems));
        }
    }

    private static String shortened(String name) {
        return '"' + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + '"';
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case MISSING -> "empty";
        };
    }
}
