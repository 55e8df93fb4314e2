package dev.sayso.json;

import dev.sayso.event.Field;
import dev.sayso.language.Draft;
import dev.sayso.language.HelpTopic;
import dev.sayso.language.Outcome;
import dev.sayso.language.Question;
import dev.sayso.language.Question.Measure;
import dev.sayso.language.Reading;
import dev.sayso.language.Reason;
import dev.sayso.language.Turn;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Outcomes: what a message was understood as. */
final class OutcomeJson {
    private enum Status {
        RECORDED,
        NEEDS_INPUT,
        QUERY,
        HELP,
        IGNORED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private OutcomeJson() {}

    static void write(JsonGenerator to, Outcome outcome) {
        switch (outcome) {
            case Outcome.Recorded(var readings, var drafts, var turn) -> {
                writeStatus(to, Status.RECORDED);
                writeReadings(to, readings);
                writeDrafts(to, "drafts", drafts);
                writeTurn(to, turn);
            }
            case Outcome.NeedsInput needs -> {
                writeStatus(to, Status.NEEDS_INPUT);
                writeDrafts(to, "events", needs.drafts());
                to.writeArrayPropertyStart("missing");
                needs.missing().forEach(field -> to.writeString(field.wire()));
                to.writeEndArray();
                writeTurn(to, needs.turn());
            }
            case Outcome.Query(var question) -> {
                writeStatus(to, Status.QUERY);
                writeReadings(to, List.of());
                to.writeName("query");
                QuestionJson.write(to, question);
            }
            case Outcome.Help(var topic) -> {
                writeStatus(to, Status.HELP);
                writeReadings(to, List.of());
                if (topic != null) {
                    to.writeStringProperty("topic", topic.wire());
                }
            }
            case Outcome.Ignored(var reason, var drafts) -> {
                writeStatus(to, Status.IGNORED);
                writeReadings(to, List.of());
                writeDrafts(to, "drafts", drafts);
                to.writeStringProperty("reason", reason.wire());
            }
        }
    }

    private static void writeStatus(JsonGenerator to, Status status) {
        to.writeStringProperty("status", status.wire());
    }

    private static void writeReadings(JsonGenerator to, List<Reading> readings) {
        to.writeArrayPropertyStart("events");
        for (var reading : readings) {
            to.writeStartObject();
            ReadingJson.write(to, reading);
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void writeDrafts(JsonGenerator to, String name, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        to.writeArrayPropertyStart(name);
        for (var draft : drafts) {
            to.writeStartObject();
            ReadingJson.write(to, draft);
            to.writeEndObject();
        }
        to.writeEndArray();
    }

    private static void writeTurn(JsonGenerator to, Turn turn) {
        switch (turn) {
            case NEW -> {}
            case CORRECTS -> to.writeBooleanProperty("corrects", true);
            case ANSWERS -> to.writeBooleanProperty("answers", true);
        }
    }

    /**
     * @param currency what a cost takes that names no currency; without it, it has none
     */
    static Outcome read(Json json, @Nullable Currency currency) {
        var object = JsonObject.of("an outcome", json);
        var status =
                object.<Status>required(
                        "status", null, Values.oneOf(Status.values(), Status::wire));
        if (status.value() == null) {
            object.allow(object.names());
            object.finish();
        }
        return switch (status.get()) {
            case RECORDED -> recorded(object, currency);
            case NEEDS_INPUT -> needsInput(object, currency);
            case QUERY -> query(object);
            case HELP -> help(object);
            case IGNORED -> ignored(object, currency);
        };
    }

    private static Outcome recorded(JsonObject object, @Nullable Currency currency) {
        var readings =
                object.optional(
                        "events",
                        List.<Reading>of(),
                        (name, value) ->
                                Values.list(
                                        name,
                                        value,
                                        (place, item) ->
                                                Values.within(
                                                        place,
                                                        () ->
                                                                ReadingJson.reading(
                                                                        item, currency))));
        var drafts = drafts(object, "drafts", currency);
        var turn = turn(object);
        object.finish();
        return new Outcome.Recorded(readings, drafts, turn);
    }

    private static Outcome needsInput(JsonObject object, @Nullable Currency currency) {
        var drafts = drafts(object, "events", currency);
        // what is missing follows from the drafts; it is read only so that nonsense does not pass
        object.optional("missing", OutcomeJson::missing);
        var turn = turn(object);
        object.finish();
        return new Outcome.NeedsInput(drafts, turn);
    }

    private static Outcome query(JsonObject object) {
        noEvents(object);
        // without its question, as labelled data has it, it is the widest one
        var question = object.optional("query", new Question(Measure.LIST), QuestionJson::read);
        object.finish();
        return new Outcome.Query(question);
    }

    private static Outcome help(JsonObject object) {
        noEvents(object);
        var topic = object.optional("topic", Values.oneOf(HelpTopic.values(), HelpTopic::wire));
        object.finish();
        return new Outcome.Help(topic);
    }

    private static Outcome ignored(JsonObject object, @Nullable Currency currency) {
        noEvents(object);
        var drafts = drafts(object, "drafts", currency);
        var reason =
                object.optional(
                        "reason", Reason.NOT_ABOUT_IT, Values.oneOf(Reason.values(), Reason::wire));
        object.finish();
        return new Outcome.Ignored(reason, drafts);
    }

    private static List<Draft> drafts(
            JsonObject object, String member, @Nullable Currency currency) {
        return object.optional(
                member,
                List.<Draft>of(),
                (name, value) ->
                        Values.list(
                                name,
                                value,
                                (place, item) ->
                                        Values.within(
                                                place, () -> ReadingJson.draft(item, currency))));
    }

    private static List<Field> missing(String name, Json value) {
        return Values.list(name, value, Values.oneOf(Field.values(), Field::wire));
    }

    private static Turn turn(JsonObject object) {
        boolean corrects = object.optional("corrects", false, Values::truth);
        boolean answers = object.optional("answers", false, Values::truth);
        if (corrects && answers) {
            object.refuse("corrects and answers are both true; an outcome does one or neither");
        }
        return corrects ? Turn.CORRECTS : answers ? Turn.ANSWERS : Turn.NEW;
    }

    private static void noEvents(JsonObject object) {
        var events =
                object.optional(
                        "events",
                        List.<Json>of(),
                        (name, value) -> Values.list(name, value, (place, item) -> item));
        if (!events.isEmpty()) {
            object.refuse("events has entries; only recorded and needs_input have events");
        }
    }

    static String wires(Collection<Field> fields) {
        return fields.stream().map(Field::wire).collect(Collectors.joining(", "));
    }
}
