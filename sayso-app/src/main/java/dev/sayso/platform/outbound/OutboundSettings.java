package dev.sayso.platform.outbound;

import dev.sayso.platform.sql.StartProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.http.client.InetAddressFilter;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where addresses that a person gives may lead besides the world outside ({@code
 * sayso.outbound.allow}): host names, networks such as {@code 192.168.1.0/24}, or {@code true} for
 * everywhere.
 */
@ConfigurationProperties("sayso.outbound")
public record OutboundSettings(@DefaultValue List<String> allow) {
    private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");
    private static final Pattern NETWORK = Pattern.compile("[0-9a-f:.]+(/[0-9]{1,3})?");

    public OutboundSettings {
        allow =
                allow.stream()
                        .map(it -> it.strip().toLowerCase(Locale.ROOT))
                        .filter(it -> !it.isEmpty() && !it.equals("false"))
                        .toList();
        var wrong = allow.stream().filter(it -> !isNetwork(it) && !isHost(it)).toList();
        if (!wrong.isEmpty()) {
            throw new StartProblem(
                    "sayso.outbound.allow has "
                            + String.join(", ", wrong)
                            + "; give host names and networks with commas between them, such as"
                            + " ntfy.lan,192.168.1.0/24, or true for everywhere.");
        }
    }

    boolean all() {
        return allow.contains("true");
    }

    Set<String> hosts() {
        var hosts = new HashSet<>(allow);
        hosts.removeIf(OutboundSettings::isNetwork);
        return hosts;
    }

    InetAddressFilter networks() {
        var networks = allow.stream().filter(OutboundSettings::isNetwork).toList();
        return networks.isEmpty()
                ? InetAddressFilter.none()
                : InetAddressFilter.of(new ArrayList<>(networks).toArray(String[]::new));
    }

    boolean isAllowed(String host, InetAddress address) {
        return all() || hosts().contains(host) || networks().matches(address);
    }

    private static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    private static boolean isNetwork(String text) {
        if (!NETWORK.matcher(text).matches() || !text.matches(".*[.:].*")) {
            return false;
        }
        try {
            InetAddressFilter.of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
