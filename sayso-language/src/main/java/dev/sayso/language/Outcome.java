package dev.sayso.language;

import dev.sayso.event.Field;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a message was understood as: one of the contract's five statuses. */
public sealed interface Outcome {
    /**
     * At least one complete event was understood; drafts are what stood beside them, incomplete.
     */
    record Recorded(List<Reading> readings, List<Draft> drafts, Turn turn) implements Outcome {
        public Recorded {
            readings = List.copyOf(readings);
            drafts = List.copyOf(drafts);
            if (readings.isEmpty()) {
                throw new IllegalArgumentException("a recorded outcome needs at least one reading");
            }
        }

        /** The same, with no reading that may be recorded unasked. */
        public Recorded unsure() {
            return new Recorded(readings.stream().map(Reading::unsure).toList(), drafts, turn);
        }
    }

    /** It is about a subscription, but each of its drafts (at least one) lacks a required field. */
    record NeedsInput(List<Draft> drafts, Turn turn) implements Outcome {
        public NeedsInput {
            drafts = List.copyOf(drafts);
            if (drafts.isEmpty()) {
                throw new IllegalArgumentException(
                        "an outcome that needs input needs at least one draft");
            }
        }

        /** What the drafts lack, together; one answer fills all that lack it. */
        public Set<Field> missing() {
            var missing = EnumSet.noneOf(Field.class);
            drafts.forEach(draft -> missing.addAll(draft.missing()));
            return missing;
        }
    }

    /** It asks about the person's own subscriptions or spending. */
    record Query(Question question) implements Outcome {}

    /** It asks how to use the product, or reports a problem with it or with a payment. */
    record Help(@Nullable HelpTopic topic) implements Outcome {}

    /**
     * Nothing in it is a fact, a question or a request; drafts are what was read of it all the
     * same.
     */
    record Ignored(Reason reason, List<Draft> drafts) implements Outcome {
        public Ignored {
            drafts = List.copyOf(drafts);
        }
    }
}
