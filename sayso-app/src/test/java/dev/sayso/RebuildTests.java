package dev.sayso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.ledger.Projection;
import dev.sayso.ledger.Rebuild;
import dev.sayso.platform.sql.Readers;
import dev.sayso.platform.sql.Writer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What is made from the log can be thrown away: a rebuild makes the same rows. */
@House.Open
class RebuildTests {
    /** What was done; not made from the log. */
    private static final List<String> ACTS = List.of("reminders", "notifications");

    /** Whatever is made from the log. */
    static final List<String> MADE =
            List.of(
                    "subscriptions",
                    "payments",
                    "planned_reminders",
                    "reminder_rules",
                    "reminder_bases");

    @Autowired House house;
    @Autowired MutableClock clock;
    @Autowired Writer writer;
    @Autowired Readers readers;
    @Autowired List<Projection> projections;
    private Api api;

    @BeforeEach
    void afresh() {
        api = house.afresh();
    }

    @Test
    void makesTheSameRowsFromTheLogAlone() {
        live();
        var before = rows();
        var acts = rows(ACTS);
        assertThat(acts.get("reminders")).isNotEmpty();
        assertThat(before.values()).noneMatch(List::isEmpty);

        writer.write(
                db -> {
                    MADE.forEach(table -> db.sql("DELETE FROM " + table).update());
                    return true;
                });
        assertThat(rows()).isNotEqualTo(before);
        long events = rebuild();

        assertThat(rows()).isEqualTo(before);
        assertThat(rows(ACTS)).isEqualTo(acts);
        assertThat(events).isEqualTo(api.events().size());
    }

    @Test
    void mendsRowsThatWereWrongAndRemovesStrays() {
        live();
        var before = rows();

        writer.write(
                db -> {
                    db.sql("UPDATE subscriptions SET cost_minor = 1, name = 'Wrong'").update();
                    return db.sql(
                                    """
                                    INSERT INTO subscriptions (id, account_id, name, name_key, cost_minor, currency, billing_cycle,
                                                               anchor_on, renews_from, renewal_assumed, paused, version)
                                    SELECT 'stray', id, 'Stray', 'stray', 1, 'INR', 'monthly', '2026-01-01', '2026-01-01', 0, 0, 1
                                    FROM   accounts WHERE name = 'local'
                                    """)
                            .update();
                });
        rebuild();

        assertThat(rows()).isEqualTo(before);
    }

    /** A life with a bit of everything. */
    private void live() {
        var netflix = api.say("Netflix 499 monthly").get("id");
        api.answer(netflix, "{\"next_renewal_on\": \"2026-12-05\"}");
        api.say("spotify 119 and icloud 75, both monthly");
        api.say("prime 1499 yearly, renews on 3 december");
        clock.advance(java.time.Duration.ofMinutes(11));
        api.say("netflix went up to 649");
        api.say("cancel spotify");
        api.undo(api.say("pause icloud until 1 march").get("id"));
        api.say("paid 499 for netflix yesterday");
        api.say("remind me a week and a day before");
        api.say("remind me 2 days before netflix");
        api.undo(api.say("gym 1200 monthly").get("id"));
        house.catchUp();
        // a reminder is raised, done or waits, and the next is planned
        clock.moveTo("2026-12-04T12:00:00+05:30");
        house.catchUp();
        api.post("/api/reminders/" + api.get("/api/reminders").get("items.0.id") + "/done", "");
        api.say("netflix renews on the 20th");
        house.catchUp();
    }

    private long rebuild() {
        var progress = new ArrayList<Long>();
        long events = new Rebuild(writer, readers, projections).run(progress::add);
        assertThat(progress).isSorted().last().isEqualTo(events);
        return events;
    }

    private TreeMap<String, List<String>> rows() {
        return rows(MADE);
    }

    private TreeMap<String, List<String>> rows(List<String> tables) {
        var rows = new TreeMap<String, List<String>>();
        for (var table : tables) {
            rows.put(
                    table,
                    readers
                            .read(db -> db.sql("SELECT * FROM " + table).query().listOfRows())
                            .stream()
                            .map(row -> new TreeMap<>(row).toString())
                            .sorted()
                            .toList());
        }
        return rows;
    }
}
