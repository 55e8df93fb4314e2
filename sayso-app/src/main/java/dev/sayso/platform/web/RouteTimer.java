package dev.sayso.platform.web;

import dev.sayso.platform.web.Route.Kind;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Times every request by what its route does and how it ended: both are closed lists, so that
 * nothing that a caller writes becomes a label.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class RouteTimer extends OncePerRequestFilter {
    private static final Duration[] WATCHED = {
        Duration.ofMillis(5),
        Duration.ofMillis(15),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1)
    };

    private final Routes routes;
    private final Timer[][] timers;

    RouteTimer(Routes routes, MeterRegistry registry) {
        this.routes = routes;
        timers = new Timer[Kind.values().length][Ending.values().length];
        for (var kind : Kind.values()) {
            for (var ending : Ending.values()) {
                timers[kind.ordinal()][ending.ordinal()] =
                        Timer.builder("sayso.http")
                                .description("requests, by what their route does")
                                .tag("route", kind.wire())
                                .tag("ending", ending.wire())
                                .serviceLevelObjectives(WATCHED)
                                .register(registry);
            }
        }
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kind = routes.find(request).map(Route::kind).orElse(Kind.NONE);
        long began = System.nanoTime();
        boolean returned = false;
        try {
            chain.doFilter(request, response);
            returned = true;
        } finally {
            var ending = returned ? Ending.of(response.getStatus()) : Ending.BROKEN;
            timers[kind.ordinal()][ending.ordinal()].record(
                    System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    /** How a request ended. */
    private enum Ending {
        DONE,
        REFUSED,
        BUSY,
        BROKEN;

        static Ending of(int status) {
            if (status == 429 || status == 503) {
                return BUSY;
            }
            return status < 400 ? DONE : status < 500 ? REFUSED : BROKEN;
        }

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
