package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** As a browser sees it that comes over TLS, which a real proxy before Sayso ends. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "sayso.web.proxy=true")
@Import(House.Furnished.class)
class BehindProxyTests {
    @TempDir Path folder;
    @Autowired private House house;
    @Autowired private FrontDesk desk;
    private TlsProxy proxy;
    private HttpClient browser;

    @BeforeEach
    void open() throws Exception {
        house.afresh();
        desk.add("asha", false);
        proxy = TlsProxy.before(house.port(), folder);
        browser = HttpClient.newBuilder().sslContext(proxy.trusted()).build();
    }

    @AfterEach
    void close() {
        browser.close();
        proxy.close();
    }

    @Test
    void signsInByACookieThatOnlyThisHostHasAndOnlyTlsCarries() throws Exception {
        var key = desk.keys().link(desk.find("asha").orElseThrow().id()).reveal();

        var in = send("POST", "/link", "key=" + key, Map.of("Origin", origin()));
        var cookie = in.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValue("/");
        assertThat(cookie)
                .startsWith("__Host-sayso=sayso_")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        var session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(send("GET", "/", null, Map.of("Cookie", session)).statusCode()).isEqualTo(200);
        var said =
                send(
                        "POST",
                        "/captures",
                        "text=Netflix+499+monthly",
                        Map.of("Cookie", session, "Origin", origin()));
        assertThat(said.statusCode()).isEqualTo(303);
        // under its name without TLS it opens nothing
        var bare = session.substring("__Host-".length());
        assertThat(send("GET", "/", null, Map.of("Cookie", bare)).statusCode()).isEqualTo(303);

        var out = send("POST", "/sign-out", "", Map.of("Cookie", session, "Origin", origin()));
        assertThat(out.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-sayso=;")
                .contains("Max-Age=0", "Secure");
    }

    @Test
    void asksForTlsFromThenOn() throws Exception {
        for (var path : new String[] {"/link", "/", "/api/events", "/actuator/health"}) {
            assertThat(
                            send("GET", path, null, Map.of())
                                    .headers()
                                    .firstValue("Strict-Transport-Security"))
                    .as(path)
                    .hasValue("max-age=31536000");
        }
        // not of who came without: a browser would not believe it, and need not
        assertThat(house.api().get("/link").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void takesNobodyForThisMachine() throws Exception {
        assertThat(send("GET", "/api/events", null, Map.of()).statusCode()).isEqualTo(401);
        assertThat(house.api().get("/api/events").status()).isEqualTo(401);
    }

    private String origin() {
        return proxy.address().toString();
    }

    private HttpResponse<String> send(
            String method, String path, String form, Map<String, String> headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(proxy.address() + path))
                        .method(
                                method,
                                form == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(form));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        headers.forEach(request::header);
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
