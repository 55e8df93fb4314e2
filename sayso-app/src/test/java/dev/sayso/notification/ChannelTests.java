package dev.sayso.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;

import dev.sayso.Api;
import dev.sayso.House;
import dev.sayso.MutableClock;
import dev.sayso.account.Account;
import dev.sayso.account.AccountId;
import dev.sayso.account.Accounts;
import dev.sayso.account.FrontDesk;
import dev.sayso.platform.outbound.TestServer;
import dev.sayso.platform.sql.Writer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is told reaches each channel, by a real mail server and real sockets. */
@House.Open
@Import(ChannelTests.Outside.class)
public class ChannelTests {
    private static final String OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded");

    @Autowired House house;
    @Autowired MutableClock clock;
    @Autowired Notifications notifications;
    @Autowired Dispatcher dispatcher;
    @Autowired SqlDeliveries sql;
    @Autowired Accounts accounts;
    @Autowired FrontDesk desk;
    @Autowired Writer writer;
    @Autowired GreenMail mail;
    private final List<TestServer> servers = new ArrayList<>();
    private Api api;

    @TestConfiguration(proxyBeanMethods = false)
    static class Outside {
        @Bean(destroyMethod = "stop")
        static GreenMail mail() {
            var mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
            mail.start();
            return mail;
        }

        @Bean
        static DynamicPropertyRegistrar settings(GreenMail mail) {
            return properties -> {
                properties.add("sayso.mail.host", () -> "127.0.0.1");
                properties.add("sayso.mail.port", () -> mail.getSmtp().getPort());
                properties.add("sayso.mail.from", () -> "sayso@example.org");
                properties.add("sayso.mail.tls", () -> "none");
                properties.add("sayso.outbound.allow", () -> "127.0.0.0/8");
                properties.add("sayso.web.url", () -> "https://sayso.example/");
            };
        }

        @Bean
        NoticeAct done() {
            return new NoticeAct() {
                @Override
                public String name() {
                    return "paid";
                }

                @Override
                public void run(JdbcClient db, Account account, StoredNotice notice) {}
            };
        }
    }

