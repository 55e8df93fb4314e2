package dev.sayso.platform.outbound;

import dev.sayso.platform.outbound.Outcome.Failed;
import dev.sayso.platform.outbound.Outcome.Reason;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one way to send mail: by the operator's server, over TLS that is verified unless the server
 * is on this machine and was set so, within a time.
 */
@Component
public final class Mailer implements DisposableBean {
    private static final Duration TOTAL = Duration.ofSeconds(30);
    private static final String STEP = "10000"; // ms
    private static final int CONNECTIONS = 4;

    private final MailSettings settings;
    private final MeterRegistry registry;
    private final Duration total;
    private final JavaMailSenderImpl sender;
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    // virtual: to interrupt one closes the socket that it waits for
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @org.springframework.beans.factory.annotation.Autowired
    Mailer(MailSettings settings, MeterRegistry registry) {
        this(settings, registry, TOTAL);
    }

    Mailer(MailSettings settings, MeterRegistry registry, Duration total) {
        this.settings = settings;
        this.registry = registry;
        this.total = total;
        this.sender = sender(settings);
    }

    /** How a mail ended. */
    public sealed interface Sent {
        record Accepted() implements Sent {}

        /**
         * @param forGood whether the address itself was refused, so that no other try helps
         */
        record Refused(String sentence, boolean forGood) implements Sent {}
    }

    public boolean isOn() {
        return settings.isOn();
    }

    /** Hands the mail to the server, once; it is not retried here. */
    public Sent send(Mail mail) {
        long start = System.nanoTime();
        var sent = attempt(mail);
        registry.timer(
                        "sayso.outbound",
                        "dependency",
                        "mail",
                        "ending",
                        sent instanceof Sent.Accepted ? "2xx" : "refused")
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return sent;
    }

    private Sent attempt(Mail mail) {
        if (!isOn()) {
            return new Sent.Refused("no mail server is set (sayso.mail.host)", false);
        }
        if (!connections.tryAcquire()) {
            return new Sent.Refused(new Failed(Reason.BUSY, null).reason().sentence(), false);
        }
        try {
            return limited(mail);
        } finally {
            connections.release();
        }
    }

    private Sent limited(Mail mail) {
        var sending = threads.submit(() -> deliver(mail));
        try {
            return sending.get(total.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            sending.cancel(true);
            return new Sent.Refused(Reason.TIMED_OUT.sentence(), false);
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            return new Sent.Refused(Reason.TIMED_OUT.sentence(), false);
        } catch (ExecutionException e) {
            return refused(e.getCause());
        }
    }

    private Sent deliver(Mail mail) throws MessagingException {
        var message = sender.createMimeMessage();
        var helper =
                new MimeMessageHelper(
                        message,
                        MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
                        StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        message.setHeader("Message-ID", "<" + mail.id() + "@" + domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated"); // no holiday replies (RFC 3834)
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        sender.send(message);
        return new Sent.Accepted();
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** What a person is told; what the server said may quote the address, so it is not kept. */
    private static Sent refused(@Nullable Throwable failure) {
        if (failure instanceof MailAuthenticationException) {
            return new Sent.Refused("the mail server refuses Sayso's user and password", false);
        }
        if (isForGood(failure)) {
            return new Sent.Refused("the mail server refuses the address", true);
        }
        return failure instanceof MailException
                ? new Sent.Refused("the mail server took it not, or over no trusted TLS", false)
                : new Sent.Refused(Reason.CUT.sentence(), false);
    }

    private static boolean isForGood(@Nullable Throwable failure) {
        if (failure instanceof MailSendException many) {
            for (var each : many.getMessageExceptions()) {
                if (isForGood(each)) {
                    return true;
                }
            }
        }
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode() >= 550 && address.getReturnCode() <= 553;
        }
        return failure instanceof SendFailedException chained
                && isForGood(chained.getNextException());
    }

    private static JavaMailSenderImpl sender(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.portToUse());
        sender.setProtocol("smtp");
        var properties = new Properties();
        if (!settings.username().isEmpty()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
            properties.setProperty("mail.smtp.auth", "true");
        }
        properties.setProperty("mail.smtp.connectiontimeout", STEP);
        properties.setProperty("mail.smtp.timeout", STEP);
        properties.setProperty("mail.smtp.writetimeout", STEP);
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.tls()) {
            case "implicit" -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case "starttls" -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            default -> {}
        }
        sender.setJavaMailProperties(properties);
        return sender;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
