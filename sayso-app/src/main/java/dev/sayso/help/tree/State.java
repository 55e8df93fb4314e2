package dev.sayso.help.tree;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a walk stands: all that {@link Guide} needs to go on, fit to be stored.
 *
 * @param step counts the acts; the next act names it
 * @param confirmed the current node is an action that may run
 * @param facts what was read, an unknown value being empty
 * @param results of actions by node, kept over a restart, since an action runs once
 * @param contested questions that are asked whatever a fact says
 */
public record State(
        String entry,
        String node,
        int step,
        boolean confirmed,
        List<Passed> trail,
        Map<String, String> facts,
        Map<String, Act.Result> results,
        Set<String> contested,
        @Nullable End end) {
    public State {
        trail = List.copyOf(trail);
        facts = Map.copyOf(facts);
        results = Map.copyOf(results);
        contested = Set.copyOf(contested);
    }

    static State at(String entry) {
        return new State(entry, entry, 1, false, List.of(), Map.of(), Map.of(), Set.of(), null);
    }

    public boolean isOpen() {
        return end == null;
    }

    /** The accepted answers, in order. */
    public List<Passed.Answered> answers() {
        return of(Passed.Answered.class);
    }

    /** The questions that facts answered, in order. */
    public List<Passed.Skipped> skipped() {
        return of(Passed.Skipped.class);
    }

    private <P extends Passed> List<P> of(Class<P> kind) {
        return trail.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** False at the first question and where an action was done since the last answer. */
    public boolean canBack() {
        return isOpen() && lastAnswer() >= 0;
    }

    int lastAnswer() {
        for (var i = trail.size() - 1; i >= 0; i--) {
            switch (trail.get(i)) {
                case Passed.Answered _ -> {
                    return i;
                }
                case Passed.Acted _ -> {
                    return -1;
                }
                case Passed.Skipped _, Passed.Checked _, Passed.Declined _, Passed.NotSolved _ -> {}
            }
        }
        return -1;
    }

    State next() {
        return new State(entry, node, step + 1, confirmed, trail, facts, results, contested, end);
    }

    State passing(Passed passed, String to) {
        return new State(
                entry, to, step, false, with(trail, passed), facts, results, contested, end);
    }

    State at(String there, boolean confirmedThere, List<Passed> passed) {
        return new State(
                entry, there, step, confirmedThere, passed, facts, results, contested, end);
    }

    State confirming() {
        return new State(entry, node, step, true, trail, facts, results, contested, end);
    }

    State reading(String fact, String value) {
        return new State(
                entry,
                node,
                step,
                confirmed,
                trail,
                with(facts, fact, value),
                results,
                contested,
                end);
    }

    State running(String ran, Act.Result result) {
        return new State(
                entry,
                node,
                step,
                confirmed,
                trail,
                facts,
                with(results, ran, result),
                contested,
                end);
    }

    /** The node of the trail's entry again, with all that came after it forgotten. */
    State backTo(int index) {
        return new State(
                entry,
                trail.get(index).node(),
                step,
                false,
                trail.subList(0, index),
                facts,
                results,
                contested,
                end);
    }

    State contesting(String question) {
        var all = new HashSet<>(contested);
        all.add(question);
        return new State(entry, node, step, confirmed, trail, facts, results, all, end);
    }

    State restarted() {
        return new State(entry, entry, step, false, List.of(), Map.of(), results, Set.of(), null);
    }

    State ended(End how) {
        return new State(entry, how.node(), step, false, trail, facts, results, contested, how);
    }

    private static <T> List<T> with(List<T> list, T last) {
        var all = new ArrayList<>(list);
        all.add(last);
        return all;
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var all = new HashMap<>(map);
        all.put(key, value);
        return all;
    }
}
