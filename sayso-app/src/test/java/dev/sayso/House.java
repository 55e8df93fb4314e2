package dev.sayso;

import dev.sayso.ledger.Followers;
import dev.sayso.notification.Dispatcher;
import dev.sayso.platform.sql.Writer;
import dev.sayso.reminder.DueReminders;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole application, running, with a clock that stands; what a test class of the front door is
 * given.
 */
public final class House {
    /** Tuesday, in the zone of the local account. */
    public static final String TODAY = "2026-11-24T10:00:00+05:30";

    private final Writer writer;
    private final MutableClock clock;
    private final Environment environment;
    private final Followers followers;
    private final Dispatcher dispatcher;
    private final DueReminders reminders;

    House(
            Writer writer,
            MutableClock clock,
            Environment environment,
            Followers followers,
            Dispatcher dispatcher,
            DueReminders reminders) {
        this.dispatcher = dispatcher;
        this.writer = writer;
        this.clock = clock;
        this.environment = environment;
        this.followers = followers;
        this.reminders = reminders;
    }

    /** Followers take all there is, what is due is raised, and then sent, here and now. */
    public void catchUp() {
        followers.catchUp();
        reminders.sweep();
        try {
            dispatcher.catchUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Marks a test class that goes through the front door of one application, shared by all such
     * classes.
     */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    @Import(Furnished.class)
    public @interface Open {}

    /** Whether the speech model was fetched. */
    public static boolean hears() {
        return VoiceTests.isThere();
    }

    public Api api() {
        return new Api(port());
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** Forgets all that was said, and sets the clock back. */
    public Api afresh() {
        clock.moveTo(TODAY);
        writer.write(
                db -> {
                    for (var table :
                            List.of(
                                    "access_keys",
                                    "help_replies",
                                    "help_events",
                                    "help_ticket_lines",
                                    "help_tickets",
                                    "help_sessions",
                                    "help_publications",
                                    "help_texts",
                                    "help_versions",
                                    "idempotency_keys",
                                    "payments",
                                    "delivery_attempts",
                                    "deliveries",
                                    "notice_links",
                                    "channels",
                                    "channel_codes",
                                    "notifications",
                                    "captures",
                                    "parked_events",
                                    "planned_reminders",
                                    "reminder_bases",
                                    "reminder_rules",
                                    "reminder_replans",
                                    "reminder_settings",
                                    "reminders",
                                    "subscriptions",
                                    "events")) {
                        db.sql("DELETE FROM " + table).update();
                    }
                    db.sql("DELETE FROM accounts WHERE name <> 'local'").update();
                    db.sql("UPDATE access_changes SET version = version + 1").update();
                    return true;
                });
        return api();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Furnished {
        @Bean
        @Primary
        MutableClock standingClock() {
            return new MutableClock(TODAY);
        }

        @Bean
        House house(
                Writer writer,
                MutableClock clock,
                Environment environment,
                Followers followers,
                Dispatcher dispatcher,
                DueReminders reminders) {
            return new House(writer, clock, environment, followers, dispatcher, reminders);
        }

        @Bean
        DynamicPropertyRegistrar temporaryFolder() {
            Path folder;
            try {
                folder = Files.createTempDirectory("sayso");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return properties -> {
                properties.add("sayso.data", folder::toString);
                properties.add("sayso.voice.model-path", VoiceTests.MODEL::toString);
            };
        }
    }
}
