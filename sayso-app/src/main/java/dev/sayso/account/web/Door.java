package dev.sayso.account.web;

import dev.sayso.account.Visitor;
import dev.sayso.account.Visitor.Way;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.web.Htmx;
import dev.sayso.platform.web.ProblemWriter;
import dev.sayso.platform.web.Route;
import dev.sayso.platform.web.Routes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sees who comes and lets through whom the route's rule lets, before the body is read. Without an
 * account one gets to public pages only; what no rule names is answered to nobody.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
final class Door extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Routes routes;
    private final Supplier<Visitors> visitors;
    private final ProblemWriter problems;

    /**
     * @param visitors only when the first one comes: filters are made before the store is there
     */
    Door(Routes routes, ObjectProvider<Visitors> visitors, ProblemWriter problems) {
        this.routes = routes;
        this.visitors = SingletonSupplier.of(visitors::getObject);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var route = routes.find(request).orElse(null);
        if (route != null && route.kind() == Route.Kind.HEALTH) {
            chain.doFilter(request, response);
            return;
        }
        Visitor visitor;
        try {
            visitor = visitors.get().find(request).orElse(null);
        } catch (Overloaded e) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    String.valueOf(e.getMessage()));
            return;
        }
        if (visitor == null && Visitors.bringsToken(request)) {
            refuseToken(request, response);
            return;
        }
        if (visitor != null) {
            visitor.enter(request);
        }
        if (isLetIn(route, visitor, request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Whether the request goes on; if not, it has been answered. */
    private boolean isLetIn(
            @Nullable Route route,
            @Nullable Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean isPublic = route != null && route.who() == Route.Who.ANYONE;
        if (visitor == null && !isPublic) {
            askToSignIn(request, response);
        } else if (route == null) {
            refuseUnlisted(request, response);
        } else if (route.who() == Route.Who.OPERATOR && (visitor == null || !visitor.operator())) {
            problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "this is for an operator; ./sayso account add NAME --operator makes one");
        } else if (visitor != null && visitor.way() == Way.SESSION && isUnsigned(request)) {
            problems.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "this came with a browser's cookie and from no page of ours; a program uses a"
                            + " token");
        } else {
            return true;
        }
        return false;
    }

    /** A write that a browser of today would have said the page of. */
    private static boolean isUnsigned(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                && request.getHeader(HttpHeaders.ORIGIN) == null
                && request.getHeader("Sec-Fetch-Site") == null;
    }

    private void refuseToken(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Sayso\", error=\"invalid_token\"");
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "this token opens nothing: it is not one of Sayso's, or was revoked, or its end has"
                        + " come; ./sayso account token NAME makes a new one");
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean isPage = !ProblemWriter.isForPrograms(request.getRequestURI());
        if (isPage && READING.contains(request.getMethod()) && !Htmx.asks(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/link");
            return;
        }
        if (isPage && Htmx.asks(request)) {
            response.setHeader("HX-Redirect", "/link");
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Sayso\"");
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "this needs a token (Authorization: Bearer sayso_…), which ./sayso account add NAME"
                        + " prints, or a browser that ./sayso link signed in");
    }

    private void refuseUnlisted(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var methods = routes.methods(request);
        if (methods.isEmpty()) {
            problems.write(
                    request,
                    response,
                    HttpStatus.NOT_FOUND,
                    "there is nothing at this address; /v3/api-docs lists what there is");
            return;
        }
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        problems.write(
                request,
                response,
                HttpStatus.METHOD_NOT_ALLOWED,
                "this address does not answer to that method; it does to "
                        + String.join(", ", methods));
    }
}
