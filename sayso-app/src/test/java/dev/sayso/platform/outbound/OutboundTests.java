package dev.sayso.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.MutableClock;
import dev.sayso.platform.outbound.Outcome.Answered;
import dev.sayso.platform.outbound.Outcome.Failed;
import dev.sayso.platform.outbound.Outcome.Reason;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The client against servers that behave badly, on loopback. */
@Timeout(120)
class OutboundTests {
    private static final Targets TARGETS = new Targets(new OutboundSettings(List.of()));
    private static final String OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";
    private static final Limits PATIENT = new Limits(Duration.ofSeconds(30), 1_000, 4, 2);
    private static final Limits HASTY = new Limits(Duration.ofMillis(400), 1_000, 4, 0);

    private final MutableClock clock = new MutableClock("2026-11-24T10:00:00+05:30");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Outbound outbound = outbound(SystemDefaultDnsResolver.INSTANCE);

    private Outbound outbound(DnsResolver names, String... allowed) {
        var clients =
                new OutboundConfiguration.Clients(names, new OutboundSettings(List.of(allowed)));
        open.add(clients::destroy);
        return new Outbound(
                clients.exchanges(clock),
                () -> new Budget(TimeMeter.SYSTEM_NANOTIME),
                pauses::add,
                new Random(7),
                clock,
                meters);
    }

    private TestServer server(TestServer.Manner manner) throws IOException {
        var server = new TestServer(manner);
        open.add(server);
        return server;
    }

    private TestServer saying(String answer) throws IOException {
        return server((_, _, socket) -> TestServer.write(socket, answer));
    }

    private static String status(int status, String... headers) {
        return "HTTP/1.1 "
                + status
                + " X\r\nContent-Length: 0\r\nConnection: close\r\n"
                + String.join("", headers)
                + "\r\n";
    }

    private Outcome get(TestServer server, Limits limits) {
        return outbound.send(Dependency.LLM, limits, Call.get(server.address("/"), Map.of()));
    }

