package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.account.FrontDesk;
import dev.sayso.platform.web.Route;
import dev.sayso.platform.web.Route.Who;
import dev.sayso.platform.web.Routes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Reachable by other devices: every address as each caller there is. Bound to all addresses, so
 * that not even loopback is let in for nothing.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"sayso.web.address=0.0.0.0", "sayso.web.hosts=sayso.example"})
@Import({House.Furnished.class, AccessTests.Forgetful.class})
class AccessTests {
    private static final String BODY = "{\"text\": \"Netflix 499 monthly\"}";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** Those that a stranger may see, on purpose. A new one belongs here, too. */
    private static final Set<String> PUBLIC =
            Set.of(
                    "GET /link",
                    "POST /link",
                    "GET /acts/{id}",
                    "POST /acts/{id}",
                    "GET /assets/**",
                    "GET /actuator/health/**");

    @Autowired private House house;
    @Autowired private MutableClock clock;
    @Autowired private FrontDesk desk;
    @Autowired private Forgotten forgotten;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    private Api api;
    private String operator;
    private String owner;
    private String other;
    private String revoked;
    private String expired;

    @BeforeEach
    void letPeopleIn() {
        api = house.afresh();
        operator = desk.token(desk.add("operator", true), null).reveal();
        var asha = desk.add("asha", false);
        revoked = desk.token(asha, null).reveal();
        assertThat(desk.keys().revokeAll(asha.id())).isEqualTo(1);
        owner = desk.token(asha, null).reveal();
        expired = desk.token(asha, TODAY.minusDays(1)).reveal();
        other = desk.token(desk.add("ben", false), null).reveal();
    }

    /** A handler for which somebody forgot the rule. */
    @RestController
    static class Forgotten {
        final AtomicInteger answered = new AtomicInteger();

