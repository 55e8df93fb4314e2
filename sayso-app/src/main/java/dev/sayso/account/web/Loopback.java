package dev.sayso.account.web;

import dev.sayso.account.Accounts;
import dev.sayso.account.Visitor;
import dev.sayso.account.Visitor.Way;
import dev.sayso.platform.web.HostGuard;
import dev.sayso.platform.web.WebSettings;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Knows who is at the machine itself. Only there, and only while nothing else can reach this port,
 * no sign-in is needed: not behind a proxy either, which brings everyone over loopback.
 */
@Component
final class Loopback {
    /** What proxies add; who comes with one of these comes from elsewhere, told or not. */
    private static final List<String> FORWARDED =
            List.of(
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Proto",
                    "X-Real-IP",
                    "Via");

    private final Accounts accounts;
    private final boolean closed;

    /**
     * @param address what the server really listens on, also where it was set past our own setting
     */
    Loopback(
            Accounts accounts,
            WebSettings settings,
            @Value("${server.address}") InetAddress address) {
        this.accounts = accounts;
        closed = settings.proxy() || !address.isLoopbackAddress();
    }

    Optional<Visitor> find(HttpServletRequest request) {
        if (closed
                || !HostGuard.isOfThisMachine(request)
                || FORWARDED.stream().anyMatch(name -> request.getHeader(name) != null)) {
            return Optional.empty();
        }
        return Optional.of(new Visitor(accounts.local(), true, Way.LOOPBACK, null));
    }
}
