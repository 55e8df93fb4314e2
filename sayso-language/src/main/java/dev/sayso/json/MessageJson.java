package dev.sayso.json;

import dev.sayso.language.Message;
import dev.sayso.language.Source;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Messages: what is to be understood. */
final class MessageJson {
    static final int MAX_TEXT = 20_000;

    /** What labelled data says of a message beside the message. */
    private static final List<String> LABELS =
            List.of("id", "expect", "tags", "name_accept", "names", "voice", "noise", "file");

    private MessageJson() {}

    static Message read(Json json, @Nullable Defaults defaults, boolean labelled) {
        var object = JsonObject.of("a message", json);
        var text = object.required("text", null, MessageJson::text);
        var source =
                object.optional(
                        "source", Source.TYPED, Values.oneOf(Source.values(), Source::wire));
        var locale =
                object.required(
                        "locale", defaults == null ? null : defaults.locale(), Values::locale);
        var currency =
                object.required(
                        "currency",
                        defaults == null ? null : defaults.currency(),
                        Values::currency);
        var now = object.required("now", defaults == null ? null : defaults.now(), Values::moment);
        var known = object.optional("known", List.<String>of(), Values::names);
        var aliases = object.optional("aliases", Map.<String, String>of(), Values::meanings);
        var previous =
                object.optional(
                        "previous",
                        (name, value) ->
                                Values.within(
                                        name, () -> OutcomeJson.read(value, currency.value())));
        if (labelled) {
            object.allow(LABELS);
        }
        object.finish();
        return new Message(
                text.get(),
                source,
                locale.get(),
                currency.get(),
                now.get(),
                known,
                aliases,
                previous);
    }

    private static String text(String name, Json value) {
        var text = Values.text(name, value);
        if (text.length() > MAX_TEXT) {
            throw Values.tooLong(name, text, MAX_TEXT);
        }
        return text;
    }
}