    @BeforeEach
    void afresh() throws Exception {
        api = house.afresh();
        mail.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void close() throws IOException {
        for (var server : servers) {
            server.close();
        }
    }

    private TestServer server(TestServer.Manner manner) throws IOException {
        var server = new TestServer(manner);
        servers.add(server);
        return server;
    }

    private TestServer well() throws IOException {
        return server((_, _, socket) -> TestServer.write(socket, OK));
    }

    private static String status(int status) {
        return "HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    private Api.Answer addWebhook(TestServer server) {
        return api.post(
                "/api/channels",
                Api.json(Map.of("kind", "webhook", "url", server.address("/hook").toString())));
    }

    private Api.Answer addMail(String to) {
        return api.post("/api/channels", Api.json(Map.of("kind", "email", "to", to)));
    }

    private void tell(AccountId account, String key, Kind kind, String title) {
        writer.write(
                db ->
                        notifications.enqueue(
                                db,
                                new Notice(
                                        account,
                                        key,
                                        kind,
                                        "sub-1",
                                        title,
                                        "₹499, every month.",
                                        Map.of("name", "Netflix", "cost", "499"),
                                        List.of("paid"))));
    }

    private void tell(String key, String title) {
        tell(accounts.local().id(), key, Kind.RENEWAL, title);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String header(String head, String name) {
        var found = Pattern.compile("(?im)^" + name + ": *(.*)$").matcher(head);
        assertThat(found.find()).as(name + " in " + head).isTrue();
        return found.group(1);
    }

    private JsonNode deliveries() {
        return api.get("/api/deliveries").json().get("items");
    }

    @Test
    void tellsEachChannelOnce() throws Exception {
        var hook = well();
        var ntfy = well();
        addMail("asha@example.org");
        var secret = addWebhook(hook).get("secret");
        api.post(
                "/api/channels",
                Api.json(
                        Map.of(
                                "kind",
                                "ntfy",
                                "url",
                                ntfy.address("/").toString(),
                                "topic",
                                "sayso-7")));

        tell("renewal:1", "Netflix renews on 26 Nov.");
        house.catchUp();
        house.catchUp();

        assertThat(mail.getReceivedMessages()).hasSize(1);
        var received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Netflix renews on 26 Nov.");
        assertThat(GreenMailUtil.getWholeMessage(received)).contains("https://sayso.example/acts/");

        assertThat(hook.connections()).isEqualTo(1);
        var head = hook.heads().getFirst();
        var body = hook.bodies().getFirst();
        assertThat(head).startsWith("POST /hook ");
        assertThat(header(head, "Content-Type")).startsWith("application/cloudevents+json");
        assertThat(header(head, "webhook-signature"))
                .isEqualTo(
                        sign(
                                secret,
                                header(head, "webhook-id"),
                                header(head, "webhook-timestamp"),
                                body));
        var event = json(body);
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("id").asString()).isEqualTo(header(head, "webhook-id"));
        assertThat(event.get("type").asString()).isEqualTo("dev.sayso.notification.renewal");
        assertThat(event.get("subject").asString()).isEqualTo("sub-1");
        assertThat(event.at("/data/title").asString()).isEqualTo("Netflix renews on 26 Nov.");
        assertThat(event.at("/data/cost").asString()).isEqualTo("499");

        assertThat(ntfy.connections()).isEqualTo(1);
        var published = json(ntfy.bodies().getFirst());
        assertThat(published.get("topic").asString()).isEqualTo("sayso-7");
        assertThat(published.get("title").asString()).isEqualTo("Netflix renews on 26 Nov.");
        assertThat(published.at("/actions/0/action").asString()).isEqualTo("http");
        assertThat(published.at("/actions/0/method").asString()).isEqualTo("POST");
        assertThat(published.at("/actions/0/url").asString())
                .startsWith("https://sayso.example/acts/");

        assertThat(deliveries().valueStream().map(it -> it.get("state").asString()))
                .containsOnly("sent")
                .hasSize(3);
    }

    /** As docs/webhooks.md tells a receiver to do it. */
    private static String sign(String secret, String id, String timestamp, String body)
            throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(
                                mac.doFinal(
                                        (id + "." + timestamp + "." + body)
                                                .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sendsEachEventInOrderThoughOneFails() throws Exception {
        var broken = new AtomicInteger(1);
        var hook =
                server(
                        (_, _, socket) ->
                                TestServer.write(
                                        socket, broken.getAndDecrement() > 0 ? status(500) : OK));
        api.say("Hotstar 299 monthly");
        house.catchUp();
        addWebhook(hook);
        clock.advance(Duration.ofSeconds(1));

        api.say("Netflix 499 monthly");
        house.catchUp();
        api.say("netflix went up to 649");
        api.say("Spotify 119 monthly");
        house.catchUp();

        // the first failed, so the second of the same waits, and another goes on
        assertThat(types(hook))
                .containsExactly("SUBSCRIPTION_CREATED Netflix", "SUBSCRIPTION_CREATED Spotify");

        clock.advance(Duration.ofSeconds(10));
        house.catchUp();

        assertThat(types(hook))
                .containsExactly(
                        "SUBSCRIPTION_CREATED Netflix",
                        "SUBSCRIPTION_CREATED Spotify",
                        "SUBSCRIPTION_CREATED Netflix",
                        "SUBSCRIPTION_PRICE_CHANGED Netflix");
        assertThat(header(hook.heads().get(0), "webhook-id"))
                .isEqualTo(header(hook.heads().get(2), "webhook-id"));
        var last = json(hook.bodies().getLast());
        assertThat(last.at("/data/version").asInt()).isEqualTo(2);
        assertThat(last.at("/data/payload/cost").asString()).isEqualTo("649");
    }

    private static List<String> types(TestServer hook) {
        return hook.bodies().stream()
                .map(ChannelTests::json)
                .map(
                        it ->
                                it.at("/data/type").asString()
                                        + " "
                                        + it.at("/data/payload/name").asString())
                .toList();
    }

    @Test
    void triesForADayAndThenSaysThatItIsDead() throws Exception {
        var answer = new AtomicInteger(500);
        var hook = server((_, _, socket) -> TestServer.write(socket, status(answer.get())));
        addWebhook(hook);
        tell("renewal:1", "Netflix renews on 26 Nov.");

        for (int i = 0; i < 20; i++) {
            house.catchUp();
            clock.advance(Duration.ofHours(13));
        }

        var dead = api.get("/api/deliveries?state=dead").json().get("items");
        assertThat(dead.get(0).get("attempts")).hasSize(Backoff.ATTEMPTS);
        assertThat(dead.get(0).at("/attempts/0/result").asString()).isEqualTo("it answered 500");
        assertThat(
                        hook.heads().stream()
                                .map(it -> header(it, "webhook-id"))
                                .filter(dead.get(0).get("id").asString()::equals))
                .hasSize(Backoff.ATTEMPTS);
        assertThat(
                        api.get("/api/inbox")
                                .json()
                                .get("items")
                                .valueStream()
                                .map(it -> it.get("kind").asString()))
                .contains("channel_failed");
        assertThat(api.get("/settings/channels").text())
                .contains("could not be delivered", "it answered 500");
        assertThat(api.get("/actuator/prometheus").text())
                .contains("sayso_deliveries_total{channel=\"webhook\",ending=\"dead\"}")
                .containsPattern("sayso_deliveries_dead [12]\\.0");

        answer.set(204);
        clock.advance(Duration.ofHours(1));
        assertThat(
                        api.post(
                                        "/api/deliveries/"
                                                + dead.get(0).get("id").asString()
                                                + "/retry",
                                        "")
                                .status())
                .isEqualTo(202);
        house.catchUp();
        assertThat(
                        deliveries()
                                .valueStream()
                                .filter(it -> it.get("id").equals(dead.get(0).get("id"))))
                .allMatch(it -> it.get("state").asString().equals("sent"));
    }

    @Test
    void doesNotTryAgainWhatIsGone() throws Exception {
        var hook = server((_, _, socket) -> TestServer.write(socket, status(410)));
        addWebhook(hook);
        tell("renewal:1", "Netflix renews on 26 Nov.");

        house.catchUp();

        assertThat(
                        deliveries()
                                .valueStream()
                                .filter(it -> it.get("kind").asString().equals("renewal")))
                .allMatch(it -> it.get("state").asString().equals("dead"));
    }

    @Test
    void showsTheSecretOnceAndTheChannelsToTheirOwnerAlone() throws Exception {
        var added = addWebhook(well());
        var id = added.get("id");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.get("secret")).startsWith("whsec_");

        assertThat(api.get("/api/channels/" + id).text()).doesNotContain("whsec_", "secret");
        assertThat(api.get("/api/channels").text()).contains(id).doesNotContain("whsec_");
        assertThat(api.get("/settings/channels").text()).doesNotContain("whsec_");

        var ben = as(desk.token(desk.add("ben", false), null).reveal());
        assertThat(ben.send("GET", "/api/channels/" + id, null).status()).isEqualTo(404);
        assertThat(ben.send("POST", "/api/channels/" + id + "/test", "").status()).isEqualTo(404);
        assertThat(ben.send("DELETE", "/api/channels/" + id, null).status()).isEqualTo(404);
        assertThat(api.send("DELETE", "/api/channels/" + id, (String) null, Map.of()).status())
                .isEqualTo(204);
        assertThat(api.get("/api/channels").json().get("items")).isEmpty();
    }

    private interface As {
        Api.Answer send(String method, String path, String body);
    }

    private As as(String token) {
        return (method, path, body) ->
                api.send(method, path, body, Map.of("Authorization", "Bearer " + token));
    }

    @Test
    void sendsAnUnconfirmedOneNothingButACodeOnceADay() throws Exception {
        var account = desk.add("ben", false);
        var ben = as(desk.token(account, null).reveal());
        var added =
                ben.send(
                        "POST",
                        "/api/channels",
                        Api.json(Map.of("kind", "email", "to", "victim@example.org")));
        var path = "/api/channels/" + added.get("id");
        assertThat(added.get("confirmed")).isEqualTo("false");
        for (int i = 0; i < 5; i++) {
            tell(account.id(), "renewal:" + i, Kind.RENEWAL, "Netflix renews on 26 Nov.");
            assertThat(ben.send("POST", path + "/test", "").status()).isEqualTo(429);
        }
        house.catchUp();

        assertThat(mail.getReceivedMessages()).hasSize(1);
        var code = Pattern.compile("\\d{6}").matcher(mail.getReceivedMessages()[0].getSubject());
        assertThat(code.find()).isTrue();

        var wrong = code.group().equals("000000") ? "000001" : "000000";
        assertThat(ben.send("POST", path + "/confirm", Api.json(Map.of("code", wrong))).status())
                .isEqualTo(422);
        assertThat(
                        ben.send("POST", path + "/confirm", Api.json(Map.of("code", code.group())))
                                .status())
                .isEqualTo(204);
        tell(account.id(), "renewal:9", Kind.RENEWAL, "Netflix renews on 26 Nov.");
        house.catchUp();
        assertThat(mail.getReceivedMessages()).hasSize(2);
    }

    @Test
    void writesToNobodyTwiceADayThoughTheChannelIsRemovedAndAddedAnew() {
        var ben = as(desk.token(desk.add("ben", false), null).reveal());
        var other = as(desk.token(desk.add("eve", false), null).reveal());
        for (var account : List.of(ben, ben, other, ben)) {
            var id =
                    account.send(
                                    "POST",
                                    "/api/channels",
                                    Api.json(Map.of("kind", "email", "to", "victim@example.org")))
                            .get("id");
            house.catchUp();
            account.send("DELETE", "/api/channels/" + id, null);
        }
        assertThat(mail.getReceivedMessages()).hasSize(1);

        for (int i = 0; i < 10; i++) {
            ben.send(
                    "POST",
                    "/api/channels",
                    Api.json(Map.of("kind", "email", "to", "victim" + i + "@example.org")));
        }
        house.catchUp();
        assertThat(mail.getReceivedMessages()).as("five a day of one account").hasSize(5);
    }

    @Test
    void triesAnUnconfirmedOneOnce() throws Exception {
        var hook = server((_, _, socket) -> TestServer.write(socket, status(500)));
        var ben = as(desk.token(desk.add("ben", false), null).reveal());
        ben.send(
                "POST",
                "/api/channels",
                Api.json(Map.of("kind", "webhook", "url", hook.address("/victim").toString())));
        for (int i = 0; i < 5; i++) {
            house.catchUp();
            clock.advance(Duration.ofHours(4));
        }

        assertThat(hook.connections()).isEqualTo(1);
    }

    @Test
    void letsACodeBeGuessedFiveTimesOnly() {
        var ben = as(desk.token(desk.add("ben", false), null).reveal());
        var path =
                "/api/channels/"
                        + ben.send(
                                        "POST",
                                        "/api/channels",
                                        Api.json(Map.of("kind", "email", "to", "b@example.org")))
                                .get("id")
                        + "/confirm";
        house.catchUp();
        for (int i = 0; i < 5; i++) {
            assertThat(ben.send("POST", path, Api.json(Map.of("code", "x" + i))).status())
                    .isEqualTo(422);
        }
        assertThat(ben.send("POST", path, Api.json(Map.of("code", "x"))).status()).isEqualTo(409);
    }

    @Test
    void sendsWhatWasChosenAndNothingInQuietHours() {
        var id = addMail("asha@example.org").get("id");
        var chosen =
                api.send(
                        "PUT",
                        "/api/channels/" + id,
                        "{\"kinds\": [\"renewal\"], \"quiet_from\": \"22:00\", \"quiet_until\":"
                                + " \"07:00\"}",
                        Map.of());
        assertThat(chosen.get("quiet_until")).isEqualTo("07:00");

        tell(accounts.local().id(), "price_rise:1", Kind.PRICE_RISE, "Netflix will cost more.");
        clock.moveTo("2026-11-24T23:30:00+05:30");
        tell("renewal:1", "Netflix renews on 26 Nov.");
        house.catchUp();
        assertThat(mail.getReceivedMessages()).isEmpty();
        clock.moveTo("2026-11-25T06:59:59+05:30");
        house.catchUp();
        assertThat(mail.getReceivedMessages()).isEmpty();

        clock.moveTo("2026-11-25T07:00:00+05:30");
        house.catchUp();
        assertThat(mail.getReceivedMessages()).hasSize(1);

        assertThat(
                        api.send("PUT", "/api/channels/" + id, "{\"kinds\": [\"event\"]}", Map.of())
                                .get("detail"))
                .contains("kinds has event; known are renewal");
        assertThat(
                        api.send(
                                        "PUT",
                                        "/api/channels/" + id,
                                        "{\"kinds\": [], \"quiet_from\": \"7\"}",
                                        Map.of())
                                .status())
                .isEqualTo(400);
    }

    @Test
    void sendsNothingThatIsNoLongerSo() {
        addMail("asha@example.org");
        writer.write(
                db -> {
                    notifications.enqueue(
                            db,
                            new Notice(
                                    accounts.local().id(),
                                    "renewal:1",
                                    Kind.RENEWAL,
                                    null,
                                    "Netflix",
                                    "",
                                    Map.of(),
                                    List.of()));
                    return notifications.withdraw(db, accounts.local().id(), "renewal:1");
                });
        house.catchUp();

        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void doesAnActByTheLinkOfAMailOnceAndOnlyWhenItIsSent() throws Exception {
        addMail("asha@example.org");
        tell("renewal:1", "Netflix renews on 26 Nov.");
        house.catchUp();
        var link =
                Pattern.compile("https://sayso.example(/acts/[0-9a-f]{32})")
                        .matcher(
                                GreenMailUtil.getWholeMessage(mail.getReceivedMessages()[0])
                                        .replace("=\r\n", ""));
        assertThat(link.find()).isTrue();
        var path = link.group(1);

        // a mail program that looks into it changes nothing
        assertThat(api.get(path).text()).contains("Netflix renews on 26 Nov.");
        assertThat(api.get("/api/inbox").get("items.0.acted")).isNull();

        assertThat(api.send("POST", path, "", FORM).status()).isEqualTo(200);
        assertThat(api.get("/api/inbox").get("items.0.acted")).isEqualTo("paid");
        assertThat(api.send("POST", path, "", FORM).status()).isEqualTo(410);
        assertThat(api.send("POST", "/acts/" + "0".repeat(32), "", FORM).status()).isEqualTo(404);
        long plain =
                writer.write(
                        db ->
                                db.sql("SELECT count(*) FROM notice_links WHERE digest = :secret")
                                        .param("secret", path.substring(6))
                                        .query((row, _) -> row.getLong(1))
                                        .single());
        assertThat(plain).as("the table opens nothing").isZero();
    }

    @Test
    void sendsWhatAnInstanceThatDiedHadAgainUnderTheSameId() throws Exception {
        var hook = well();
        addWebhook(hook);
        tell("renewal:1", "Netflix renews on 26 Nov.");
        List<Claimed> lost = writer.write(db -> sql.claim(db, 10));
        assertThat(lost).hasSize(1);

        house.catchUp();
        assertThat(hook.connections()).as("while it is leased").isZero();

        writer.write(
                db ->
                        db.sql("UPDATE deliveries SET lease_until = '2000-01-01T00:00:00.000Z'")
                                .update());
        house.catchUp();
        assertThat(header(hook.heads().getFirst(), "webhook-id")).isEqualTo(lost.getFirst().id());

        // the one that was thought dead comes back and writes over nothing
        boolean late =
                writer.write(
                        db ->
                                sql.settle(
                                        db,
                                        lost.getFirst(),
                                        Delivery.State.DEAD,
                                        clock.instant(),
                                        "late"));
        assertThat(late).isFalse();
        assertThat(deliveries().get(0).get("state").asString()).isEqualTo("sent");
    }

    @Test
    void sendsEachOnceThoughSeveralSweepAtTheSameTime() throws Exception {
        var hook = well();
        addWebhook(hook);
        for (int i = 0; i < 120; i++) {
            tell("renewal:" + i, "Number " + i);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.submit(
                        () -> {
                            dispatcher.catchUp();
                            return true;
                        });
            }
        }
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofSeconds(2)); // those that found the host busy
            house.catchUp();
        }

        var ids = hook.heads().stream().map(it -> header(it, "webhook-id")).toList();
        assertThat(ids).hasSize(120);
        assertThat(new HashSet<>(ids)).hasSize(120);
    }

