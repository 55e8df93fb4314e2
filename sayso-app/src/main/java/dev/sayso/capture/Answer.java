package dev.sayso.capture;

import dev.sayso.event.Field;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;

/**
 * An answer to what a capture asks: words, fields of the contract, a yes or no, or leave it. One of
 * these.
 */
public record Answer(
        @Nullable Incoming text,
        Map<Field, Object> fields,
        @Nullable Boolean confirm,
        boolean leave) {
    public Answer {
        var given = new ArrayList<String>();
        if (text != null) {
            given.add("text");
        }
        if (!fields.isEmpty()) {
            given.add("fields");
        }
        if (confirm != null) {
            given.add("confirm");
        }
        if (leave) {
            given.add("leave");
        }
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    given.isEmpty()
                            ? "the answer is empty; give {\"text\": \"monthly\"} or a field such as"
                                    + " {\"billing_cycle\": \"monthly\"}"
                            : "the answer holds "
                                    + String.join(" and ", given)
                                    + "; give one of them");
        }
        var copy = new EnumMap<Field, Object>(Field.class);
        copy.putAll(fields);
        fields = copy;
    }

    /**
     * The answer that names a field, or {@code leave} or {@code confirm}, each with its value as
     * the wire writes it.
     *
     * @throws IllegalArgumentException saying what came and what was expected
     */
    public static Answer of(Map<String, String> values) {
        var fields = new EnumMap<Field, Object>(Field.class);
        Boolean confirm = null;
        boolean leave = false;
        for (var value : values.entrySet()) {
            switch (value.getKey()) {
                case "confirm" -> confirm = truth(value);
                case "leave" -> leave = truth(value);
                default -> {
                    var field = Field.ofWire(value.getKey());
                    fields.put(field, field.parse(value.getValue()));
                }
            }
        }
        return new Answer(null, fields, confirm, leave);
    }

    private static boolean truth(Map.Entry<String, String> value) {
        return switch (value.getValue()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value.getKey() + " takes true or false");
        };
    }

    public static Answer of(Incoming text) {
        return new Answer(text, Map.of(), null, false);
    }
}
