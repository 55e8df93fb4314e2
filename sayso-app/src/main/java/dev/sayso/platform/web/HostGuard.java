package dev.sayso.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses a request that was meant for another host (DNS rebinding), or a write that another site's
 * page sent, before its body is read. A request without Origin comes from no page and is let
 * through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class HostGuard extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemWriter problems;
    private final Set<String> hosts;

    HostGuard(ProblemWriter problems, WebSettings settings) {
        this.problems = problems;
        this.hosts = settings.hosts();
    }

    /** Whether the request was meant for a name by which only this machine itself is reached. */
    public static boolean isOfThisMachine(HttpServletRequest request) {
        var host = request.getHeader("Host");
        return host != null && LOOPBACK.contains(name(host));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = request.getHeader("Host");
        if (host == null || !isOurs(name(host), request)) {
            problems.write(
                    request,
                    response,
                    HttpStatus.MISDIRECTED_REQUEST,
                    "this host is not answered for; use http://127.0.0.1 or http://localhost, or"
                            + " name it in sayso.web.hosts");
            return;
        }
        if (!READING.contains(request.getMethod()) && isForeign(request, host)) {
            problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "this was sent by a page of another site; nothing was changed");
            return;
        }
        chain.doFilter(request, response);
    }

    /**
     * Names are ours when they are of this machine or were set. So is the very address that the
     * request came to: one that rebinds names has none of those.
     */
    private boolean isOurs(String name, HttpServletRequest request) {
        return LOOPBACK.contains(name)
                || hosts.contains(name)
                || name.equals(request.getLocalAddr())
                || name.equals("[" + request.getLocalAddr() + "]");
    }

    private static boolean isForeign(HttpServletRequest request, String host) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        var origin = request.getHeader("Origin");
        if (site != null && "null".equals(origin)) {
            // our own form: its page tells no referrer, so the browser gives no origin either
            return false;
        }
        return origin != null && !host.equalsIgnoreCase(authority(origin));
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getRawAuthority();
        } catch (URISyntaxException e) {
            return null; // no page of ours has it
        }
    }

    private static String name(String host) {
        int port = host.lastIndexOf(':');
        var name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return name.toLowerCase(Locale.ROOT);
    }
}
