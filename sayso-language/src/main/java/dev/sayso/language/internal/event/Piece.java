package dev.sayso.language.internal.event;

import dev.sayso.language.internal.span.Span;
import dev.sayso.language.internal.words.Tag;

import java.util.ArrayList;
import java.util.List;

/** The spans between two separators. */
final class Piece {
    final List<Span> spans = new ArrayList<>();

    /** What parted it from the piece before: a sign, {@code &} for a word that joins, or 0. */
    final char separator;

    /** The number of the sentence that it belongs to. */
    final int sentence;

    /** Whether it stands in parentheses. */
    final boolean aside;

    Piece(char separator, int sentence, boolean aside) {
        this.separator = separator;
        this.sentence = sentence;
        this.aside = aside;
    }

    /**
     * Of an aside what may belong to the whole: no names, and what stands beside a name neither.
     */
    List<Span> besides() {
        boolean named = false;
        for (var span : spans) {
            named |= span instanceof Span.Name || span instanceof Span.Other;
        }
        if (named && !has(Span.Amount.class)) {
            return List.of();
        }
        var kept = new ArrayList<Span>();
        for (var span : spans) {
            if (!(span instanceof Span.Name) && !(span instanceof Span.Other)) {
                kept.add(span);
            }
        }
        return kept;
    }

    /** Whether it has a name, or a word that may be one. */
    boolean isSubject() {
        for (var span : spans) {
            if (span instanceof Span.Name
                    || span instanceof Span.Other
                    || span instanceof Span.Words words && words.is(Tag.THING)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    boolean has(Tag tag) {
        for (var span : spans) {
            if (span instanceof Span.Words words && words.is(tag)) {
                return true;
            }
        }
        return false;
    }

    boolean has(Class<? extends Span> kind) {
        for (var span : spans) {
            if (kind.isInstance(span)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has a verb of that kind. */
    boolean hasVerb(String kind) {
        for (var span : spans) {
            if (span instanceof Span.Words words && words.is(Tag.VERB) && words.isVerb(kind)) {
                return true;
            }
        }
        return false;
    }
}