    @Test
    void refusesWhatCannotBeAChannel() {
        for (var wrong :
                List.of(
                        "{\"kind\": \"pigeon\", \"url\": \"https://example.org\"}",
                        "{\"kind\": \"webhook\"}",
                        "{\"kind\": \"webhook\", \"to\": \"a@example.org\"}",
                        "{\"kind\": \"webhook\", \"url\": \"http://10.0.0.1/\"}",
                        "{\"kind\": \"webhook\", \"url\": \"http://169.254.169.254/latest\"}",
                        "{\"kind\": \"webhook\", \"url\": \"file:///etc/passwd\"}",
                        "{\"kind\": \"ntfy\", \"url\": \"https://ntfy.sh\"}",
                        "{\"kind\": \"ntfy\", \"url\": \"https://ntfy.sh\", \"topic\": \"a/b\"}",
                        "{\"kind\": \"email\", \"to\": \"a@example.org\\r\\nBcc: b@example.org\"}",
                        "{\"kind\": \"email\", \"to\": \"a@example.org\", \"name\": \"x\"}")) {
            var answer = api.post("/api/channels", wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.get("detail")).as(wrong).isNotBlank();
        }
        assertThat(api.get("/api/channels").json().get("items")).isEmpty();
    }

    @Test
    void worksAsAPageOfPlainForms() throws Exception {
        var hook = well();
        var page =
                api.send(
                        "POST",
                        "/settings/channels",
                        "kind=webhook&target=http%3A%2F%2F127.0.0.1%3A" + hook.port() + "%2Fhook",
                        FORM);
        assertThat(page.text()).contains("whsec_", "A webhook at http://127.0.0.1:" + hook.port());
        var id = api.get("/api/channels").get("items.0.id");

        var tested = api.send("POST", "/settings/channels/" + id + "/test", "", FORM);
        assertThat(tested.status()).isEqualTo(303);
        house.catchUp();
        assertThat(json(hook.bodies().getFirst()).get("type").asString())
                .isEqualTo("dev.sayso.notification.test");
        assertThat(api.get("/settings/channels?said=tested").text())
                .contains("A test is on its way", "tried once");

        api.send(
                "POST",
                "/settings/channels/" + id,
                "kinds=digest&kinds=event&from=22%3A00&until=07%3A00",
                FORM);
        assertThat(api.get("/api/channels").json().at("/items/0/kinds")).hasSize(2);
        assertThat(api.send("POST", "/settings/channels/" + id, "kinds=nothing", FORM).status())
                .isEqualTo(400);
        assertThat(
                        api.send(
                                        "POST",
                                        "/settings/channels",
                                        "kind=webhook&target=http%3A%2F%2F10.0.0.1",
                                        FORM)
                                .status())
                .isEqualTo(400);
        api.send("POST", "/settings/channels/" + id + "/remove", "", FORM);
        assertThat(api.get("/api/channels").json().get("items")).isEmpty();
    }
}
