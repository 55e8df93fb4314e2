package dev.sayso.platform.outbound;

import dev.sayso.platform.outbound.Outcome.Answered;
import dev.sayso.platform.outbound.Outcome.Failed;
import dev.sayso.platform.outbound.Outcome.Reason;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/** One attempt: a request and its answer within a time, whatever the other side does. */
final class Exchange {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final CloseableHttpClient client;
    private final ExecutorService threads;
    private final Clock clock;

    /**
     * @param threads of the system, since a look-up of a name holds its thread
     */
    Exchange(CloseableHttpClient client, ExecutorService threads, Clock clock) {
        this.client = client;
        this.threads = threads;
        this.clock = clock;
    }

    Outcome send(Call call, int bytes, Duration limit) {
        var request = new HttpUriRequestBase(call.method(), call.address());
        call.headers().forEach(request::setHeader);
        if (call.body() != null) {
            var type = call.headers().get("Content-Type");
            request.setEntity(
                    new ByteArrayEntity(
                            call.body(), type == null ? null : ContentType.parse(type)));
        }
        var sending =
                threads.submit(
                        () -> client.execute(request, answer -> read(answer, request, bytes)));
        try {
            return sending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            request.abort(); // closes its connection, whatever it waits for
            return new Failed(Reason.TIMED_OUT, null);
        } catch (InterruptedException e) {
            request.abort();
            Thread.currentThread().interrupt();
            return new Failed(Reason.TIMED_OUT, null);
        } catch (ExecutionException e) {
            return new Failed(reason(e.getCause()), null);
        }
    }

    private Outcome read(ClassicHttpResponse answer, HttpUriRequestBase request, int bytes)
            throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : answer.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        var body = new byte[0];
        if (answer.getEntity() != null) {
            try (var content = answer.getEntity().getContent()) {
                body = content.readNBytes(bytes + 1);
                if (body.length > bytes) {
                    request.abort(); // or closing would read the rest to use the connection again
                    return new Failed(Reason.TOO_LARGE, null);
                }
            }
        }
        return new Answered(
                answer.getCode(),
                headers,
                body,
                retryAfter(headers.get(HttpHeaders.RETRY_AFTER.toLowerCase(Locale.ROOT))));
    }

    /** Seconds, or a day and time (RFC 9110, 10.2.3); what is neither is not there. */
    private @Nullable Duration retryAfter(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var wait =
                    text.strip().matches("[0-9]{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text.strip()))
                            : Duration.between(
                                    clock.instant(),
                                    java.time.Instant.from(
                                            DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                                                    text.strip())));
            return wait.isNegative()
                    ? Duration.ZERO
                    : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Reason reason(@Nullable Throwable cause) {
        return switch (cause) {
            case UnknownHostException _ -> Reason.ADDRESS;
            case HttpHostConnectException _,
                    ConnectTimeoutException _,
                    ConnectException _,
                    NoRouteToHostException _,
                    SSLException _ ->
                    Reason.CONNECT;
            case SocketTimeoutException _, InterruptedIOException _ -> Reason.TIMED_OUT;
            case null, default -> Reason.CUT;
        };
    }
}
