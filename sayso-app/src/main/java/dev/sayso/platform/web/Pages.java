package dev.sayso.platform.web;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Keyset pages of the API: {@code {items, next}}, {@code next} being absent on the last. */
public final class Pages {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Pages() {}

    /**
     * The size of a page.
     *
     * @throws BadRequest when it is out of range
     */
    public static int limit(@Nullable Integer asked, int most) {
        if (asked == null) {
            return most;
        }
        if (asked < 1 || asked > most) {
            throw new BadRequest("limit is " + asked + "; give 1 to " + most);
        }
        return asked;
    }

    /**
     * Writes a page.
     *
     * @param rows one more than {@code limit} where there are more to come
     */
    public static <T> String write(
            List<T> rows,
            int limit,
            Function<T, String> key,
            BiConsumer<JsonGenerator, T> members) {
        var text = new StringWriter(1024);
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        try (var to = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            to.writeArrayPropertyStart("items");
            for (var row : shown) {
                to.writeStartObject();
                members.accept(to, row);
                to.writeEndObject();
            }
            to.writeEndArray();
            if (rows.size() > limit) {
                to.writeStringProperty("next", key.apply(shown.getLast()));
            }
            to.writeEndObject();
        }
        return text.toString();
    }
}
