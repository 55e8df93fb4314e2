package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** What passes between the page's script and the server. */
public final class Htmx {
    /**
     * The header that tells the page what happened, so that its regions refresh themselves: after
     * the reply stands there, for what they send is part of it.
     */
    public static final String TRIGGER = "HX-Trigger-After-Swap";

    private static final String REQUEST = "HX-Request";

    private Htmx() {}

    /** Whether a part of a page is asked for, not a page. */
    public static boolean asks(HttpServletRequest request) {
        return "true".equals(request.getHeader(REQUEST));
    }
}
