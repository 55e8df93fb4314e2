package dev.sayso.account;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Whoever sent a request, known.
 *
 * @param operator whether it may see what concerns the whole installation
 * @param keyId the token or session that it came by; none over loopback
 */
public record Visitor(Account account, boolean operator, Way way, @Nullable String keyId) {
    private static final String ATTRIBUTE = Visitor.class.getName();

    /** How it came in. */
    public enum Way {
        LOOPBACK,
        TOKEN,
        SESSION
    }

    /** Who sent the request; empty for a stranger, who sees public pages only. */
    public static Optional<Visitor> find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Visitor visitor
                ? Optional.of(visitor)
                : Optional.empty();
    }

    /**
     * Who sent the request.
     *
     * @throws IllegalStateException for a stranger, whom no route with an account lets this far
     */
    public static Visitor of(HttpServletRequest request) {
        return find(request)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "a stranger came through; the route's rule in Routes must"
                                                + " ask for an account"));
    }

    /** Lets the rest of the request know. */
    public void enter(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
