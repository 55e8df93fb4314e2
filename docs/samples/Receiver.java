import com.sun.net.httpserver.HttpServer;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives Sayso's webhooks and believes only what is signed and fresh. Run it with the secret that
 * was shown when the webhook was added: {@code java docs/samples/Receiver.java whsec_… 9000}. While
 * a secret is changed give both, with a comma between them.
 */
public class Receiver {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    public static void main(String[] arguments) throws Exception {
        var secrets = List.of(arguments[0].split(","));
        var server = HttpServer.create(new InetSocketAddress(Integer.parseInt(arguments[1])), 0);
        server.createContext(
                "/",
                exchange -> {
                    var body = exchange.getRequestBody().readAllBytes();
                    var headers = exchange.getRequestHeaders();
                    boolean good =
                            isGood(
                                    secrets,
                                    headers.getFirst("webhook-id"),
                                    headers.getFirst("webhook-timestamp"),
                                    headers.getFirst("webhook-signature"),
                                    body,
                                    Instant.now());
                    if (good) {
                        // the same webhook-id may come again: remember it, and do it once
                        System.out.println(new String(body, StandardCharsets.UTF_8));
                    }
                    exchange.sendResponseHeaders(good ? 204 : 401, -1);
                    exchange.close();
                });
        server.start();
    }

    /** Whether one of the secrets signed exactly this, not longer than five minutes ago. */
    public static boolean isGood(
            List<String> secrets,
            String id,
            String time,
            String signatures,
            byte[] body,
            Instant now) {
        if (id == null || time == null || signatures == null || !time.matches("[0-9]{1,12}")) {
            return false;
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(time));
        if (Duration.between(sent, now).abs().compareTo(WINDOW) > 0) {
            return false;
        }
        for (var secret : secrets) {
            var expected = sign(secret, id, time, body).getBytes(StandardCharsets.US_ASCII);
            for (var signature : signatures.split(" ")) {
                // compared in a time that says nothing of how much of it is right
                if (MessageDigest.isEqual(
                        expected, signature.getBytes(StandardCharsets.US_ASCII))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String sign(String secret, String id, String time, byte[] body) {
        try {
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
