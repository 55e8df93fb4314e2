package dev.sayso.account.web;

import dev.sayso.account.Key.Kind;
import dev.sayso.account.KnownKeys;
import dev.sayso.account.Secret;
import dev.sayso.account.Visitor;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Knows who comes: by a token, else by a browser's session, else over loopback. */
@Component
final class Visitors {
    private static final String BEARER = "Bearer ";

    private final KnownKeys keys;
    private final Loopback loopback;

    Visitors(KnownKeys keys, Loopback loopback) {
        this.keys = keys;
        this.loopback = loopback;
    }

    /** Whether the request brings a token, good or not: who brings one is that or nobody. */
    static boolean bringsToken(HttpServletRequest request) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return given != null && (given + " ").regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /** Who comes; empty for a stranger. */
    Optional<Visitor> find(HttpServletRequest request) {
        if (bringsToken(request)) {
            var given = request.getHeader(HttpHeaders.AUTHORIZATION);
            return Secret.find((given + " ").substring(BEARER.length()).strip())
                    .flatMap(secret -> keys.find(secret, Kind.TOKEN));
        }
        return Cookies.find(request)
                .flatMap(secret -> keys.find(secret, Kind.SESSION))
                .or(() -> loopback.find(request));
    }
}
