package dev.sayso.ledger;

import dev.sayso.event.EventRetracted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which events of one subscription stand, and in which order they count. Pure. */
final class Standing {
    private Standing() {}

    /**
     * Those that stand, without the retractions. A correction counts in the place of what it
     * corrects, so that what was said after that still comes after it.
     *
     * @param all in the order of their versions
     */
    static List<StoredEvent> of(List<StoredEvent> all) {
        var retracted = retracted(all);
        var places = new HashMap<EventId, Integer>();
        for (int i = 0; i < all.size(); i++) {
            var stored = all.get(i);
            var replaces = stored.replaces();
            places.put(stored.id(), replaces == null ? i : places.getOrDefault(replaces, i));
        }
        var standing = new ArrayList<StoredEvent>();
        for (var stored : all) {
            if (!(stored.event() instanceof EventRetracted)
                    && !retracted.contains(stored.id().value())) {
                standing.add(stored);
            }
        }
        standing.sort(Comparator.comparing(stored -> place(places, stored)));
        return standing;
    }

    /** All but the retractions, each with whether it stands. */
    static List<Told> told(List<StoredEvent> all) {
        var retracted = retracted(all);
        var corrected = new HashSet<EventId>();
        for (var stored : all) {
            if (stored.replaces() != null && !retracted.contains(stored.id().value())) {
                corrected.add(stored.replaces());
            }
        }
        return all.stream()
                .filter(stored -> !(stored.event() instanceof EventRetracted))
                .map(
                        stored ->
                                new Told(
                                        stored,
                                        !retracted.contains(stored.id().value()),
                                        corrected.contains(stored.id())))
                .toList();
    }

    private static Set<String> retracted(List<StoredEvent> all) {
        var retracted = new HashSet<String>();
        // only a later event retracts: from the end on it is known whether that one stands itself
        for (var stored : all.reversed()) {
            if (stored.event() instanceof EventRetracted(var id)
                    && !retracted.contains(stored.id().value())) {
                retracted.add(id);
            }
        }
        return retracted;
    }

    private static int place(Map<EventId, Integer> places, StoredEvent stored) {
        return places.getOrDefault(stored.id(), Integer.MAX_VALUE);
    }
}
