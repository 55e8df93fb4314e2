package dev.sayso.json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object that is being read: its members are asked for one by one, and {@link #finish} reports
 * all that is wrong with it at once, members that nobody asked for among it. A member that is null
 * counts as absent.
 */
final class JsonObject {
    private static final int MAX_PROBLEMS = 5;

    /** Reads a member's value, or throws an {@link IllegalArgumentException} that names it. */
    interface Reader<T> {
        T read(String name, Json value);
    }

    private final String what;
    private final Map<String, Json> members;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    private JsonObject(String what, Map<String, Json> members) {
        this.what = what;
        this.members = members;
    }

    /**
     * @param what the thing that it should be, with its article: "a message"
     */
    static JsonObject of(String what, Json json) {
        if (json instanceof Json.Members(var members)) {
            return new JsonObject(what, members);
        }
        throw new IllegalArgumentException(
                what + " is " + json.described() + "; an object was expected");
    }

    <T> @Nullable T optional(String name, Reader<T> reader) {
        asked.add(name);
        var value = members.get(name);
        if (value == null || value instanceof Json.Nothing) {
            return null;
        }
        try {
            return reader.read(name, value);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return null;
        }
    }

    <T> T optional(String name, T otherwise, Reader<T> reader) {
        var value = optional(name, reader);
        return value == null ? otherwise : value;
    }

    /** Reported by {@link #finish} when it is absent and there is nothing to take instead. */
    <T> Required<T> required(String name, @Nullable T otherwise, Reader<T> reader) {
        int before = problems.size();
        var value = optional(name, reader);
        if (value == null && otherwise == null && problems.size() == before) {
            problems.add(name + " is missing");
        }
        return new Required<>(name, value == null ? otherwise : value);
    }

    /** The value of a required member: there after {@link #finish}. */
    record Required<T>(String name, @Nullable T value) {
        T get() {
            if (value == null) {
                throw new IllegalStateException(name + " was taken before finish()");
            }
            return value;
        }
    }

    /** The names that it has, asked for or not. */
    Set<String> names() {
        return members.keySet();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    void allow(Iterable<String> names) {
        names.forEach(asked::add);
    }

    /** Reports a problem of its members together. */
    void refuse(String problem) {
        problems.add(problem);
    }

    /** Throws one {@link IllegalArgumentException} with all problems, if there are any. */
    void finish() {
        for (var name : members.keySet()) {
            if (!asked.contains(name)) {
                problems.add(
                        what
                                + " has no field "
                                + Quoted.of(name)
                                + "; known are "
                                + String.join(", ", asked));
            }
        }
        if (problems.isEmpty()) {
            return;
        }
        int more = problems.size() - MAX_PROBLEMS;
        var shown = String.join("; ", problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())));
        throw new IllegalArgumentException(more > 0 ? shown + "; and " + more + " more" : shown);
    }
}
