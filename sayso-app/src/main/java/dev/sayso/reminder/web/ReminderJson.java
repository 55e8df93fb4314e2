package dev.sayso.reminder.web;

import dev.sayso.notification.Kind;
import dev.sayso.platform.time.Moments;
import dev.sayso.platform.web.JsonBody;
import dev.sayso.reminder.ReminderSettings;
import dev.sayso.reminder.Reminders.Open;
import dev.sayso.reminder.Reminders.Upcoming;
import dev.sayso.subscription.Subscription;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reminders and their settings on the wire. */
final class ReminderJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReminderJson() {}

    static String moments(List<Open> open, List<Upcoming> upcoming) {
        var text = new StringWriter(1024);
        try (var to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            to.writeArrayPropertyStart("items");
            open.forEach(it -> write(to, it));
            upcoming.forEach(it -> write(to, it));
            to.writeEndArray();
            to.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator to, Open it) {
        var raised = it.raised();
        var again = raised.againAt();
        to.writeStartObject();
        to.writeStringProperty("id", raised.id());
        to.writeStringProperty("state", raised.state().wire());
        to.writeStringProperty("kind", raised.kind().wire());
        write(to, it.subscription());
        to.writeNumberProperty("days_before", raised.daysBefore());
        to.writeStringProperty("about_on", raised.aboutOn().toString());
        to.writeStringProperty("at", Moments.text(again == null ? raised.dueAt() : again));
        to.writeEndObject();
    }

    private static void write(JsonGenerator to, Upcoming it) {
        to.writeStartObject();
        to.writeStringProperty("state", "planned");
        to.writeStringProperty("kind", it.kind().wire());
        write(to, it.subscription());
        to.writeNumberProperty("days_before", it.daysBefore());
        to.writeStringProperty("about_on", it.aboutOn().toString());
        to.writeStringProperty("at", Moments.text(it.dueAt()));
        to.writeEndObject();
    }

    private static void write(JsonGenerator to, @Nullable Subscription it) {
        if (it != null) {
            to.writeStringProperty("subscription_id", it.id().value());
            to.writeStringProperty("name", it.name());
        }
    }

    static String settings(ReminderSettings it, Collection<Integer> daysBefore) {
        var text = new StringWriter(256);
        try (var to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            to.writeStringProperty("at", it.at().toString());
            to.writeArrayPropertyStart("days_before");
            daysBefore.forEach(to::writeNumber);
            to.writeEndArray();
            to.writeNumberProperty("cancel_by_days", it.cancelByDays());
            to.writeNumberProperty("trial_days", it.trialDays());
            to.writeStringProperty("digest_on", it.digestOn().name().toLowerCase(Locale.ROOT));
            to.writeArrayPropertyStart("off");
            it.off().stream().map(Kind::wire).forEach(to::writeString);
            to.writeEndArray();
            to.writeEndObject();
        }
        return text.toString();
    }

    /** The settings with what the body changes of them. */
    static @Nullable ReminderSettings settings(JsonBody body, ReminderSettings before) {
        var at = body.as("at", ReminderJson::hour);
        var cancelBy = body.whole("cancel_by_days");
        var trial = body.whole("trial_days");
        var digestOn = body.as("digest_on", ReminderJson::weekday);
        var off = body.textsOrNull("off");
        return body.tried(
                () ->
                        new ReminderSettings(
                                at == null ? before.at() : at,
                                off == null ? before.off() : kinds(off),
                                cancelBy == null ? before.cancelByDays() : cancelBy,
                                trial == null ? before.trialDays() : trial,
                                digestOn == null ? before.digestOn() : digestOn));
    }

    static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "at \"" + text + "\" is no hour of the day; give one such as 09:00", e);
        }
    }

    static DayOfWeek weekday(String text) {
        try {
            return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "digest_on \"" + text + "\" is no day of the week; give one such as monday", e);
        }
    }

    private static Set<Kind> kinds(List<String> names) {
        var kinds = new HashSet<Kind>();
        names.forEach(name -> kinds.add(Kind.of(name)));
        return kinds;
    }
}
