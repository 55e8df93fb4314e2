package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.platform.sql.OutcomeUnknown;
import dev.sayso.platform.sql.Overloaded;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.StorageFailed;
import dev.sayso.reminder.DueReminders;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two instances on one PostgreSQL, on a machine that slept for eight hours, their writers cut off
 * in the midst of their transactions again and again: every reminder is raised once.
 */
@House.Open
@Import(PostgresHouse.class)
class TwoInstancesTests {
    private static final int REMINDERS = 60;

    @Autowired House house;
    @Autowired MutableClock clock;
    @Autowired DueReminders here;
    @Autowired Readers readers;
    @Autowired EmbeddedPostgres server;
    @TempDir Path folder;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
        api.send("PUT", "/api/reminders/settings", "{\"off\": [\"digest\"]}", java.util.Map.of());
    }

    @Test
    void raiseEveryReminderOnceThoughOneIsKilledAgainAndAgain() throws Exception {
        for (int i = 0; i < REMINDERS; i++) {
            var said = api.say("Zuk" + name(i) + " 499 monthly, renews on 5 december");
            assertThat(said.get("status")).as(said.text()).isEqualTo("recorded");
        }
        house.catchUp();
        var cuts = new AtomicInteger();
        try (var other = second();
                var threads = Executors.newFixedThreadPool(3)) {
            var there = other.getBean(DueReminders.class);
            clock.moveTo("2026-12-02T17:00:00+05:30");
            var one = threads.submit(sweeping(here));
            var two = threads.submit(sweeping(there));
            var cutting =
                    threads.submit(
                            () -> {
                                while (!one.isDone() || !two.isDone()) {
                                    cuts.addAndGet(cut());
                                }
                                return true;
                            });
            one.get();
            two.get();
            cutting.get();
        }
        house.catchUp();

        var about = new HashSet<String>();
        var told = api.get("/api/inbox?limit=100").json().get("items");
        told.forEach(notice -> about.add(notice.get("subscription_id").asString()));
        assertThat(told).hasSize(REMINDERS);
        assertThat(about).hasSize(REMINDERS);
        assertThat(count("reminders")).isEqualTo(REMINDERS);
        assertThat(cuts).as("writers that were cut off").hasPositiveValue();
    }

    private ConfigurableApplicationContext second() {
        var application = new SpringApplication(Sayso.class);
        application.addInitializers(
                context ->
                        ((GenericApplicationContext) context)
                                .registerBean(
                                        "standingClock",
                                        MutableClock.class,
                                        () -> clock,
                                        bean -> bean.setPrimary(true)));
        return application.run(
                "--server.port=0",
                "--sayso.data=" + folder,
                "--sayso.database.url=" + server.getJdbcUrl("postgres", "postgres"));
    }

    /** Goes on until nothing is due, whatever is cut meanwhile. */
    private static Callable<Boolean> sweeping(DueReminders reminders) {
        return () -> {
            for (int i = 0; i < 200; i++) {
                try {
                    reminders.sweep();
                    return true;
                } catch (StorageFailed | OutcomeUnknown | Overloaded e) {
                    Thread.onSpinWait(); // it goes on by itself
                }
            }
            return false;
        };
    }

    /** Ends the connections of writers, wherever in a transaction they are. */
    private int cut() {
        return readers.read(
                db ->
                        db.sql(
                                        """
                                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                                        WHERE  application_name = 'sayso-writer' AND state <> 'idle'
                                        """)
                                .query(Integer.class)
                                .single());
    }

    private long count(String table) {
        return readers.read(
                db -> db.sql("SELECT count(*) FROM " + table).query(Long.class).single());
    }

    /** Letters only: {@code ba}, {@code be}, … */
    private static String name(int number) {
        return "" + "bdfgklmnprstvz".charAt(number / 5) + "aeiou".charAt(number % 5) + "bo";
    }
}
