package dev.sayso.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** Prints the figures, for people and for programs. */
final class AccuracyText {
    private static final List<String> DIMENSIONS =
            List.of("status", "type", "field", "locale", "tag");

    private AccuracyText() {}

    static String table(Accuracy figures) {
        var text = new StringBuilder();
        line(text, "rows", figures.exact(), figures.total(), "exactly right");
        line(text, "silent", figures.silent(), figures.total(), "with a wrong event, unasked");
        line(text, "wrong", figures.wrong(), figures.total(), "with a wrong event, asked or not");
        line(text, "unsure", figures.unsure(), figures.recorded(), "of the recorded");
        for (var dimension : DIMENSIONS) {
            var values = figures.by().get(dimension);
            if (values == null) {
                continue;
            }
            text.append('\n').append(dimension).append('\n');
            values.forEach((value, share) -> line(text, value, share.exact(), share.total(), ""));
        }
        for (var miss : figures.misses()) {
            text.append('\n').append(miss.silentlyWrong() ? "WRONG " : "").append(miss.id());
            text.append("  ").append(miss.text().replace("\n", "\\n")).append('\n');
            text.append("  expected  ").append(miss.expected()).append('\n');
            text.append("  read      ").append(miss.read()).append('\n');
        }
        figures.broken().forEach(broken -> text.append('\n').append(broken).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, int part, int all, String what) {
        double percent = all == 0 ? 100 : 100.0 * part / all;
        text.append(
                String.format(
                                Locale.ROOT,
                                "  %-28s %5d of %5d  %6.2f %%  %s",
                                name,
                                part,
                                all,
                                percent,
                                what)
                        .stripTrailing());
        text.append('\n');
    }

    static String json(Accuracy figures) {
        var text = new StringWriter();
        try (var to = JsonText.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            to.writeStartObject();
            to.writeNumberProperty("total", figures.total());
            to.writeNumberProperty("exact", figures.exact());
            to.writeNumberProperty("recorded", figures.recorded());
            to.writeNumberProperty("unsure", figures.unsure());
            to.writeNumberProperty("wrong_events", figures.wrong());
            to.writeNumberProperty("silent_wrong_events", figures.silent());
            for (var dimension : figures.by().entrySet()) {
                to.writeObjectPropertyStart("by_" + dimension.getKey());
                for (var value : dimension.getValue().entrySet()) {
                    to.writeObjectPropertyStart(value.getKey());
                    to.writeNumberProperty("exact", value.getValue().exact());
                    to.writeNumberProperty("total", value.getValue().total());
                    to.writeEndObject();
                }
                to.writeEndObject();
            }
            misses(to, figures);
            to.writeArrayPropertyStart("broken");
            figures.broken().forEach(to::writeString);
            to.writeEndArray();
            to.writeEndObject();
        }
        return text.toString();
    }

    private static void misses(JsonGenerator to, Accuracy figures) {
        to.writeArrayPropertyStart("misses");
        for (var miss : figures.misses()) {
            to.writeStartObject();
            to.writeStringProperty("id", miss.id());
            to.writeStringProperty("text", miss.text());
            to.writeStringProperty("expected", miss.expected());
            to.writeStringProperty("read", miss.read());
            to.writeBooleanProperty("silently_wrong", miss.silentlyWrong());
            to.writeEndObject();
        }
        to.writeEndArray();
    }
}
