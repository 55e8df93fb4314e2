package dev.sayso.account;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What opens the door for whoever holds it: 256 random bits as {@code sayso_}, 43 letters and
 * digits, and six more that check them, so that a scanner finds it in a leak and a slip of the
 * keyboard never reaches the database. It is shown once; what is kept is its digest.
 */
public final class Secret {
    private static final String PREFIX = "sayso_";
    private static final int BITS = 256;
    private static final int BODY = 43;
    private static final int CHECK = 6;
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (BODY + CHECK) + "}");
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret mint(RandomGenerator random) {
        var bytes = new byte[BITS / 8];
        random.nextBytes(bytes);
        var body = PREFIX + digits(new BigInteger(1, bytes), BODY);
        return new Secret(body + check(body));
    }

    /** The secret that the text is; empty when no Sayso can have made it. */
    public static Optional<Secret> find(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int body = text.length() - CHECK;
        return check(text.substring(0, body)).equals(text.substring(body))
                ? Optional.of(new Secret(text))
                : Optional.empty();
    }

    /** The text itself, for the one who is given it; never for a log. */
    public String reveal() {
        return text;
    }

    /** What is stored. Of 256 random bits a plain hash is enough: there is nothing to guess. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }

    private static String check(String body) {
        var sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(sum.getValue()), CHECK);
    }

    private static String digits(BigInteger number, int length) {
        var digits = new StringBuilder();
        var rest = number;
        for (int i = 0; i < length; i++) {
            var parts = rest.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return digits.reverse().toString();
    }
}
