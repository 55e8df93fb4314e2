package dev.sayso.platform.outbound;

import dev.sayso.platform.outbound.Dependency.Trust;

import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns a name into the addresses that may be connected to. The client connects to exactly what
 * this gives, so a name that leads elsewhere between a check and the connection gains nothing; a
 * literal, however it is written, comes through here as well.
 */
final class Addresses implements DnsResolver {
    private static final Set<Integer> PORTS = Set.of(80, 443);

    // what Boot's own filter lets through and nobody outside has: tunnels that end inside, and the
    // one address by which Azure tells a machine its secrets
    private static final InetAddressFilter INSIDE =
            InetAddressFilter.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "198.18.0.0/15",
                    "240.0.0.0/4",
                    "168.63.129.16/32",
                    "::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "fc00::/7",
                    "fec0::/10");
    private static final InetAddressFilter OUTSIDE =
            InetAddressFilter.externalAddresses()
                    .and(InetAddressFilter.routable())
                    .andNot(InetAddressFilter.specialPurpose())
                    .andNot(InetAddressFilter.multicast())
                    .andNot(INSIDE);
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private final DnsResolver names;
    private final OutboundSettings settings;
    private final Trust trust;

    Addresses(DnsResolver names, OutboundSettings settings, Trust trust) {
        this.names = names;
        this.settings = settings;
        this.trust = trust;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var name = host.toLowerCase(Locale.ROOT);
        var usable =
                Arrays.stream(names.resolve(host))
                        .filter(it -> mayBeCalled(name, it, port))
                        .map(it -> new InetSocketAddress(it, port))
                        .toList();
        if (usable.isEmpty()) {
            throw new UnknownHostException("no address of it may be called");
        }
        return usable;
    }

    boolean hasAny(String host, int port) {
        try {
            return !resolve(host, port).isEmpty();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, 443).stream()
                .map(InetSocketAddress::getAddress)
                .toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean mayBeCalled(String host, InetAddress address, int port) {
        return trust == Trust.OPERATOR
                || settings.isAllowed(host, address)
                || PORTS.contains(port) && isOutside(address);
    }

    static boolean isOutside(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 16 && Arrays.equals(bytes, 0, 12, NAT64, 0, 12)) {
            try {
                return isOutside(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
            } catch (UnknownHostException e) {
                return false;
            }
        }
        return OUTSIDE.matches(address);
    }
}