    private static Reason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).reason();
    }

    private static int status(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return ((Answered) outcome).status();
    }

    @AfterEach
    void close() throws Exception {
        for (var it : open) {
            it.close();
        }
    }

    @Test
    void givesTheAnswer() throws IOException {
        var server = saying(OK);

        var outcome =
                outbound.send(
                        Dependency.LLM,
                        Call.keyed(
                                server.address("/x?y=1"), Map.of("X-Key", "7"), "{}".getBytes()));

        assertThat(((Answered) outcome).text()).isEqualTo("ok");
        assertThat(server.heads().getFirst()).startsWith("POST /x?y=1 ").contains("X-Key: 7");
        assertThat(
                        meters.get("sayso.outbound")
                                .tags("dependency", "llm", "ending", "2xx")
                                .timer()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void leavesAServerThatNeverAnswers() throws IOException {
        var server = server((_, _, socket) -> socket.getInputStream().read());

        assertThat(reason(get(server, HASTY))).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void leavesAServerThatTricklesThoughEachByteIsInTime() throws IOException {
        var server =
                server(
                        (_, _, socket) -> {
                            TestServer.write(
                                    socket, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
                            while (true) {
                                TestServer.write(socket, ".");
                                Thread.sleep(20);
                            }
                        });

        assertThat(reason(get(server, HASTY))).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void doesNotTakeHalfAnAnswerForOne() throws IOException {
        var server = saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nten bytes.");

        assertThat(reason(get(server, HASTY))).isEqualTo(Reason.CUT);
    }

    @Test
    void readsNoMoreThanItMay() throws IOException {
        var server =
                server(
                        (_, _, socket) -> {
                            TestServer.write(
                                    socket, "HTTP/1.1 200 OK\r\nContent-Length: 10485760\r\n\r\n");
                            for (int i = 0; i < 10_240; i++) {
                                TestServer.write(socket, "x".repeat(1024));
                            }
                        });
        var limits = new Limits(Duration.ofSeconds(30), 1_000, 4, 0);

        assertThat(reason(get(server, limits))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void followsNoRedirect() throws IOException {
        var elsewhere = saying(OK);
        var server =
                saying(status(302, "Location: " + elsewhere.address("/latest/meta-data") + "\r\n"));

        assertThat(status(get(server, PATIENT))).isEqualTo(302);
        assertThat(elsewhere.connections()).isZero();
    }

    @Test
    void triesTwiceMoreWithARandomWait() throws IOException {
        var server = saying(status(503));

        assertThat(status(get(server, PATIENT))).isEqualTo(503);

        assertThat(server.connections()).isEqualTo(3);
        assertThat(pauses).hasSize(2);
        assertThat(pauses.getFirst()).isBetween(Duration.ZERO, Duration.ofMillis(250));
        assertThat(pauses.getLast()).isBetween(Duration.ZERO, Duration.ofMillis(500));
    }

    @Test
    void isContentOnceItIsWell() throws IOException {
        var server = server((n, _, socket) -> TestServer.write(socket, n == 1 ? status(500) : OK));

        assertThat(status(get(server, PATIENT))).isEqualTo(200);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void doesNotRepeatWhatMustNotHappenTwice() throws IOException {
        var server = saying(status(503));

        outbound.send(
                Dependency.LLM, PATIENT, Call.once(server.address("/"), Map.of(), new byte[0]));

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void doesNotRepeatWhatIsWrong() throws IOException {
        var server = saying(status(400));

        assertThat(status(get(server, PATIENT))).isEqualTo(400);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() throws IOException {
        var server =
                server(
                        (n, _, socket) ->
                                TestServer.write(
                                        socket, n == 1 ? status(429, "Retry-After: 2\r\n") : OK));

        assertThat(status(get(server, PATIENT))).isEqualTo(200);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void comesBackAtOnceWhenItIsAskedToWaitLongerThanItMay() throws IOException {
        var server = saying(status(429, "Retry-After: Tue, 24 Nov 2026 05:30:00 GMT\r\n"));

        var outcome = (Answered) get(server, PATIENT);

        assertThat(outcome.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(server.connections()).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void leavesAHostAloneThatFailsAndAsksItAgainLater() throws IOException {
        var well = new AtomicInteger(500);
        var server = server((_, _, socket) -> TestServer.write(socket, status(well.get())));
        var other = saying(status(204));
        var once = new Limits(Duration.ofSeconds(30), 1_000, 4, 0);

        for (int i = 0; i < 60; i++) {
            get(server, once);
        }
        assertThat(server.connections()).isEqualTo(20);
        var alone = get(server, once);
        assertThat(reason(alone)).isEqualTo(Reason.OPEN);
        assertThat(((Failed) alone).retryAfter()).isEqualTo(Host.ALONE);
        assertThat(status(get(other, once))).isEqualTo(204);

        clock.advance(Host.ALONE.plusSeconds(1));
        for (int i = 0; i < 10; i++) {
            get(server, once);
        }
        assertThat(server.connections()).as("three probes").isEqualTo(23);

        well.set(204);
        clock.advance(Host.ALONE.plusSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertThat(status(get(server, once))).isEqualTo(204);
        }
    }

    @Test
    void sendsNoMoreAtOnceThanItMay() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var server =
                server(
                        (_, _, socket) -> {
                            entered.countDown();
                            leave.await();
                            TestServer.write(socket, OK);
                        });
        var one = new Limits(Duration.ofSeconds(30), 1_000, 1, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> get(server, one));
            entered.await();

            assertThat(reason(get(server, one))).isEqualTo(Reason.BUSY);
            leave.countDown();
            assertThat(status(first.get())).isEqualTo(200);
        }
        assertThat(status(get(server, one))).isEqualTo(200);
    }

    @Test
    void retriesWithinItsBudgetOnly() {
        var now = new AtomicInteger();
        var time =
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return now.get() * 5_000_000L; // 200 calls a second
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                };
        var budget = new Budget(time);
        int arrived = 0;
        int asked = 0;
        for (int call = 0; call < 4_000; call++) {
            now.set(call);
            budget.called();
            arrived++;
            asked += 3;
            for (int retry = 0; retry < 2 && budget.mayRetry(); retry++) {
                arrived++;
            }
        }

        assertThat(arrived).isLessThanOrEqualTo(4_600).isGreaterThan(4_100);
        assertThat(asked).as("without a budget").isEqualTo(12_000);
    }

    @Test
    void refusesALineBreakInAHeader() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () ->
                                Call.get(
                                        URI.create("http://127.0.0.1/"),
                                        Map.of("X-Name", "a\r\nHost: elsewhere")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsAPersonReachNothingInside() throws IOException {
        var server = saying(OK);
        var call = Call.get(server.address("/"), Map.of());

        assertThat(reason(outbound.send(Dependency.WEBHOOK, HASTY, call)))
                .isEqualTo(Reason.ADDRESS);
        assertThat(server.connections()).isZero();

        assertThat(status(outbound.send(Dependency.LLM, HASTY, call)))
                .as("the operator's")
                .isEqualTo(200);
        for (var allowed : List.of("true", "127.0.0.1", "127.0.0.0/8")) {
            var freer = outbound(SystemDefaultDnsResolver.INSTANCE, allowed);
            assertThat(status(freer.send(Dependency.WEBHOOK, PATIENT, call)))
                    .as(allowed)
                    .isEqualTo(200);
        }
        var elsewhere = outbound(SystemDefaultDnsResolver.INSTANCE, "10.0.0.0/8", "ntfy.lan");
        assertThat(reason(elsewhere.send(Dependency.WEBHOOK, HASTY, call)))
                .isEqualTo(Reason.ADDRESS);
    }

    @Test
    void isNotDeceivedByANameThatLeadsElsewhereTheSecondTime() throws IOException {
        var server = saying(OK);
        var asked = new AtomicInteger();
        // TEST-NET has no route anywhere, so the first answer ends in no connection
        var flipping = flipping(asked, "192.0.2.1", "127.0.0.1", "127.0.0.1", "127.0.0.1");
        var call = Call.get(URI.create("http://rebind.example:" + server.port() + "/"), Map.of());
        outbound = outbound(flipping);
        for (int i = 0; i < 4; i++) {
            assertThat(reason(outbound.send(Dependency.WEBHOOK, HASTY, call)))
                    .isIn(Reason.ADDRESS, Reason.CONNECT, Reason.TIMED_OUT);
        }
        assertThat(asked.get()).isEqualTo(4);
        assertThat(server.connections()).isZero();

        // without the filter the very same reaches it
        var control = outbound(flipping(new AtomicInteger(), "127.0.0.1"), "true");
        assertThat(status(control.send(Dependency.WEBHOOK, PATIENT, call))).isEqualTo(200);
    }

    private static DnsResolver flipping(AtomicInteger asked, String... answers) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var answer = answers[Math.min(asked.getAndIncrement(), answers.length - 1)];
                return new InetAddress[] {InetAddress.getByName(answer)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "127.255.255.254",
                "2130706433",
                "0",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "10.1",
                "167772161",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.0.1",
                "192.168.1",
                "3232235777",
                "169.254.169.254",
                "169.254.0.1",
                "2852039166",
                "168.63.129.16",
                "100.64.0.1",
                "100.127.255.254",
                "192.0.0.1",
                "192.0.0.170",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.254",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "0:0:0:0:0:0:0:1",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "::10.0.0.1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "ff02::1",
                "ff05::2",
                "64:ff9b::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::192.168.1.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:c0a8:101::",
                "3fff::1"
            })
    void callsNothingInsideHoweverItIsWritten(String literal) throws UnknownHostException {
        assertThat(Addresses.isOutside(InetAddress.getByName(literal))).as(literal).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "93.184.216.34",
                "172.15.0.1",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "192.167.1.1",
                "169.253.1.1",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2001:4860:4860::8888"
            })
    void callsWhatIsOutside(String literal) throws UnknownHostException {
        assertThat(Addresses.isOutside(InetAddress.getByName(literal))).as(literal).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "gopher://example.org/",
                "ftp://example.org/",
                "jar:http://example.org!/",
                "http://",
                "http:///x",
                "//example.org/",
                "example.org",
                "http://user@example.org/",
                "http://user:secret@example.org/",
                "http://example.org#@127.0.0.1/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://2130706433/",
                "http://127.1/",
                "http://exa mple.org/",
                "http://example.org\\@127.0.0.1/",
                "http://[::1/",
                "http://%31%32%37.0.0.1/",
                "",
                "javascript:alert(1)",
                "http://example.org\r\nHost: x"
            })
    void takesNoAddressThatCouldNeverBeMeant(String text) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> TARGETS.of("url", text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysAtOnceWhatIsInside() {
        var allowing = new Targets(new OutboundSettings(List.of("127.0.0.0/8", "192.168.1.0/24")));
        for (var inside :
                List.of(
                        "http://127.0.0.1/hook",
                        "http://192.168.1.7:8080/",
                        "https://localhost/",
                        "http://[::1]/",
                        "http://[::ffff:127.0.0.1]/",
                        "http://169.254.169.254/latest/meta-data",
                        "https://93.184.216.34:6379/")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> TARGETS.of("url", inside))
                    .hasMessageContaining("sayso.outbound.allow");
        }
        assertThat(allowing.of("url", "http://192.168.1.7:8080/")).hasPort(8080);
        assertThat(allowing.of("url", "http://127.0.0.1:9000/hook")).hasPath("/hook");
        assertThat(TARGETS.of("url", "https://example.org/hook")).hasHost("example.org");
    }

    @Test
    void letsAPersonUseThePortsOfTheWebOnly() {
        var names = flipping(new AtomicInteger(), "93.184.216.34");
        var addresses =
                new Addresses(names, new OutboundSettings(List.of()), Dependency.Trust.PERSON);

        for (int port : List.of(22, 25, 6379, 8080, 5432)) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> addresses.resolve("a.example", port))
                    .isInstanceOf(UnknownHostException.class);
        }
        for (int port : List.of(80, 443)) {
            assertThat(assertDoesResolve(addresses, port)).isEqualTo(1);
        }
    }

    private static int assertDoesResolve(Addresses addresses, int port) {
        try {
            return addresses.resolve("a.example", port).size();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ntfy.lan", "10.0.0.0/99", "a b", "10.0.0.0/8/8", "300.1.1.1/8"})
    void saysAtStartWhatIsNoHostAndNoNetwork(String wrong) {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new OutboundSettings(List.of(wrong)))
                .hasMessageContaining("sayso.outbound.allow has " + wrong);
    }
}
