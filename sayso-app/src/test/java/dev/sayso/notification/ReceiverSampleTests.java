package dev.sayso.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import javax.tools.ToolProvider;

/** The receiver that docs/channels.md gives to those who write one. */
class ReceiverSampleTests {
    private static final Path SAMPLE = Path.of("../docs/samples/Receiver.java");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final Instant SENT = Instant.parse("2026-11-24T04:30:00Z");
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    @TempDir static Path classes;
    private static URLClassLoader loader;
    private static Method isGood;

    @BeforeAll
    static void compile() throws Exception {
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-d", classes.toString(), SAMPLE.toString());
        assertThat(failed).isZero();
        loader = new URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, null);
        isGood =
                loader.loadClass("Receiver")
                        .getMethod(
                                "isGood",
                                List.class,
                                String.class,
                                String.class,
                                String.class,
                                byte[].class,
                                Instant.class);
    }

    private static boolean isGood(
            List<String> secrets, String id, String signature, byte[] body, Instant now)
            throws Exception {
        return (boolean)
                isGood.invoke(
                        null,
                        secrets,
                        id,
                        Long.toString(SENT.getEpochSecond()),
                        signature,
                        body,
                        now);
    }

    private static String signed() {
        return Signature.of(SECRET, "1.2", SENT.getEpochSecond(), BODY);
    }

    @Test
    void signsAsTheSpecificationHasIt() {
        // the example of standardwebhooks.com
        assertThat(Signature.of(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void takesWhatIsSignedAndFresh() throws Exception {
        assertThat(isGood(List.of(SECRET), "1.2", signed(), BODY, SENT.plusSeconds(1))).isTrue();
        assertThat(isGood(List.of(SECRET), "1.2", "v1,AAAA " + signed(), BODY, SENT)).isTrue();
        assertThat(isGood(List.of(OTHER, SECRET), "1.2", signed(), BODY, SENT))
                .as("while the secret is changed")
                .isTrue();
    }

    @Test
    void refusesAReplayAndWhatWasAltered() throws Exception {
        assertThat(isGood(List.of(SECRET), "1.2", signed(), BODY, SENT.plusSeconds(301))).isFalse();
        assertThat(isGood(List.of(SECRET), "1.2", signed(), BODY, SENT.minusSeconds(301)))
                .isFalse();
        assertThat(isGood(List.of(SECRET), "1.3", signed(), BODY, SENT)).isFalse();
        assertThat(isGood(List.of(OTHER), "1.2", signed(), BODY, SENT)).isFalse();
        assertThat(isGood(List.of(SECRET), "1.2", "", BODY, SENT)).isFalse();
        var altered = BODY.clone();
        altered[3] ^= 1;
        assertThat(isGood(List.of(SECRET), "1.2", signed(), altered, SENT)).isFalse();
    }
}
