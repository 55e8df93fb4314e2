package dev.sayso.language;

/** What a message does to the outcome before it. */
public enum Turn {
    /** Nothing: it is read by itself. */
    NEW,
    /** It only corrects it: its readings say which event each replaces. */
    CORRECTS,
    /** It only answers the question that was open. */
    ANSWERS
}
