package dev.sayso.json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A row of labelled data, compared with an outcome as the contract's last section says. */
final class LabelledRow {
    private static final Set<String> NOT_COMPARED =
            Set.of("type", "origins", "sure", "replaces", "answers");

    /** An expected event beside the one that was read in its place. */
    record Matched(String type, boolean same, Map<String, Boolean> fields) {}

    private final Map<String, Json> row;
    private final Map<String, Json> expect;

    private LabelledRow(Map<String, Json> row) {
        this.row = row;
        this.expect = members(row.get("expect"), "expect");
    }

    static LabelledRow of(Json json) {
        return new LabelledRow(members(json, "a row"));
    }

    static Map<String, Json> outcome(Json json) {
        return members(json, "an outcome");
    }

    private static Map<String, Json> members(@Nullable Json json, String what) {
        if (json instanceof Json.Members(var values)) {
            return values;
        }
        throw new IllegalArgumentException(what + " is not an object");
    }

    String id() {
        return text(row.get("id"));
    }

    String text() {
        return text(row.get("text"));
    }

    String status() {
        return text(expect.get("status"));
    }

    String expected() {
        return described(expect);
    }

    List<String> tags() {
        return texts(row.get("tags"));
    }

    boolean isMetBy(Map<String, Json> outcome) {
        if (!status().equals(text(outcome.get("status")))
                || !text(expect.get("topic")).equals(text(outcome.get("topic")))
                || isTrue(expect.get("corrects")) != isTrue(outcome.get("corrects"))
                || !new TreeSet<>(texts(expect.get("missing")))
                        .equals(new TreeSet<>(texts(outcome.get("missing"))))) {
            return false;
        }
        var wanted = events(expect);
        var read = events(outcome);
        if (wanted.size() != read.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!isSame(wanted.get(i), read.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The events that are recorded and not expected. */
    List<Map<String, Json>> strangers(Map<String, Json> outcome) {
        if (!isRecorded(outcome)) {
            return List.of();
        }
        var wanted = isRecorded(expect) ? events(expect) : List.<Map<String, Json>>of();
        return events(outcome).stream()
                .filter(event -> wanted.stream().noneMatch(want -> isSame(want, event)))
                .toList();
    }

    List<Matched> matched(Map<String, Json> outcome) {
        var matched = new ArrayList<Matched>();
        var wanted = events(expect);
        var read = events(outcome);
        for (int i = 0; i < wanted.size(); i++) {
            var want = wanted.get(i);
            var got = i < read.size() ? read.get(i) : Map.<String, Json>of();
            boolean type = text(want.get("type")).equals(text(got.get("type")));
            var fields = new LinkedHashMap<String, Boolean>();
            for (var field : fields(want, got)) {
                fields.put(field, type && isSameField(field, want, got));
            }
            var name = text(want.get("type"));
            matched.add(new Matched(name.isEmpty() ? "(open)" : name, isSame(want, got), fields));
        }
        return matched;
    }

    private static Set<String> fields(Map<String, Json> want, Map<String, Json> got) {
        var fields = new TreeSet<String>();
        fields.addAll(want.keySet());
        fields.addAll(got.keySet());
        fields.removeAll(NOT_COMPARED);
        return fields;
    }

    private boolean isSame(Map<String, Json> want, Map<String, Json> got) {
        if (!text(want.get("type")).equals(text(got.get("type")))) {
            return false;
        }
        for (var field : fields(want, got)) {
            if (!isSameField(field, want, got)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSameField(String field, Map<String, Json> want, Map<String, Json> got) {
        var wanted = value(want.get(field));
        var read = value(got.get(field));
        if (field.equals("currency") && wanted == null) {
            // the person's own fills it; of a correction that of the event before
            return read == null
                    || row.containsKey("previous")
                    || read.equals(text(row.get("currency")));
        }
        if (wanted == null || read == null) {
            return wanted == null && read == null;
        }
        return switch (field) {
            case "cost" -> new BigDecimal(wanted).compareTo(new BigDecimal(read)) == 0;
            case "name" -> names(wanted).contains(normal(read));
            default -> wanted.equals(read);
        };
    }

    private Set<String> names(String wanted) {
        var names = new HashSet<String>();
        names.add(normal(wanted));
        texts(row.get("name_accept")).forEach(name -> names.add(normal(name)));
        return names;
    }

    /** Without regard to case, spaces and punctuation. */
    private static String normal(String name) {
        var letters = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || isMark(c))
                .forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** Vowel signs of Indian scripts are letters for whoever reads them. */
    private static boolean isMark(int code) {
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean isRecorded(Map<String, Json> outcome) {
        return text(outcome.get("status")).equals("recorded");
    }

    static boolean isSure(Map<String, Json> event) {
        return !(event.get("sure") instanceof Json.Truth(var value)) || value;
    }

    static List<Map<String, Json>> events(Map<String, Json> outcome) {
        if (!(outcome.get("events") instanceof Json.Items(var values))) {
            return List.of();
        }
        return values.stream().map(value -> members(value, "an event")).toList();
    }

    /** Status and events in one line. */
    static String described(Map<String, Json> outcome) {
        var line = new StringBuilder(text(outcome.get("status")));
        for (var key : List.of("reason", "topic")) {
            if (outcome.containsKey(key)) {
                line.append(' ').append(text(outcome.get(key)));
            }
        }
        if (!texts(outcome.get("missing")).isEmpty()) {
            line.append(" missing ").append(String.join(",", texts(outcome.get("missing"))));
        }
        for (var event : events(outcome)) {
            line.append(' ').append(text(event.get("type"))).append('(');
            var parts = new ArrayList<String>();
            for (var member : event.entrySet()) {
                var value = value(member.getValue());
                if (!NOT_COMPARED.contains(member.getKey()) && value != null) {
                    parts.add(member.getKey() + "=" + value);
                }
            }
            line.append(String.join(", ", parts)).append(')');
        }
        return line.toString();
    }

    private static boolean isTrue(@Nullable Json json) {
        return json instanceof Json.Truth(var value) && value;
    }

    private static String text(@Nullable Json json) {
        var value = value(json);
        return value == null ? "" : value;
    }

    private static @Nullable String value(@Nullable Json json) {
        return switch (json) {
            case null -> null;
            case Json.Text(var value) -> value;
            case Json.Numeral(var digits) -> digits;
            case Json.Truth(var value) -> String.valueOf(value);
            case Json.Nothing ignored -> null;
            case Json.Items ignored -> "[…]";
            case Json.Members ignored -> "{…}";
        };
    }

    private static List<String> texts(@Nullable Json json) {
        return json instanceof Json.Items(var values)
                ? values.stream().map(LabelledRow::text).toList()
                : List.of();
    }
}
