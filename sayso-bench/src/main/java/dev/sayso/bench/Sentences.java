package dev.sayso.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Requests that note a new subscription each, of one account after the other; no two say the same.
 * Only what differs is written anew, so that it costs next to nothing to make one.
 */
final class Sentences {
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();
    private static final List<String> ENDINGS =
            List.of(" monthly\"}", " a month\"}", " every year\"}", " per month\"}");

    private final List<byte[]> heads;
    private final List<byte[]> endings;
    private final boolean keyed;
    private long next;

    /**
     * @param keyed whether each carries an {@code Idempotency-Key} of its own
     */
    Sentences(int port, List<String> tokens, boolean keyed) {
        heads =
                tokens.stream()
                        .map(
                                token ->
                                        bytes(
                                                "POST /api/captures HTTP/1.1\r\nHost: 127.0.0.1:"
                                                        + port
                                                        + "\r\nAuthorization: Bearer "
                                                        + token
                                                        + "\r\nContent-Type: application/json\r\n"))
                        .toList();
        endings = ENDINGS.stream().map(Sentences::bytes).toList();
        this.keyed = keyed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the next request into the array and returns its length. */
    int write(byte[] to) {
        long number = next++;
        var head = heads.get((int) (number % heads.size()));
        System.arraycopy(head, 0, to, 0, head.length);
        int at = head.length;
        if (keyed) {
            at = put(to, at, "Idempotency-Key: ");
            at = digits(to, at, 1_000_000_000L + number);
            at = put(to, at, "\r\n");
        }
        at = put(to, at, "Content-Length: ");
        int length = at;
        at = put(to, at, "00\r\n\r\n");
        int body = at;
        at = put(to, at, "{\"text\": \"");
        at = name(to, at, number);
        at = put(to, at, " ");
        at = digits(to, at, 100 + number % 900);
        var ending = endings.get((int) (number / 7 % endings.size()));
        System.arraycopy(ending, 0, to, at, ending.length);
        at += ending.length;
        digits(to, length, at - body); // two digits: no body here is shorter or longer
        return at;
    }

    /** Five syllables, which spell the number: "Kabidopuna". */
    private static int name(byte[] to, int from, long number) {
        int at = from;
        long rest = number;
        for (int i = 0; i < 5; i++) {
            int syllable = (int) (rest % SYLLABLES);
            rest /= SYLLABLES;
            to[at++] = (byte) CONSONANTS.charAt(syllable / VOWELS.length());
            to[at++] = (byte) VOWELS.charAt(syllable % VOWELS.length());
        }
        to[from] = (byte) Character.toUpperCase(to[from]);
        return at;
    }

    private static int digits(byte[] to, int from, long number) {
        int at = from;
        long unit = 1;
        while (unit * 10 <= number) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            to[at++] = (byte) ('0' + number / unit % 10);
        }
        return at;
    }

    private static int put(byte[] to, int from, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            to[from + i] = (byte) ascii.charAt(i);
        }
        return from + ascii.length();
    }
}
