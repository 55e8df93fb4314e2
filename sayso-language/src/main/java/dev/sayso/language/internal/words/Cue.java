package dev.sayso.language.internal.words;

/** What a single word settles for the reader that looks for it: the values of {@code [cue]}. */
public enum Cue {
    /** The present, against what was. */
    NOW,
    NEW,
    ANOTHER,
    /** Told of what is to come. */
    FUTURE,
    STARTS,
    AGAIN,
    PAYMENT,
    DONE,
    /** The word for how often. */
    CYCLE,
    REMINDER,
    /** Said of memberships alone. */
    JOIN,
    ADD,
    /** A state that lasts: "is cancelled". */
    STANDS,
    /** Looks back to a beginning. */
    SINCE,
    /** A state that was: "it was 8 a month". */
    PAST,
    /** Before the means by which something comes or is paid. */
    VIA,
    /** Ends a verb of price behind which an amount may be the difference: "went up 50". */
    MOVED,
    /** What is paid, in other words: fees, dues. */
    FEE,
    /** In a bank's message: the money has gone. */
    GONE,
    /** In a bank's message: the payee follows, and nothing else. */
    PAYEE,
    /** What is charged, against what it comes to. */
    BILLED
}
