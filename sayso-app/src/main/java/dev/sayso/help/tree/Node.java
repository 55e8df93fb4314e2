package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A step of a tree. Only an {@link Ask} is a level that a person has to answer. */
public sealed interface Node {
    String id();

    /** Where one can go from here, in the order of the file. */
    List<Edge> edges();

    /**
     * @param known the fact that answers the question, so that it need not be asked
     * @param key the name of the answer in a whole context
     */
    record Ask(String id, Text text, List<Option> options, @Nullable Known known, String key)
            implements Node {
        public Ask {
            options = List.copyOf(options);
        }

        @Override
        public List<Edge> edges() {
            return options.stream()
                    .map(option -> new Edge(id, Edge.Kind.OPTION, option.id(), option.to()))
                    .toList();
        }
    }

    record Option(String id, String label, String to, List<String> also) {
        public Option {
            also = List.copyOf(also);
        }
    }

    /** Which value of a fact stands for which option; other values leave the question open. */
    record Known(String fact, Map<String, String> is) {
        public Known {
            is = inOrder(is);
        }
    }

    /** A branch by a fact, which a person never sees. */
    record Check(String id, String fact, Map<String, String> is, String unknown, String key)
            implements Node {
        public Check {
            is = inOrder(is);
        }

        @Override
        public List<Edge> edges() {
            var edges = new ArrayList<Edge>();
            is.forEach((value, to) -> edges.add(new Edge(id, Edge.Kind.IS, value, to)));
            edges.add(new Edge(id, Edge.Kind.UNKNOWN, "unknown", unknown));
            return edges;
        }
    }

    /**
     * @param confirm what is asked before the action runs; without it, it runs at once
     * @param declined where one goes who does not want it; given exactly when it is confirmed
     */
    record Do(
            String id,
            String action,
            @Nullable Text confirm,
            String success,
            String failure,
            String timeout,
            @Nullable String declined,
            String key)
            implements Node {
        @Override
        public List<Edge> edges() {
            var edges = new ArrayList<Edge>();
            edges.add(new Edge(id, Edge.Kind.SUCCESS, "success", success));
            edges.add(new Edge(id, Edge.Kind.FAILURE, "failure", failure));
            edges.add(new Edge(id, Edge.Kind.TIMEOUT, "timeout", timeout));
            if (declined != null) {
                edges.add(new Edge(id, Edge.Kind.DECLINED, "declined", declined));
            }
            return edges;
        }
    }

    /**
     * An answer. Unless it is verified the person is asked whether it solved the matter, and one
     * who says no goes to {@code ifNot} or, without it, to a person.
     */
    record Solution(String id, Text text, boolean verified, @Nullable String ifNot)
            implements Node {
        @Override
        public List<Edge> edges() {
            return ifNot == null
                    ? List.of()
                    : List.of(new Edge(id, Edge.Kind.IF_NOT, "if_not", ifNot));
        }
    }

    /** The hand-over to a person. */
    record Person(String id, Text text, @Nullable String queue, boolean urgent) implements Node {
        @Override
        public List<Edge> edges() {
            return List.of();
        }
    }

    /**
     * @param name the option's id, the fact's value or the outcome's name
     */
    record Edge(String from, Kind kind, String name, String to) {
        public enum Kind {
            OPTION,
            IS,
            UNKNOWN,
            SUCCESS,
            FAILURE,
            TIMEOUT,
            DECLINED,
            IF_NOT
        }
    }

    private static Map<String, String> inOrder(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
