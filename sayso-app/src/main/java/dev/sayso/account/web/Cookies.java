package dev.sayso.account.web;

import dev.sayso.account.Keys;
import dev.sayso.account.Secret;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie of a session: out of reach for scripts, not sent along by other sites, and under TLS
 * of a name that the browser takes from this very host alone.
 */
final class Cookies {
    private static final String NAME = "sayso";
    private static final String NAME_UNDER_TLS = "__Host-sayso";

    private Cookies() {}

    static Optional<Secret> find(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .findFirst()
                        .flatMap(cookie -> Secret.find(cookie.getValue()));
    }

    static void set(HttpServletRequest request, HttpServletResponse response, Secret session) {
        add(request, response, session.reveal(), Keys.SESSION);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    private static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String value,
            Duration lasting) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(lasting)
                        .build()
                        .toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? NAME_UNDER_TLS : NAME;
    }
}
