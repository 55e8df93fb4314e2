package dev.sayso.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.capture.Incoming;
import dev.sayso.capture.Reply;
import dev.sayso.language.Source;
import dev.sayso.platform.sql.Installation;
import dev.sayso.platform.sql.Overloaded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/**
 * Two instances on one PostgreSQL: the same said to both at once, by one account, is there once.
 */
@Timeout(120)
class TwoInstancesTests {
    private static final List<String> NAMES =
            List.of("Zukbo", "Zukco", "Zukdo", "Zukfo", "Zukgo", "Zukho", "Zukjo", "Zukko");

    @TempDir private Path folder;

    @Test
    void makeOneSubscriptionOfWhatIsSaidToBothAtOnce() throws Exception {
        assertThat(subscriptionsSaidToBoth("")).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    /**
     * The control: where the lock is none, both find no subscription of that name, and make one.
     */
    @Test
    void wouldMakeTwoWithoutTheLock() throws Exception {
        var withoutLock =
                """
                CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void
                    LANGUAGE sql AS 'SELECT';
                ALTER DATABASE postgres SET search_path = public, pg_catalog;
                """;

        assertThat(subscriptionsSaidToBoth(withoutLock)).hasSizeGreaterThan(NAMES.size());
    }

    private List<String> subscriptionsSaidToBoth(String before) throws Exception {
        try (var server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            var url = server.getJdbcUrl("postgres", "postgres");
            Installation.open(folder, url, Clock.systemUTC()).close(); // makes the tables
            execute(url, before);
            Map<String, Object> settings =
                    Map.of("sayso.database.url", url, "sayso.data", folder.toString());
            try (var one = new SmallHouse(settings);
                    var other = new SmallHouse(settings);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                one.account("both");
                widenTheMoment(url);
                var barrier = new CyclicBarrier(2);
                for (var name : NAMES) {
                    var said =
                            List.of(one, other).stream()
                                    .map(house -> threads.submit(() -> say(house, name, barrier)))
                                    .toList();
                    var first = said.getFirst().get();
                    var second = said.getLast().get();
                    if (before.isEmpty()) { // noted by one, and known to the other
                        assertThat(List.of(first, second))
                                .hasOnlyElementsOfTypes(Reply.Recorded.class, Reply.Refused.class)
                                .hasAtLeastOneElementOfType(Reply.Recorded.class)
                                .hasAtLeastOneElementOfType(Reply.Refused.class);
                    }
                }
                return names(url);
            }
        }
    }

    private static Reply say(SmallHouse house, String name, CyclicBarrier barrier)
            throws Exception {
        var account = house.account("both");
        barrier.await();
        while (true) {
            try {
                return house.captures()
                        .take(
                                account,
                                null,
                                new Incoming(name + " 499 monthly", Source.TYPED, null, null))
                        .reply();
            } catch (Overloaded e) {
                // nothing was done: a busy machine, which is not what is tried here
                Thread.yield();
            }
        }
    }

    /** Between looking for the name and the COMMIT, for either way. */
    private static void widenTheMoment(String url) throws SQLException {
        execute(
                url,
                """
                CREATE FUNCTION wait_a_little() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_sleep(0.2); RETURN NEW; END $$;
                CREATE TRIGGER wait_a_little BEFORE INSERT ON subscriptions
                    FOR EACH ROW EXECUTE FUNCTION wait_a_little();
                """);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> names(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM subscriptions")) {
            var names = new java.util.ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
