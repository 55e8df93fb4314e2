package dev.sayso.platform.web;

import jakarta.servlet.http.HttpServletRequest;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * The rows that the reply on the page speaks of. On the first view the region that has the reply
 * names them for the one that has the rows; later the page's own request does.
 */
public final class Spotlight {
    private static final String PARAMETER = "fresh";
    private static final String ATTRIBUTE = Spotlight.class.getName();

    private Spotlight() {}

    public static void on(HttpServletRequest request, Collection<String> ids) {
        request.setAttribute(ATTRIBUTE, Set.copyOf(ids));
    }

    public static Set<String> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Set<?> named) {
            return Set.copyOf(named.stream().map(String::valueOf).toList());
        }
        var asked = request.getParameterValues(PARAMETER);
        return asked == null ? Set.of() : Set.copyOf(Arrays.asList(asked));
    }
}
