package dev.sayso.help.tree;

import java.util.HashMap;
import java.util.Map;

/**
 * Where each node, and each way out of it, is written: {@code pay.card}, {@code pay.card/if_not}.
 */
final class Places {
    private final Map<String, Place> places = new HashMap<>();
    private final Place fallback;

    Places(String mainFile) {
        fallback = new Place(mainFile, 1);
    }

    void put(String what, Place place) {
        places.put(what, place);
    }

    void put(String node, String part, Place place) {
        places.put(node + "/" + part, place);
    }

    Place of(String what) {
        return places.getOrDefault(what, fallback);
    }

    Place of(String node, String part) {
        var place = places.get(node + "/" + part);
        return place == null ? of(node) : place;
    }

    Place of(Node.Edge edge) {
        return of(edge.from(), edge.name());
    }
}
