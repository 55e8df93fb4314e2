package dev.sayso.help;

import org.jspecify.annotations.Nullable;

/** An act that changed nothing; where there is one, the current view comes along. */
public final class HelpRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Why why;
    private final transient @Nullable HelpView view;

    public HelpRefused(Why why, String message, @Nullable HelpView view) {
        super(message, null, false, false);
        this.why = why;
        this.view = view;
    }

    public static HelpRefused unknown() {
        return new HelpRefused(
                Why.NOT_FOUND,
                "there is no such session; start one with POST /api/help/sessions",
                null);
    }

    static HelpRefused expired(String why) {
        return new HelpRefused(
                Why.EXPIRED,
                "this session is over: %s; start again with POST /api/help/sessions".formatted(why),
                null);
    }

    /** The contract's word for it. */
    public enum Why {
        BAD_REQUEST,
        NOT_FOUND,
        STALE,
        CLOSED,
        EXPIRED
    }

    public Why why() {
        return why;
    }

    public @Nullable HelpView view() {
        return view;
    }
}
