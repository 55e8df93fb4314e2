package dev.sayso.language.internal.event;

import dev.sayso.language.Draft;

import org.jspecify.annotations.Nullable;

/** What a group was understood as. */
record Verdict(Kind kind, @Nullable Draft draft) {
    enum Kind {
        /** An event, complete or not. */
        EVENT,
        /** A single purchase. */
        ONE_OFF,
        /** A plan, a wish, something that did not happen. */
        NOT_A_FACT,
        /** It says nothing of a subscription. */
        NOTHING
    }

    static final Verdict NOTHING = new Verdict(Kind.NOTHING, null);
    static final Verdict NOT_A_FACT = new Verdict(Kind.NOT_A_FACT, null);

    static Verdict event(Draft draft) {
        return new Verdict(Kind.EVENT, draft);
    }

    static Verdict oneOff(Draft draft) {
        return new Verdict(Kind.ONE_OFF, draft);
    }
}
