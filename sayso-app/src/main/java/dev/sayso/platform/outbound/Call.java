package dev.sayso.platform.outbound;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call.
 *
 * @param repeatable whether a second one does no harm: it only reads, or carries a key by which the
 *     other side knows it again; others are never retried
 */
public record Call(
        String method,
        URI address,
        Map<String, String> headers,
        byte @Nullable [] body,
        boolean repeatable) {
    public Call {
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        headers.forEach(
                (name, value) -> {
                    if ((name + value).chars().anyMatch(c -> c < ' ' || c == 127)) {
                        throw new IllegalArgumentException(
                                "the header " + name.strip() + " has a line break or a control");
                    }
                });
    }

    public static Call get(URI address, Map<String, String> headers) {
        return new Call("GET", address, headers, null, true);
    }

    /** A write that carries a key of its own in its headers or body. */
    public static Call keyed(URI address, Map<String, String> headers, byte[] body) {
        return new Call("POST", address, headers, body, true);
    }

    /** A write that must not happen twice. */
    public static Call once(URI address, Map<String, String> headers, byte[] body) {
        return new Call("POST", address, headers, body, false);
    }
}
