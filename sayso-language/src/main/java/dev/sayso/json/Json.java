package dev.sayso.json;

import java.util.List;
import java.util.Map;

/** A JSON value; numbers stay as they were written, so nothing is lost before it is judged. */
sealed interface Json {
    record Text(String value) implements Json {}

    record Numeral(String digits) implements Json {}

    record Truth(boolean value) implements Json {}

    record Nothing() implements Json {}

    record Items(List<Json> values) implements Json {}

    record Members(Map<String, Json> values) implements Json {}

    /** What it is, for a person who has to mend it. */
    default String described() {
        return switch (this) {
            case Text(var value) -> "the text " + Quoted.of(value);
            case Numeral(var digits) -> "the number " + digits;
            case Truth(var value) -> String.valueOf(value);
            case Nothing() -> "null";
            case Items(var values) -> values.isEmpty() ? "an empty list" : "a list";
            case Members(var values) -> values.isEmpty() ? "an empty object" : "an object";
        };
    }
}