        @GetMapping("/api/forgotten")
        String answer() {
            answered.incrementAndGet();
            return "what nobody was to see";
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Forgetful {
        @Bean
        Forgotten forgotten() {
            return new Forgotten();
        }
    }

    @Test
    void findsTheHandlerWithoutARuleAndNoOther() {
        assertThat(addresses()).hasSizeGreaterThan(15);
        assertThat(withoutARule(addresses())).containsExactly("GET /api/forgotten");
    }

    @Test
    void answersNobodyWhereThereIsNoRule() {
        for (var token : List.of(operator, owner)) {
            assertThat(send("GET", "/api/forgotten", token).status()).isEqualTo(404);
        }
        assertThat(api.get("/api/forgotten").status()).isEqualTo(401);
        assertThat(forgotten.answered).hasValue(0);
    }

    @Test
    void listsWhatIsPublicInFull() {
        assertThat(
                        Routes.ALL.stream()
                                .filter(route -> route.who() == Who.ANYONE)
                                .map(AccessTests::name))
                .containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @Test
    void letsNoStrangerInAnywhere() {
        for (var route : Routes.ALL) {
            if (PUBLIC.contains(name(route))) {
                continue;
            }
            var answer = api.send(route.method(), path(route, "none"), body(route), Map.of());

            if (route.method().equals("GET") && !isForPrograms(route)) {
                assertThat(answer.status()).as(name(route)).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location")).hasValue("/link");
            } else {
                assertThat(answer.status()).as(name(route)).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                        .startsWith("Bearer");
            }
        }
        assertThat(api.get("/actuator/health").status()).isEqualTo(200);
        assertThat(api.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(api.get("/link").status()).isEqualTo(200);
    }

    @Test
    void letsNobodyInByATokenThatOpensNothing() {
        // one letter of a good one is another, so its check does not hold
        var slipped =
                owner.substring(0, 20)
                        + (owner.charAt(20) == 'a' ? 'b' : 'a')
                        + owner.substring(21);
        for (var token : List.of(revoked, expired, slipped, "sayso_", "x", "")) {
            for (var route : Routes.ALL) {
                if (route.kind() == Route.Kind.HEALTH) {
                    continue;
                }
                var answer = send(route, path(route, "none"), token);

                assertThat(answer.status()).as("%s", name(route)).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                        .contains("invalid_token");
            }
        }
    }

    @Test
    void keepsWhatIsOnesOwnFromAllOthers() {
        var id = send("POST", "/api/captures", BODY.replace("Netflix", "Chaupal"), owner).get("id");
        send("POST", "/api/captures", BODY.replace("499 monthly", ""), owner);
        var device = desk.keys().of(desk.find("asha").orElseThrow().id()).getFirst().id();
        var before = send("GET", "/api/events", owner).text();
        assertThat(before).contains("Chaupal");
        var session =
                send("POST", "/api/help/sessions", "{\"entry\": {\"topic\": \"stuck\"}}", owner)
                        .get("session");
        assertThat(session).isNotBlank();
        var helped = send("GET", "/api/help/sessions/" + session, owner).text();

        for (var token : List.of(other, operator)) {
            for (var route : Routes.ALL) {
                var path =
                        path(
                                route,
                                route.path().startsWith("/devices")
                                        ? device
                                        : route.kind() == Route.Kind.HELP ? session : id);
                var answer = send(route, path, token);

                assertThat(answer.text()).as(name(route)).doesNotContain("Chaupal");
                if (route.path().startsWith("/help/") || route.path().equals("/help")) {
                    // a page that does not know it may lead to one's own
                    assertThat(answer.text()).as(name(route)).doesNotContain(session);
                } else if (route.kind() == Route.Kind.HELP && route.method().equals("POST")) {
                    // the body is none of that route's, which may be said before whose it is
                    assertThat(answer.status()).as(name(route)).isBetween(400, 499);
                } else if (route.path().contains("{id}")) {
                    assertThat(answer.status()).as(name(route)).isEqualTo(404);
                }
            }
        }
        assertThat(send("GET", "/api/events", owner).text()).isEqualTo(before);
        assertThat(send("GET", "/api/help/sessions/" + session, owner).text()).isEqualTo(helped);
        assertThat(send("GET", "/api/captures/" + id, owner).text()).contains("Chaupal");
    }

    @Test
    void showsTheSignalsToOperatorsAlone() {
        for (var route : Routes.ALL) {
            if (route.who() == Who.OPERATOR) {
                assertThat(send(route, path(route, "0"), owner).status()).isEqualTo(403);
                // there is no ticket 0, but who may ask is told so
                assertThat(send(route, path(route, "0"), operator).status())
                        .as(name(route))
                        .isIn(200, 400, 404);
            }
        }
    }

    @Test
    void forgetsARevokedTokenWithinFiveSecondsAndAnEndedOneAtOnce() {
        var asha = desk.find("asha").orElseThrow();
        var today = desk.token(asha, TODAY).reveal();
        assertThat(send("GET", "/api/events", owner).status()).isEqualTo(200);
        assertThat(send("GET", "/api/events", today).status()).isEqualTo(200);

        clock.moveTo("2026-11-24T23:59:59+05:30");
        assertThat(send("GET", "/api/events", today).status()).isEqualTo(200);
        clock.moveTo("2026-11-25T00:00:00+05:30");
        assertThat(send("GET", "/api/events", today).status()).isEqualTo(401);

        desk.keys().revokeAll(asha.id());
        clock.moveTo("2026-11-25T00:00:05+05:30");
        assertThat(send("GET", "/api/events", owner).status()).isEqualTo(401);
    }

    @Test
    void signsABrowserInOnceByALink() {
        var link = "key=" + desk.keys().link(desk.find("asha").orElseThrow().id()).reveal();
        // a messenger that makes a preview does not use it up
        assertThat(api.get("/link?" + link).text()).contains("Sign in");

        var in = form("/link", link, Map.of());
        var cookie = in.headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(in.status()).isEqualTo(303);
        assertThat(cookie)
                .startsWith("sayso=sayso_")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        var session = Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')));
        assertThat(api.send("GET", "/", (String) null, session).status()).isEqualTo(200);
        assertThat(form("/link", link, Map.of()).status()).isEqualTo(410);
        assertThat(form("/link", "key=" + owner, Map.of()).status()).isEqualTo(410);

        assertThat(api.send("POST", "/api/captures", BODY, session).status())
                .as("a write of no page")
                .isEqualTo(403);
        var ours = new LinkedHashMap<>(session);
        ours.put("Origin", "http://127.0.0.1:" + house.port());
        assertThat(api.send("POST", "/api/captures", BODY, ours).status()).isEqualTo(201);
        var theirs = new LinkedHashMap<>(session);
        theirs.put("Origin", "https://evil.example");
        assertThat(api.send("POST", "/api/captures", BODY, theirs).status()).isEqualTo(403);
        assertThat(form("/sign-out", "", theirs).status()).isEqualTo(403);

        assertThat(api.send("GET", "/devices", (String) null, session).text())
                .contains("This browser");
        assertThat(form("/sign-out", "", ours).status()).isEqualTo(303);
        clock.moveTo("2026-11-24T10:00:05+05:30");
        assertThat(api.send("GET", "/", (String) null, session).status()).isEqualTo(303);
    }

    @Test
    void letsNoPageOfAnotherSiteDoAnything() {
        var asha = desk.find("asha").orElseThrow().id();
        var link = desk.keys().link(asha);
        var session = desk.keys().open(link).orElseThrow().reveal();
        var id = send("POST", "/api/captures", BODY, owner).get("id");
        var unopened = desk.keys().link(asha).reveal();
        var keys = desk.keys().of(asha);
        var before = send("GET", "/api/events", owner).text();
        int tried = 0;

        for (var route : Routes.ALL) {
            if (route.method().equals("GET")) {
                continue;
            }
            for (var foreign :
                    List.of(
                            Map.of("Origin", "https://evil.example"),
                            Map.of("Origin", "null"),
                            Map.of("Sec-Fetch-Site", "cross-site"),
                            Map.of("Sec-Fetch-Site", "same-site"),
                            Map.of(
                                    "Sec-Fetch-Site",
                                    "cross-site",
                                    "Origin",
                                    "http://127.0.0.1:" + house.port()))) {
                var headers = new LinkedHashMap<>(foreign);
                headers.put("Cookie", "sayso=" + session);
                var body = route.path().equals("/link") ? "key=" + unopened : body(route);
                if (!isForPrograms(route)) {
                    headers.put("Content-Type", "application/x-www-form-urlencoded");
                }

                var answer = api.send(route.method(), path(route, id), body, headers);

                assertThat(answer.status()).as("%s %s", name(route), foreign).isEqualTo(403);
                tried++;
            }
        }

        assertThat(tried).isGreaterThan(80);
        assertThat(send("GET", "/api/events", owner).text()).isEqualTo(before);
        assertThat(desk.keys().of(asha)).isEqualTo(keys);
        // the control: sent by a page of ours, the last of them does what it is for
        var ours =
                Map.of(
                        "Cookie",
                        "sayso=" + session,
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Origin",
                        "http://127.0.0.1:" + house.port());
        assertThat(form("/sign-out", "", ours).status()).isEqualTo(303);
        assertThat(form("/link", "key=" + unopened, Map.of()).status()).isEqualTo(303);
    }

    @Test
    void letsALinkLapse() {
        var link = "key=" + desk.keys().link(desk.find("asha").orElseThrow().id()).reveal();

        clock.moveTo("2026-11-24T10:15:00+05:30");

        assertThat(form("/link", link, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void doesNotTakeASessionForATokenNorATokenForASession() {
        var link = desk.keys().link(desk.find("asha").orElseThrow().id());
        var session = desk.keys().open(link).orElseThrow().reveal();

        assertThat(send("GET", "/api/events", session).status()).isEqualTo(401);
        assertThat(api.send("GET", "/", (String) null, Map.of("Cookie", "sayso=" + owner)).status())
                .isEqualTo(303);
    }

    /** All that answers: what the dispatcher has handlers for, and what the document lists. */
    private Set<String> addresses() {
        var all = new TreeSet<String>();
        handlers.getHandlerMethods()
                .forEach(
                        (info, _) -> {
                            for (var path : info.getPatternValues()) {
                                for (var method : info.getMethodsCondition().getMethods()) {
                                    all.add(method + " " + path);
                                }
                            }
                        });
        var paths = send("GET", "/v3/api-docs", operator).json().get("paths");
        paths.propertyStream()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyNames()
                                        .forEach(
                                                method ->
                                                        all.add(
                                                                method.toUpperCase(
                                                                                java.util.Locale
                                                                                        .ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        return all;
    }

    private static List<String> withoutARule(Set<String> addresses) {
        var ruled = Routes.ALL.stream().map(AccessTests::name).collect(Collectors.toSet());
        return addresses.stream().filter(address -> !ruled.contains(address)).toList();
    }

    private Api.Answer form(String path, String body, Map<String, String> headers) {
        var all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return api.send("POST", path, body, all);
    }

    private Api.Answer send(Route route, String path, String token) {
        return send(route.method(), path, body(route), token);
    }

    private Api.Answer send(String method, String path, String token) {
        return send(method, path, null, token);
    }

    private Api.Answer send(String method, String path, String body, String token) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + token);
        if (body != null && !path.startsWith("/api/")) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        return api.send(method, path, body, headers);
    }

    private static String body(Route route) {
        if (Set.of("GET", "DELETE").contains(route.method())) {
            return null;
        }
        if (!isForPrograms(route)) {
            return "text=Netflix+499+monthly&answer=billing_cycle%3Dmonthly";
        }
        return route.path().endsWith("/draft") ? "{\"billing_cycle\": \"monthly\"}" : BODY;
    }

    private static String path(Route route, String id) {
        return route.path()
                .replace("{id}", id)
                .replace("{number}", "0")
                .replace("{version}", "none")
                .replace("{act}", "done")
                .replace("{name}", "none")
                .replace("{event}", id)
                .replace("{part}", "price")
                .replace("{verb}", "pause")
                .replace("/**", "");
    }

    private static boolean isForPrograms(Route route) {
        return route.path().matches("/(api|v3|actuator)/.*");
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }
}
