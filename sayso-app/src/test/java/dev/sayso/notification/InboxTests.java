package dev.sayso.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.Api;
import dev.sayso.House;
import dev.sayso.account.Account;
import dev.sayso.account.Accounts;
import dev.sayso.platform.sql.Writer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What is told stands in the inbox, once, and can be answered there. */
@House.Open
@Import(InboxTests.Acting.class)
public class InboxTests {
    @Autowired House house;
    @Autowired Notifications notifications;
    @Autowired Accounts accounts;
    @Autowired Writer writer;
    @Autowired Recorded recorded;
    Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        recorded.done.clear();
    }

    /** A button that only remembers that it was pressed. */
    static final class Recorded implements NoticeAct {
        final List<String> done = new ArrayList<>();

        @Override
        public String name() {
            return "paid";
        }

        @Override
        public void run(JdbcClient db, Account account, StoredNotice notice) {
            done.add(notice.notice().key());
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Acting {
        @Bean
        Recorded recorded() {
            return new Recorded();
        }
    }

    private boolean tell(String key, String title) {
        return writer.write(db -> notifications.enqueue(db, notice(key, title)));
    }

    private Notice notice(String key, String title) {
        return new Notice(
                accounts.local().id(),
                key,
                Kind.RENEWAL,
                "sub-1",
                title,
                "₹499, every month",
                Map.of("name", "Netflix", "next_renewal_on", "2026-11-26"),
                List.of("paid"));
    }

    private static List<String> titles(Api.Answer answer) {
        return answer.json()
                .get("items")
                .valueStream()
                .map(it -> it.get("title").asString())
                .toList();
    }

    @Test
    void tellsWhatHasTheSameKeyOnce() {
        assertThat(tell("renewal:1", "Netflix renews on 26 Nov.")).isTrue();
        assertThat(tell("renewal:1", "Netflix renews on 27 Nov.")).isFalse();
        assertThat(tell("renewal:2", "Spotify renews on 27 Nov.")).isTrue();

        assertThat(titles(api.get("/api/inbox")))
                .containsExactly("Spotify renews on 27 Nov.", "Netflix renews on 26 Nov.");
    }

    @Test
    void tellsOnceHoweverManyTellAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> told = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                told.add(threads.submit(() -> tell("renewal:1", "Netflix renews on 26 Nov.")));
            }
            int first = 0;
            for (var it : told) {
                first += it.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
        assertThat(titles(api.get("/api/inbox"))).hasSize(1);
    }

    @Test
    void isToldWithTheUnitOrNotAtAll() {
        assertThatThrownBy(
                        () ->
                                writer.write(
                                        db -> {
                                            notifications.enqueue(
                                                    db, notice("renewal:1", "Netflix"));
                                            throw new IllegalStateException("the rest failed");
                                        }))
                .hasMessage("the rest failed");

        assertThat(titles(api.get("/api/inbox"))).isEmpty();
    }

    @Test
    void saysTheSameToAProgram() {
        tell("renewal:1", "Netflix renews on 26 Nov.");

        var told = api.get("/api/inbox");

        assertThat(told.get("items.0.kind")).isEqualTo("renewal");
        assertThat(told.get("items.0.subscription_id")).isEqualTo("sub-1");
        assertThat(told.get("items.0.data.next_renewal_on")).isEqualTo("2026-11-26");
        assertThat(told.get("items.0.acts.0")).isEqualTo("paid");
        assertThat(told.get("items.0.created_at")).isEqualTo("2026-11-24T04:30:00.000Z");
        assertThat(told.get("items.0.read_at")).isNull();
    }

    @Test
    void isReadInPages() {
        for (int i = 1; i <= 5; i++) {
            tell("renewal:" + i, "Number " + i);
        }

        var first = api.get("/api/inbox?limit=2");
        var second = api.get("/api/inbox?limit=2&after=" + first.get("next"));
        var third = api.get("/api/inbox?limit=2&after=" + second.get("next"));

        assertThat(titles(first)).containsExactly("Number 5", "Number 4");
        assertThat(titles(second)).containsExactly("Number 3", "Number 2");
        assertThat(titles(third)).containsExactly("Number 1");
        assertThat(third.get("next")).isNull();
        assertThat(api.get("/api/inbox?limit=101").status()).isEqualTo(400);
    }

    @Test
    void isMarkedReadAndTakenAway() {
        tell("renewal:1", "Netflix renews on 26 Nov.");
        var id = api.get("/api/inbox").get("items.0.id");
        assertThat(api.get("/").text()).contains("class=\"count\">1<");

        assertThat(api.send("PUT", "/api/inbox/" + id + "/read", "", Map.of()).status())
                .isEqualTo(204);
        assertThat(api.get("/api/inbox").get("items.0.read_at")).isNotNull();
        assertThat(api.get("/").text()).doesNotContain("class=\"count\"");

        assertThat(api.send("DELETE", "/api/inbox/" + id, (String) null, Map.of()).status())
                .isEqualTo(204);
        assertThat(titles(api.get("/api/inbox"))).isEmpty();
        // what was taken away is not told anew
        assertThat(tell("renewal:1", "Netflix renews on 26 Nov.")).isFalse();
    }

    @Test
    void doesAnActOnceWhereverItIsPressed() {
        tell("renewal:1", "Netflix renews on 26 Nov.");
        var id = api.get("/api/inbox").get("items.0.id");

        assertThat(api.post("/api/inbox/" + id + "/acts/paid", "").status()).isEqualTo(204);
        assertThat(api.post("/api/inbox/" + id + "/acts/paid", "").status()).isEqualTo(409);
        assertThat(api.post("/api/inbox/" + id + "/acts/unheard_of", "").status()).isEqualTo(404);

        assertThat(recorded.done).containsExactly("renewal:1");
        assertThat(api.get("/api/inbox").get("items.0.acted")).isEqualTo("paid");
        assertThat(api.get("/api/inbox").json().at("/items/0/acts")).isEmpty();
    }

    @Test
    void takesBackWhatIsNoLongerSo() {
        tell("renewal:1", "Netflix renews on 26 Nov.");
        var id = api.get("/api/inbox").get("items.0.id");

        assertThat(
                        writer.<Boolean>write(
                                db ->
                                        notifications.withdraw(
                                                db, accounts.local().id(), "renewal:1")))
                .isTrue();

        assertThat(titles(api.get("/api/inbox"))).isEmpty();
        assertThat(api.post("/api/inbox/" + id + "/acts/paid", "").status()).isEqualTo(409);
        assertThat(recorded.done).isEmpty();
    }

    @Test
    void worksAsAPageOfPlainForms() {
        var form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        assertThat(api.get("/inbox").text()).contains("Nothing yet.");
        tell("renewal:1", "Netflix renews on 26 Nov.");
        tell("renewal:2", "Spotify <b>renews</b> on 27 Nov.");
        assertThat(api.get("/inbox").text())
                .contains("Netflix renews on 26 Nov.", "Spotify &lt;b&gt;renews", "All seen");
        var items = api.get("/api/inbox").json().get("items");

        var done =
                api.send(
                        "POST",
                        "/inbox/" + items.get(0).get("id").asString() + "/acts/paid",
                        "",
                        form);
        assertThat(done.status()).isEqualTo(303);
        assertThat(recorded.done).containsExactly("renewal:2");

        tell("renewal:3", "A third that came meanwhile");
        api.send("POST", "/inbox/read", "up_to=" + position("renewal:2"), form);
        assertThat(api.get("/inbox").text()).contains("class=\"count\">1<");
        api.send("POST", "/inbox/" + items.get(1).get("id").asString() + "/dismiss", "", form);
        assertThat(api.get("/inbox").text()).doesNotContain("Netflix renews");
    }

    private long position(String key) {
        return writer.write(
                db ->
                        db.sql("SELECT position FROM notifications WHERE key = :key")
                                .param("key", key)
                                .query((row, _) -> row.getLong(1))
                                .single());
    }
}
