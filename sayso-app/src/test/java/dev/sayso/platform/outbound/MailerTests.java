package dev.sayso.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;

import dev.sayso.platform.outbound.Mailer.Sent;
import dev.sayso.platform.sql.StartProblem;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

/** Mail by a real SMTP server. */
@Timeout(120)
class MailerTests {
    private GreenMail server;

    private MailSettings to(ServerSetup[] setups, String tls) {
        server = new GreenMail(setups);
        server.start();
        int port =
                setups[0].getProtocol().equals("smtps")
                        ? server.getSmtps().getPort()
                        : server.getSmtp().getPort();
        return new MailSettings("127.0.0.1", port, "", "", "sayso@example.org", tls);
    }

    private static Mailer mailer(MailSettings settings) {
        return new Mailer(settings, new SimpleMeterRegistry(), Duration.ofSeconds(20));
    }

    private static Mail mail(String to, String subject) {
        return new Mail("1.2", to, subject, "Netflix renews.", "<p>Netflix renews.</p>", Map.of());
    }

    private static ServerSetup[] smtp() {
        return new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()};
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void sendsOneMailToOnePerson() throws Exception {
        var mailer = mailer(to(smtp(), "none"));

        assertThat(mailer.send(mail("asha@example.org", "Netflix renews on 26 Nov for ₹499.")))
                .isEqualTo(new Sent.Accepted());

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Netflix renews on 26 Nov for ₹499.");
        assertThat(received[0].getMessageID()).isEqualTo("<1.2@example.org>");
        assertThat(received[0].getAllRecipients()).hasSize(1);
    }

    @Test
    void sendsNothingWhereTheServerOffersNoTls() {
        // the same server, asked for TLS that it does not offer, as when somebody takes it out
        var mailer = mailer(to(smtp(), "starttls"));

        assertThat(mailer.send(mail("asha@example.org", "Netflix")))
                .isInstanceOf(Sent.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNobodySigned() {
        var mailer =
                mailer(to(new ServerSetup[] {ServerSetupTest.SMTPS.dynamicPort()}, "implicit"));

        assertThat(mailer.send(mail("asha@example.org", "Netflix")))
                .isInstanceOf(Sent.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void leavesAServerThatTrickles() throws Exception {
        try (var trickling = new TrickleServer()) {
            var mailer =
                    new Mailer(
                            new MailSettings(
                                    "127.0.0.1",
                                    trickling.port(),
                                    "",
                                    "",
                                    "sayso@example.org",
                                    "none"),
                            new SimpleMeterRegistry(),
                            Duration.ofMillis(500));

            assertThat(mailer.send(mail("asha@example.org", "Netflix")))
                    .isEqualTo(new Sent.Refused(Outcome.Reason.TIMED_OUT.sentence(), false));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org\nBcc: b@example.org",
                "a@example.org\rBcc: b@example.org",
                "a@example.org,b@example.org",
                "a@example.org, b@example.org",
                "a@example.org;b@example.org",
                "a@example.org b@example.org",
                "<a@example.org>",
                "Asha <a@example.org>",
                "\"a\" <a@example.org>,b@example.org",
                "friends:a@example.org,b@example.org;",
                "friends:;",
                "a@example.org%0aBcc:b@example.org",
                "a@example.org%0d%0aBcc:b@example.org",
                "a@example.org\u0000",
                "a@example.org\u000b",
                "a@example.org\u0085Bcc: b",
                "a@example.org\u2028Bcc: b",
                "a@example.org\tb",
                "a@b@example.org",
                "(comment)a@example.org",
                "a(comment)@example.org",
                "\"a@b\"@example.org",
                "\"a b\"@example.org",
                "@example.org:a@example.org",
                "a@",
                "@example.org",
                "a",
                "",
                " a@example.org",
                "a@example.org ",
                "a@localhost",
                "a!b@example.org",
                "a|b@example.org",
                "`a`@example.org",
                "a@[127.0.0.1]",
                "ä@example.org",
                "a@exämple.org",
                "a\\@example.org",
                "a@example..org"
            })
    void takesNoAddressWithMoreInItThanOne(String text) {
        assertThat(MailAddress.isOne(text)).isFalse();
        assertThatThrownBy(() -> mail(text, "Netflix"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asha@example.org",
                "a.b+sayso@mail.example.co.in",
                "o'neil@example.org",
                "a_b-c@x.io"
            })
    void takesPlainAddresses(String text) {
        assertThat(MailAddress.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Netflix\r\nBcc: b@example.org",
                "Netflix\nX-Evil: 1",
                "Netflix\rX",
                "Netflix\u0000"
            })
    void takesNoSubjectWithALineBreak(String subject) {
        assertThatThrownBy(() -> mail("a@example.org", subject))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheLineBreaksOfATextOutOfTheHeaders() throws Exception {
        var mailer = mailer(to(smtp(), "none"));
        mailer.send(
                new Mail(
                        "1.3",
                        "asha@example.org",
                        "Netflix",
                        "\r\nBcc: b@example.org\r\n.\r\nRCPT TO:<b@example.org>",
                        "<p>x</p>",
                        Map.of()));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getAllRecipients()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    @Test
    void saysAllThatIsWrongWithItsSettingsAtStart() {
        assertThatThrownBy(() -> new MailSettings("mail.example.org", 70_000, "u", "", "x", "none"))
                .isInstanceOf(StartProblem.class)
                .hasMessageContainingAll(
                        "sayso.mail.tls",
                        "sayso.mail.from",
                        "sayso.mail.port",
                        "sayso.mail.password");
        assertThat(new MailSettings("", null, "", "", "", "starttls").isOn()).isFalse();
    }

    /** Greets for ever, a letter at a time. */
    private static final class TrickleServer implements AutoCloseable {
        private final java.net.ServerSocket listener =
                new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress());

        TrickleServer() throws java.io.IOException {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try (var socket = listener.accept()) {
                                    while (true) {
                                        socket.getOutputStream().write('2');
                                        Thread.sleep(20);
                                    }
                                } catch (Exception e) {
                                    // it has gone
                                }
                            });
        }

        int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() throws java.io.IOException {
            listener.close();
        }
    }
}
