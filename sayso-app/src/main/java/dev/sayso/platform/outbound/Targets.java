package dev.sayso.platform.outbound;

import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses that persons give, judged as far as that needs no look-up; what a name leads to is
 * judged when it is called.
 */
@Component
public final class Targets {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 500;

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern FOUR =
            Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

    private final OutboundSettings settings;

    Targets(OutboundSettings settings) {
        this.settings = settings;
    }

    /**
     * The address.
     *
     * @throws IllegalArgumentException when it is none that could ever be called
     */
    public URI of(String field, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    field + " has " + text.length() + " characters; up to " + LONGEST + " fit");
        }
        URI address;
        try {
            address = new URI(text.strip()).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    field + " is no address; give one such as https://example.org/hook");
        }
        var scheme = address.getScheme();
        if (scheme == null
                || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                || address.getHost() == null) {
            throw new IllegalArgumentException(
                    field
                            + " begins with no https:// and a host; give one such as"
                            + " https://example.org/hook");
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(field + " has a user or a # in it; give it without");
        }
        var host = address.getHost().toLowerCase(Locale.ROOT);
        if (NUMBERS.matcher(host).matches() && !FOUR.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    field
                            + " has numbers that are no plain IPv4 address; give a name, or four"
                            + " numbers such as 192.0.2.1");
        }
        if (isInside(host, address)) {
            throw new IllegalArgumentException(
                    field
                            + " leads to where Sayso itself runs, or to a port that is none of the"
                            + " web's; whoever runs Sayso can allow it by sayso.outbound.allow");
        }
        return address;
    }

    /** What needs no look-up to be known; all else is seen when it is called. */
    private boolean isInside(String host, URI address) {
        int port =
                address.getPort() >= 0
                        ? address.getPort()
                        : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        boolean literal = FOUR.matcher(host).matches() || host.startsWith("[");
        if (!literal && !host.equals("localhost") && !host.endsWith(".localhost")) {
            return false;
        }
        try {
            var found = literal ? InetAddress.getByName(host) : InetAddress.getLoopbackAddress();
            return !new Addresses(new Literal(found), settings, Dependency.Trust.PERSON)
                    .hasAny(host, port);
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private record Literal(InetAddress address) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {address};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
