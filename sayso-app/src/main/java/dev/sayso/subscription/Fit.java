package dev.sayso.subscription;

import dev.sayso.event.Field;
import dev.sayso.ledger.StoredEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** How something that was said fits what is there. */
public sealed interface Fit {
    /** It fits: the event is in the log, and folded. */
    record Noted(StoredEvent stored, @Nullable Subscription subscription) implements Fit {}

    /**
     * It was understood, but it does not fit; nothing was written. {@code about} is what is there.
     */
    record Refused(Refusal refusal, List<Subscription> about, List<Choice> choices)
            implements Fit {}

    /** It fits in more than one way, and the field decides; nothing was written. */
    record Unclear(Field field, List<Subscription> about, List<Choice> choices) implements Fit {}

    /** Why it does not fit. */
    enum Refusal {
        UNKNOWN_SUBSCRIPTION,
        DUPLICATE,
        ALREADY_CANCELLED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
