package dev.sayso.json;

import dev.sayso.language.Question;
import dev.sayso.language.Question.Measure;
import dev.sayso.language.Question.Order;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/** What a query asks. */
final class QuestionJson {
    private QuestionJson() {}

    static void write(JsonGenerator to, Question question) {
        to.writeStartObject();
        to.writeStringProperty("measure", question.measure().wire());
        writeList(to, "names", question.names());
        writeList(to, "categories", question.categories());
        if (question.from() != null) {
            to.writeStringProperty("from", question.from().toString());
        }
        if (question.to() != null) {
            to.writeStringProperty("to", question.to().toString());
        }
        if (question.order() != null) {
            to.writeStringProperty("order", question.order().wire());
        }
        if (question.limit() != null) {
            to.writeNumberProperty("limit", question.limit());
        }
        to.writeEndObject();
    }

    static Question read(String name, Json json) {
        var object = JsonObject.of(name, json);
        var measure =
                object.<Measure>required(
                        "measure", null, Values.oneOf(Measure.values(), Measure::wire));
        var names = object.optional("names", List.<String>of(), Values::names);
        var categories = object.optional("categories", List.<String>of(), Values::names);
        var from = object.optional("from", Values::day);
        var to = object.optional("to", Values::day);
        var order = object.optional("order", Values.oneOf(Order.values(), Order::wire));
        var limit = object.<Integer>optional("limit", QuestionJson::limit);
        object.finish();
        return new Question(measure.get(), names, categories, from, to, order, limit);
    }

    private static int limit(String name, Json json) {
        int limit = Values.whole(name, json);
        if (limit < 1) {
            throw new IllegalArgumentException(name + " is " + limit + "; give one or more");
        }
        return limit;
    }

    private static void writeList(JsonGenerator to, String name, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        to.writeArrayPropertyStart(name);
        values.forEach(to::writeString);
        to.writeEndArray();
    }
}
