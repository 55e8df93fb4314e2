package dev.sayso.language.internal.event;

import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a group's verbs say was done, and where they say it. */
public final class Acts {
    public enum Act {
        CREATE,
        /** A state rather than an act: "costs", "I pay". */
        PAY,
        CANCEL,
        PAUSE,
        RESUME,
        PRICE,
        CYCLE,
        CYCLE_SET,
        PAID,
        REMIND
    }

    private final Map<Act, Span.Words> found = new EnumMap<>(Act.class);
    private final Set<Act> weaks = EnumSet.noneOf(Act.class);
    private final Map<Act, String> tenses = new EnumMap<>(Act.class);

    public static Acts of(List<Span> spans) {
        var acts = new Acts();
        for (var span : spans) {
            if (span instanceof Span.Words words && words.is(Tag.VERB)) {
                for (var entry : words.entries()) {
                    if (entry.tag() == Tag.VERB) {
                        acts.add(words, entry.text());
                    }
                }
            }
        }
        return acts;
    }

    private void add(Span.Words words, String value) {
        int dot = value.indexOf('.');
        var kind = value.substring(0, dot);
        var tense = value.substring(dot + 1);
        boolean weak = tense.endsWith("?");
        if (weak) {
            tense = tense.substring(0, tense.length() - 1);
        }
        var act =
                kind.equals("CREATE") && tense.equals("is")
                        ? Act.PAY
                        : kind.equals("CYCLE") && tense.equals("set")
                                ? Act.CYCLE_SET
                                : Act.valueOf(kind);
        if (found.putIfAbsent(act, words) == null) {
            tenses.put(act, tense);
            if (weak) {
                weaks.add(act);
            }
        }
    }

    /** Whether the verb says it only of what is surely a subscription: "drop", "skip". */
    boolean isWeak(Act act) {
        return weaks.contains(act);
    }

    public boolean has(Act act) {
        return found.containsKey(act);
    }

    Set<Act> all() {
        return found.keySet();
    }

    public Span.@Nullable Words at(Act act) {
        return found.get(act);
    }

    public boolean isDone(Act act) {
        return "did".equals(tenses.get(act));
    }

    /** Whether something is asked to be done: "add", "cancel", "remind me". */
    boolean isOrder() {
        return tenses.containsValue("do");
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Takes over what was said of another group: "cancel Netflix and Disney+". */
    void inherit(Acts other) {
        for (var entry : other.found.entrySet()) {
            found.putIfAbsent(entry.getKey(), entry.getValue());
            tenses.putIfAbsent(entry.getKey(), other.tenses.getOrDefault(entry.getKey(), "do"));
        }
    }
}
